import Access
import Foundation
import Kernel
import Ledger
import Storage

/// A row as its register had it at the end of a day, read from the ledger.
package struct PastRow<Row: RegisterRow>: Sendable {
    package let uuid: UUID
    private let values: [String: JSONScalar]

    /// The value of a column as it was read then.
    package func shown(_ column: Column<Row>) -> Term {
        guard let value = values[column.name.text] else { return Term("", en: "") }
        return column.word(value.typed)
    }

    /// `nil` where the register did not have it: not yet, in the bin, or kept for the record only.
    fileprivate init?(_ uuid: UUID, _ text: String?) throws {
        guard let text else { return nil }
        values = try JSONDecoder().decode([String: JSONScalar].self, from: Data(text.utf8))
        guard values["removedAt"] == nil else { return nil }
        if let gone = Row.register.extras.gone, values[gone.column.text] == .text(gone.value) {
            return nil
        }
        self.uuid = uuid
    }
}

/// One page of a register as it was.
package struct PastSlice<Row: RegisterRow>: Sendable {
    package let rows: [PastRow<Row>]
    /// Where the next page begins; `nil` on the last.
    package let next: UUID?
}

extension PastRow {
    /// The register of `agency` at the end of `day`, in the order in which rows came into it.
    ///
    /// One seek in the ledger a row, so a page costs the same however long the history is.
    package static func page(
        of agency: AgencyID, at day: Day, after last: UUID?, limit: Int = 100, _ view: View
    ) throws -> PastSlice<Row> {
        let bound = UUID(leastOfVersion7At: Instant(startOf: day.adding(days: 1)))
        let onward: SQL = if let last { "AND item.id > \(last)" } else { "" }
        let found: [(UUID, String?)] = try view.all(
            """
            SELECT item.id, (
              SELECT line.after FROM entryLine AS line
              WHERE line.recordKind = \(Row.kind) AND line.recordID = item.id
                AND line.entryID < \(bound)
              ORDER BY line.entryID DESC, line.ordinal DESC LIMIT 1)
            FROM \(Row.table) AS item
            WHERE item.agencyID = \(agency) AND item.id < \(bound) \(onward)
              AND \(view.reach(Row.register.supervision), covers: "item.agencyID")
            ORDER BY item.id LIMIT \(limit + 1)
            """
        ) { (try $0.next(), try $0.next()) }
        return PastSlice(
            rows: try found.prefix(limit).compactMap { try PastRow($0, $1) },
            next: found.count > limit ? found[limit - 1].0 : nil)
    }
}
