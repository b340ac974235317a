import Access
import Foundation
import Kernel
import Storage

/// What a round says about one asset.
package enum StockTakeResult: String, CaseIterable, Sendable {
    case pending
    case unchanged
    case changed
    case added
    case scrapped

    package var term: Term {
        switch self {
        case .pending: Term("待確認", en: "To check")
        case .unchanged: Term("都沒變", en: "Unchanged")
        case .changed: Term("有變動", en: "Changed")
        case .added: Term("新增", en: "Added")
        case .scrapped: Term("報廢", en: "Scrapped")
        }
    }
}

extension StockTakeResult: StoredAsText {}

/// That an asset was looked at in a round: what came of it, when, by whom.
package struct StockTakeItem: Recorded, Hashable {
    package static let kind: RecordKind = "stockTakeItem"
    package static let table: SQLName = "stockTakeItem"

    package let recordID: UUID
    package let agencyID: AgencyID
    package var version = 1
    package let stockTakeID: UUID
    package let assetID: UUID
    package var result: StockTakeResult
    package var decidedAt: Instant
    package var decidedBy: String

    package var cells: [Cell] {
        [
            Cell("stockTakeID", stockTakeID), Cell("assetID", assetID), Cell("result", result),
            Cell("decidedAt", decidedAt), Cell("decidedBy", decidedBy),
        ]
    }
}

extension StockTakeItem: RowDecodable {
    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        stockTakeID = try row.next()
        assetID = try row.next()
        result = try row.next()
        decidedAt = try row.next()
        decidedBy = try row.next()
    }

    static let columns: SQL = """
        item.id, item.agencyID, item.version, item.stockTakeID, item.assetID, item.result,
        item.decidedAt, item.decidedBy
        """
}

extension StockTakeItem {
    /// What was found of `asset` just now in a round.
    init(_ result: StockTakeResult, of asset: UUID, in stockTake: UUID, _ change: Change) {
        self.init(
            recordID: UUID(version7At: change.now), agencyID: change.agency,
            stockTakeID: stockTake, assetID: asset, result: result, decidedAt: change.now,
            decidedBy: change.caller.name)
    }
}

/// How many assets of a round have which result.
package struct StockTakeTally: Hashable, Sendable {
    private(set) var counts: [StockTakeResult: Int] = [:]

    package subscript(_ result: StockTakeResult) -> Int {
        get { counts[result] ?? 0 }
        set { counts[result] = newValue }
    }

    package var total: Int { counts.values.reduce(0, +) }
    package var decided: Int { total - self[.pending] }

    /// What came of the assets, in words: 「都沒變 124 筆、新增 1 筆」.
    var words: Term {
        let counts = StockTakeResult.allCases.filter { self[$0] > 0 }
        return Term(
            counts.map { "\($0.term.zh) \(self[$0]) 筆" }.joined(separator: "、"),
            en: counts.map { "\(self[$0]) \($0.term.en.lowercased())" }.joined(separator: ", "))
    }
}
