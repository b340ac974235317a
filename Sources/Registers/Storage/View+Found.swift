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
        let agencies =
            try reach.onlyAgency.map { [$0] } ?? ListWalk.way(through: reach, session).agencies
        let question = SearchQuestion(words, of: Row.kind, in: agencies)
        let ids = question.records(atMost: SearchQuestion.many)
        return try all(
            """
            SELECT \(Self.columns(of: type)), agency.name
            FROM (\(ids)) AS found CROSS JOIN \(Row.table) AS item
            LEFT JOIN agency ON agency.id = item.agencyID
            WHERE item.id = found.recordID AND item.removedAt IS NULL
              AND \(passing: reach)
            LIMIT \(limit)
            """
        ) { reader in
            try Listed(row: Row.decode(&reader), agencyName: reader.next())
        }
    }
}
