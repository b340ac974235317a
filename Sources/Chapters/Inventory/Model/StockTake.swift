import Access
import Foundation
import Kernel
import Storage

/// The yearly check of what an agency has (年度盤點, 柒/一/1): one round a year, from the day it is
/// opened to its sign-off.
package struct StockTake: Recorded, Hashable {
    package static let kind: RecordKind = "stockTake"
    package static let table: SQLName = "stockTake"

    package let recordID: UUID
    package let agencyID: AgencyID
    package var version = 1
    package let year: ROCYear
    package let opensOn: Day
    package var closesOn: Day
    /// Who leads the check, as written.
    package var leader: String
    package let openedBy: String
    /// The person who opened it; `nil` for the console.
    package let openerID: UUID?
    /// How often it was signed; the number of the latest frozen register.
    package var signings = 0
    /// `nil` while the round is open.
    package var signature: StockTakeSignature?
    /// Why it was opened again after a sign-off.
    package var reopenedBecause: String?

    package var isOpen: Bool { signature == nil }
    /// Whether its last day has passed and nobody has signed.
    package func isLate(on day: Day) -> Bool { isOpen && Self.isOver(closesOn, on: day) }

    /// Whether a round with this last day is over on `day`, signed or not.
    static func isOver(_ closesOn: Day, on day: Day) -> Bool { closesOn < day }
    /// What people call it: 「115 年資產盤點」.
    package var title: Term {
        Term("\(year.number) 年資產盤點", en: "Stock-take of \(year.gregorian)")
    }

    package var cells: [Cell] {
        [
            Cell("year", year.number), Cell("opensOn", opensOn), Cell("closesOn", closesOn),
            Cell("leader", leader), Cell("openedBy", openedBy), Cell("openerID", openerID),
            Cell("signings", signings), Cell("reopenedBecause", reopenedBecause),
            Cell("signedBy", signature?.name), Cell("signedOn", signature?.on),
            Cell("signedAt", signature?.at), Cell("means", signature?.means),
            Cell("compensation", signature?.compensation),
            Cell("rowCount", signature?.register.rowCount),
            Cell("digest", signature?.register.digest.description),
        ]
    }
}

/// Who signed a round, how, and what was signed.
package struct StockTakeSignature: Hashable, Sendable {
    package let name: String
    /// The day on which it was signed; on paper, the day on the paper.
    package let on: Day
    package let at: Instant
    package let means: SigningMeans
    /// What makes up for it where somebody signed their own work (小型機關).
    package let compensation: String?
    package let register: FrozenRegister
}

/// How a round was signed: on the screen, or on the printed sheet.
package enum SigningMeans: String, StoredAsText, CaseIterable {
    case screen
    case sheet

    package var term: Term {
        switch self {
        case .screen: Term("線上簽核", en: "on screen")
        case .sheet: Term("紙本簽章", en: "on paper")
        }
    }
}

/// The register as it was signed: how many rows, and the digest that they must still have.
package struct FrozenRegister: Hashable, Sendable {
    package let rowCount: Int
    package let digest: Digest
}

extension StockTake: RowDecodable {
    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        guard let number = ROCYear(try row.next()) else {
            throw StorageFault.column(3, expected: "a year")
        }
        year = number
        opensOn = try row.next()
        closesOn = try row.next()
        leader = try row.next()
        openedBy = try row.next()
        openerID = try row.next()
        signings = try row.next()
        reopenedBecause = try row.next()
        signature = try StockTakeSignature(&row)
    }

    static let columns: SQL = """
        stockTake.id, stockTake.agencyID, stockTake.version, stockTake.year, stockTake.opensOn,
        stockTake.closesOn, stockTake.leader, stockTake.openedBy, stockTake.openerID,
        stockTake.signings, stockTake.reopenedBecause, stockTake.signedBy, stockTake.signedOn,
        stockTake.signedAt, stockTake.means, stockTake.compensation, stockTake.rowCount,
        stockTake.digest
        """
}

extension StockTakeSignature {
    /// Reads the columns of a signature; `nil` where the round is not signed.
    fileprivate init?(_ row: inout RowReader) throws {
        let name: String? = try row.next()
        let day: Day? = try row.next()
        let instant: Instant? = try row.next()
        let means: SigningMeans? = try row.next()
        let compensation: String? = try row.next()
        let count: Int? = try row.next()
        let digest: String? = try row.next()
        guard let name, let day, let instant, let means, let count,
            let digest = digest.flatMap({ Digest($0) })
        else { return nil }
        self.init(
            name: name, on: day, at: instant, means: means, compensation: compensation,
            register: FrozenRegister(rowCount: count, digest: digest))
    }
}
