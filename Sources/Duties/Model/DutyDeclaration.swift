import Access
import Foundation
import Kernel
import Storage

/// A signed word that a duty was done, where no register proves it yet (已聲明).
///
/// It is shown as declared, counted apart, and never taken for met. Files that show it hang on the
/// declaration as its evidence.
package struct DutyDeclaration: Recorded, Hashable {
    package static let kind: RecordKind = "dutyDeclaration"
    package static let table: SQLName = "dutyDeclaration"

    package let recordID: UUID
    package let agencyID: AgencyID
    package let version: Int
    package let duty: MeasureID
    /// The day for which it counts: the day it was done, or the first of the period for what was
    /// in place before.
    package let countsOn: Day
    package let doneOn: Day
    package let words: String
    /// The name of who signed.
    package let signer: String
    package let signedAt: Instant
    package private(set) var state: State
    package private(set) var endedAt: Instant?
    package private(set) var endReason: String?

    package enum State: String, StoredAsText, CaseIterable, Sendable {
        case standing, withdrawn, superseded

        package var term: Term {
            switch self {
            case .standing: Term("有效", en: "Stands")
            case .withdrawn: Term("已抽回", en: "Withdrawn")
            case .superseded: Term("已由新的聲明取代", en: "Replaced by a newer one")
            }
        }
    }

    /// Signs that `duty` was done in `period`.
    ///
    /// - Throws: `DutyRefusal.declarationWords` without words or with too many, `.doneLater` for a
    ///   day that has not come, `.doneAfterPeriod` for a day after the period.
    package init(
        of duty: MeasureID, doneOn: Day, in period: Period, words: String, by caller: Caller,
        at now: Instant
    ) throws(DutyRefusal) {
        let words = words.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...1_000).contains(words.count) else { throw .declarationWords }
        guard doneOn <= now.day else { throw .doneLater(now.day) }
        guard doneOn <= period.closesOn else { throw .doneAfterPeriod(period.closesOn) }
        recordID = UUID(version7At: now)
        agencyID = caller.agency
        version = 1
        self.duty = duty
        self.doneOn = doneOn
        countsOn = max(doneOn, period.opensOn)
        self.words = words
        signer = caller.name
        signedAt = now
        state = .standing
    }

    /// The declaration after it was taken back, or after another took its place.
    func ended(as state: State, at now: Instant, because reason: String?) -> DutyDeclaration {
        var ended = self
        ended.state = state
        ended.endedAt = now
        ended.endReason = reason
        return ended
    }

    package var cells: [Cell] {
        [
            Cell("dutyID", duty), Cell("countsOn", countsOn), Cell("doneOn", doneOn),
            Cell("words", words), Cell("signer", signer), Cell("signedAt", signedAt),
            Cell("state", state), Cell("endedAt", endedAt), Cell("endReason", endReason),
        ]
    }
}

extension DutyDeclaration: RowDecodable {
    static let columns: SQL =
        """
        dutyDeclaration.id, dutyDeclaration.agencyID, dutyDeclaration.version,
        dutyDeclaration.dutyID, dutyDeclaration.countsOn, dutyDeclaration.doneOn,
        dutyDeclaration.words, dutyDeclaration.signer, dutyDeclaration.signedAt,
        dutyDeclaration.state, dutyDeclaration.endedAt, dutyDeclaration.endReason
        """

    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        duty = try row.next()
        countsOn = try row.next()
        doneOn = try row.next()
        words = try row.next()
        signer = try row.next()
        signedAt = try row.next()
        state = try row.next()
        endedAt = try row.next()
        endReason = try row.next()
    }
}
