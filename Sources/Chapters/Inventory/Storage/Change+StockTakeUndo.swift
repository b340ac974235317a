import Access
import Exchange
import Foundation
import Ledger
import Storage

extension Change {
    /// Has the assets wait again that the lines confirmed in a round, where nothing else was found
    /// of them since.
    func takeBack(_ lines: [HistoryLine], in round: UUID) throws -> Undoing {
        let said = lines.filter { $0.record.kind == StockTakeItem.kind }
        let items = try StockTakeItem.of(round, said.map(\.record.uuid), view)
        var restored = 0
        var left: [UUID] = []
        for line in said {
            guard let item = items[line.record.uuid] else { continue }
            guard item.ledgerText == line.after else {
                left.append(item.assetID)
                continue
            }
            try remove(item)
            restored += 1
        }
        return Undoing(restored: restored, left: try named(left))
    }

    private func named(_ assets: [UUID]) throws -> [Undoing.Left] {
        try assets.slices(of: 1_000).flatMap { some in
            try view.all(
                "SELECT id, name FROM asset WHERE id IN \(list: Array(some)) ORDER BY name, id"
            ) { Undoing.Left(uuid: try $0.next(), name: try $0.next()) }
        }
    }
}

extension StockTakeItem {
    /// Those of `ids` by which a round still says something of an asset.
    fileprivate static func of(
        _ round: UUID, _ ids: [UUID], _ view: View
    ) throws -> [UUID: StockTakeItem] {
        var items: [UUID: StockTakeItem] = [:]
        for some in ids.slices(of: 1_000) {
            let found: [StockTakeItem] = try view.all(
                """
                SELECT \(columns) FROM stockTakeItem AS item
                WHERE item.stockTakeID = \(round) AND item.id IN \(list: Array(some))
                """)
            for item in found { items[item.recordID] = item }
        }
        return items
    }
}
