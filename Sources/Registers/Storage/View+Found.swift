import Access
import Kernel
import Storage

extension View {
    /// The rows of a register in use that have the words, within the caller's reach: one query.
    ///
    /// No more than `limit` are looked at, so that a common word costs no more than a rare one.
    package func found<Row: RegisterRow>(
        _ words: String, limit: Int = 200, of type: Row.Type = Row.self
    ) throws -> [Listed<Row>] {
        let reach = reach(Row.register.supervision)
        return try all(
            """
            SELECT \(Self.columns(of: type)), agency.name
            FROM \(Row.table) AS item JOIN agency ON agency.id = item.agencyID
            WHERE item.removedAt IS NULL AND item.id IN (
              SELECT searchEntry.recordID FROM searchEntry
              WHERE \(reach, covers: "searchEntry.agencyID") AND \(
                search: words, of: Row.kind, id: "searchEntry.recordID", in: reach.onlyAgency)
              LIMIT \(limit))
            """
        ) { reader in
            try Listed(row: Row.decode(&reader), agencyName: reader.next())
        }
    }
}
