import Access
import Foundation
import Kernel
import Ledger
import Registers
import Storage

/// An asset as the register had it at the end of a day, read from the ledger (柒, X-3).
struct PastAsset: Sendable {
    let uuid: UUID
    private let values: [String: JSONScalar]

    /// The value of a column as it was read then.
    func shown(_ column: Column<Asset>) -> Term {
        guard let value = values[column.name.text] else { return Term("", en: "") }
        return column.word(value.typed)
    }

    /// `nil` where the register did not have it: not yet, in the bin, or scrapped.
    fileprivate init?(_ uuid: UUID, _ text: String?) throws {
        guard let text else { return nil }
        values = try JSONDecoder().decode([String: JSONScalar].self, from: Data(text.utf8))
        guard values["removedAt"] == nil, values["state"] != .text(AssetState.scrapped.rawValue)
        else { return nil }
        self.uuid = uuid
    }
}

/// One page of the register as it was.
struct PastPage: Sendable {
    let assets: [PastAsset]
    /// Where the next page begins; `nil` on the last.
    let next: UUID?
}

extension PastAsset {
    /// The register of `agency` at the end of `day`, in the order in which assets came into it.
    ///
    /// One seek in the ledger an asset, so a page costs the same however long the history is.
    static func page(
        of agency: AgencyID, at day: Day, after last: UUID?, limit: Int = 100, _ view: View
    ) throws -> PastPage {
        let bound = UUID(leastOfVersion7At: Instant(startOf: day.adding(days: 1)))
        let onward: SQL = if let last { "AND asset.id > \(last)" } else { "" }
        let found: [(UUID, String?)] = try view.all(
            """
            SELECT asset.id, (
              SELECT line.after FROM entryLine AS line
              WHERE line.recordKind = \(Asset.kind) AND line.recordID = asset.id
                AND line.entryID < \(bound)
              ORDER BY line.entryID DESC, line.ordinal DESC LIMIT 1)
            FROM asset
            WHERE asset.agencyID = \(agency) AND asset.id < \(bound) \(onward)
              AND \(view.reach(.open), covers: "asset.agencyID")
            ORDER BY asset.id LIMIT \(limit + 1)
            """
        ) { (try $0.next(), try $0.next()) }
        return PastPage(
            assets: try found.prefix(limit).compactMap { try PastAsset($0, $1) },
            next: found.count > limit ? found[limit - 1].0 : nil)
    }
}
