import Access
import Foundation
import Kernel
import Storage

/// What somebody saw change about a thing of the agency (柒/一/4): open until the register says so.
package struct AssetNotice: Recorded, Hashable {
    package static let kind: RecordKind = "assetNotice"
    package static let table: SQLName = "assetNotice"

    package let recordID: UUID
    package let agencyID: AgencyID
    package var version = 1
    /// Which thing, in the words of whoever saw it.
    package let what: String
    /// What changed about it.
    package let change: String
    package let saidBy: String
    package let sayerID: UUID?
    package let saidAt: Instant
    package var settlement: NoticeSettlement?

    package var isOpen: Bool { settlement == nil }

    package var cells: [Cell] {
        [
            Cell("what", what), Cell("change", change), Cell("saidBy", saidBy),
            Cell("sayerID", sayerID), Cell("saidAt", saidAt),
            Cell("assetID", settlement?.assetID), Cell("answer", settlement?.answer),
            Cell("settledBy", settlement?.by), Cell("settledAt", settlement?.at),
        ]
    }

    /// How many days it has been open, or was.
    package func age(on today: Day) -> Int {
        (settlement?.at.day ?? today).number - saidAt.day.number
    }
}

/// What became of a notice: the asset whose row was updated, or why none had to be.
package struct NoticeSettlement: Hashable, Sendable {
    package let assetID: UUID?
    package let answer: String?
    package let by: String
    package let at: Instant
}

extension AssetNotice: RowDecodable {
    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        what = try row.next()
        change = try row.next()
        saidBy = try row.next()
        sayerID = try row.next()
        saidAt = try row.next()
        let asset: UUID? = try row.next()
        let answer: String? = try row.next()
        let by: String? = try row.next()
        let at: Instant? = try row.next()
        if let by, let at {
            settlement = NoticeSettlement(assetID: asset, answer: answer, by: by, at: at)
        }
    }

    static let columns: SQL = """
        assetNotice.id, assetNotice.agencyID, assetNotice.version, assetNotice.what,
        assetNotice.change, assetNotice.saidBy, assetNotice.sayerID, assetNotice.saidAt,
        assetNotice.assetID, assetNotice.answer, assetNotice.settledBy, assetNotice.settledAt
        """
}

/// Why a notice cannot be made or settled.
package enum AssetNoticeRefusal: Refusal, Hashable {
    case unknown
    case empty
    case tooLong
    case settled
    case notUpdated
    case answerNeeded

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .settled, .notUpdated: .conflict
        case .empty, .tooLong, .answerNeeded: .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknown: "asset_notice.unknown"
        case .empty: "asset_notice.empty"
        case .tooLong: "asset_notice.too_long"
        case .settled: "asset_notice.settled"
        case .notUpdated: "asset_notice.not_updated"
        case .answerNeeded: "asset_notice.answer_needed"
        }
    }

    package var message: Term {
        switch self {
        case .unknown: Term("找不到這則通知。", en: "There is no such notice.")
        case .empty: Term("兩格都要填：什麼東西、有什麼變動", en: "Say which thing, and what changed")
        case .tooLong: Term("每一格最多 200 字", en: "At most 200 characters in each field")
        case .settled: Term("這則通知已經處理了。", en: "This notice is settled already.")
        case .notUpdated:
            Term(
                "通知之後這筆資產還沒改過。先更新清冊，通知就會結案。",
                en: "That asset has not changed since. Update it, and the notice is settled.")
        case .answerNeeded: Term("寫一句為什麼清冊不用改", en: "Say why the register stays as it is")
        }
    }
}
