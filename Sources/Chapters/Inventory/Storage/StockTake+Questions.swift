import Access
import Foundation
import Kernel
import Registers
import Sheets
import Storage

/// What narrows the assets of a round.
package struct StockTakeFilter: Hashable, Sendable {
    package var words = ""
    package var place: String?
    package var keeper: String?
    package var assetClass: AssetClass?

    package init() {}

    package var isEmpty: Bool { self == StockTakeFilter() }

    /// What must hold of `asset`.
    func condition(in agency: AgencyID) -> SQL {
        var conditions: [SQL] = ["TRUE"]
        if !words.isEmpty {
            conditions.append("\(search: words, of: Asset.kind, id: "asset.id", in: agency)")
        }
        if let place { conditions.append("asset.place = \(place)") }
        if let keeper { conditions.append("asset.keeper = \(keeper)") }
        if let assetClass { conditions.append("asset.assetClass = \(assetClass)") }
        return SQL(joining: conditions, with: " AND ")
    }
}

extension StockTake {
    /// The round, within what the caller sees.
    static func find(_ id: UUID, _ view: View) throws -> StockTake {
        let found: StockTake? = try view.first(
            """
            SELECT \(columns) FROM stockTake
            WHERE id = \(id) AND \(view.reach(.open), covers: "stockTake.agencyID")
            """)
        guard let found else { throw StockTakeRefusal.unknown }
        return found
    }

    /// The rounds of one agency, the newest first.
    static func all(of agency: AgencyID, _ view: View) throws -> [StockTake] {
        try view.all(
            """
            SELECT \(columns) FROM stockTake
            WHERE agencyID = \(agency) AND \(view.reach(.open), covers: "stockTake.agencyID")
            ORDER BY year DESC
            """)
    }

    /// The open rounds of one agency.
    static func open(of agency: AgencyID, _ view: View) throws -> [StockTake] {
        try view.all(
            """
            SELECT \(columns) FROM stockTake WHERE agencyID = \(agency) AND signedAt IS NULL
            """)
    }

    /// The assets of the round: the register as it is while the round is open, afterwards as it was
    /// signed.
    private var assets: SQL { isOpen ? presentAssets : signedAssets }

    /// Where the results stand beside `assets`; none while nobody has looked.
    private var results: SQLName { isOpen ? "item" : "asset" }

    /// An asset stands in an open round while it is in use or idle, or when the round says what
    /// became of it.
    private var presentAssets: SQL {
        """
        FROM asset
        LEFT JOIN stockTakeItem AS item
          ON item.assetID = asset.id AND item.stockTakeID = \(recordID)
        WHERE asset.agencyID = \(agencyID) AND asset.removedAt IS NULL
          AND (asset.state <> 'scrapped' OR item.id IS NOT NULL)
        """
    }

    private var signedAssets: SQL {
        """
        FROM (
          SELECT line.assetID AS id, line.result, line.decidedAt, line.decidedBy,
            \(AssetLine.columns(of: "line"))
          FROM stockTakeRow AS line
          WHERE line.stockTakeID = \(recordID) AND line.signing = \(signings)) AS asset
        WHERE TRUE
        """
    }

    /// How many assets have which result.
    package func tally(_ view: View) throws -> StockTakeTally {
        var tally = StockTakeTally()
        let counts: [(StockTakeResult, Int)] = try view.all(
            """
            SELECT COALESCE(\(results).result, 'pending') AS found, count(*) \(assets)
            GROUP BY COALESCE(\(results).result, 'pending')
            """
        ) { (try $0.next(), try $0.next()) }
        for (result, count) in counts { tally[result] = count }
        return tally
    }

    /// The assets of a choice that nobody has looked at yet.
    func pending(_ choice: StockTakeChoice, _ view: View) throws -> [UUID] {
        let chosen: SQL =
            switch choice {
            case .assets(let ids): "asset.id IN \(list: ids)"
            case .matching(let filter): filter.condition(in: agencyID)
            }
        return try view.values(
            """
            SELECT asset.id \(assets) AND \(results).result IS NULL AND \(chosen)
            ORDER BY asset.id
            """)
    }

    /// One page of the assets of the round, by name. What was signed is searched as it was signed, and
    /// not as the register has it now.
    func lines(
        _ result: StockTakeResult?, _ filter: StockTakeFilter, after key: StockTakeKey?,
        limit: Int = 200, _ view: View
    ) throws -> [StockTakeLine] {
        var rest = filter
        if !isOpen { rest.words = "" }
        var conditions: [SQL] = [rest.condition(in: agencyID)]
        switch result {
        case nil: break
        case .pending: conditions.append("\(results).result IS NULL")
        case .some(let result): conditions.append("\(results).result = \(result)")
        }
        if let key { conditions.append("(asset.name, asset.id) > (\(key.name), \(key.asset))") }
        let isSearched = rest != filter
        let end: SQL = isSearched ? "" : "LIMIT \(limit)"
        let lines: [StockTakeLine] = try view.all(
            """
            SELECT asset.id, \(results).result, \(results).decidedAt, \(results).decidedBy,
              \(AssetLine.columns(of: "asset"))
            \(assets) AND \(SQL(joining: conditions, with: " AND "))
            ORDER BY asset.name, asset.id \(end)
            """)
        return isSearched
            ? Array(lines.lazy.filter { $0.asset.searched.have(filter.words) }.prefix(limit))
            : lines
    }

    /// The words that stand most often in a column of the round's assets, for its filter.
    func words(of column: SQLName, _ view: View) throws -> [String] {
        try view.values(
            """
            SELECT asset.\(column) \(assets) AND asset.\(column) IS NOT NULL
            GROUP BY asset.\(column) ORDER BY count(*) DESC, asset.\(column) LIMIT 100
            """)
    }
}

/// One asset as a round's page shows it.
package struct StockTakeLine: Hashable, Sendable, RowDecodable {
    package let assetID: UUID
    package let result: StockTakeResult
    package let decidedAt: Instant?
    package let decidedBy: String?
    package let asset: AssetLine

    package init(_ row: inout RowReader) throws {
        assetID = try row.next()
        let result: StockTakeResult? = try row.next()
        self.result = result ?? .pending
        decidedAt = try row.next()
        decidedBy = try row.next()
        asset = try AssetLine(&row)
    }
}

extension AssetLine {
    /// The texts in which words are looked for.
    fileprivate var searched: [String?] {
        [systemName, name, owner, manager, usedBy, place, propertyNumber, keeper, maker, model]
    }
}

/// The place in a round's list after which the next page begins.
struct StockTakeKey: Hashable, Sendable {
    let name: String
    let asset: UUID
}
