import Access
import Foundation
import Kernel
import Ledger
import Storage
import Systems

extension Effect {
    /// What people change in the register while a round is open is found in the round: changed,
    /// added or scrapped. What follows from a system is no look at the asset.
    package static let openStockTakesNoteAssets = Effect(on: [Asset.kind, InformationSystem.kind]) {
        change, lines in
        guard !change.kinds.contains(InformationSystem.kind) else { return }
        for stockTake in try StockTake.open(of: change.agency, change.view) {
            try stockTake.note(lines, in: change)
        }
    }
}

extension StockTake {
    fileprivate func note(_ lines: [Line], in change: Change) throws {
        let items = try items(of: lines, change.view)
        var added: [StockTakeItem] = []
        for line in lines {
            let asset = line.record.uuid
            let found = try Self.found(line)
            guard let old = items[asset] else {
                added.append(StockTakeItem(found, of: asset, in: recordID, change))
                continue
            }
            var new = old
            new.result = old.result == .added && found == .changed ? .added : found
            guard new.result != old.result else { continue }
            new.decidedAt = change.now
            new.decidedBy = change.caller.name
            try change.update(new, from: old)
        }
        try change.insert(contentsOf: added)
    }

    private func items(of lines: [Line], _ view: View) throws -> [UUID: StockTakeItem] {
        var items: [UUID: StockTakeItem] = [:]
        for slice in lines.slices(of: 1_000) {
            let assets = slice.map(\.record.uuid)
            let some: [StockTakeItem] = try view.all(
                """
                SELECT \(StockTakeItem.columns) FROM stockTakeItem AS item
                WHERE item.stockTakeID = \(recordID) AND item.assetID IN \(list: assets)
                """)
            for item in some { items[item.assetID] = item }
        }
        return items
    }

    private static func found(_ line: Line) throws -> StockTakeResult {
        guard let before = try line.before.map(state) else { return .added }
        let after = try line.after.map(state)
        return after == .scrapped && before != .scrapped ? .scrapped : .changed
    }

    private static func state(of text: String) throws -> AssetState? {
        struct Lived: Decodable {
            let state: String
        }
        return AssetState(
            rawValue: try JSONDecoder().decode(Lived.self, from: Data(text.utf8)).state)
    }
}
