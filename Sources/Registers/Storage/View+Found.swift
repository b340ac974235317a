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
        let way = try ListWalk.way(through: reach, session)
        let question = try question(words, of: Row.kind, within: reach, way)
            .lookingUpRareWords(in: session)
        let ids = question.records(atMost: SearchQuestion.many)
        return try all(
            """
            SELECT \(type.register.columns.selected), agency.name
            FROM (\(ids)) AS found CROSS JOIN \(Row.table) AS item
            LEFT JOIN agency ON agency.id = item.agencyID
            WHERE item.id = found.recordID AND item.removedAt IS NULL
              AND \(passing: reach)
            LIMIT \(limit)
            """)
    }

    /// The question for the words that finds the first records within `reach`, and not the first of
    /// the city: of them, few might be within reach.
    ///
    /// - Parameter many: the records that a word may have to be asked of the whole city.
    func question(
        _ words: String, of kind: RecordKind, within reach: Reach, _ way: ListWalk.Way,
        many: Int = SearchQuestion.many
    ) throws -> SearchQuestion {
        let few = reach.onlyAgency.map { [$0] } ?? way.agencies
        let question = SearchQuestion(words, of: kind, in: few)
        guard few.isEmpty, reach != .city,
            try question.extent(upTo: many, in: session).matched > many
        else { return question }
        let agencies: [AgencyID] = try values(
            "SELECT id FROM agency WHERE \(reach, covers: "agency.id")")
        return SearchQuestion(words, of: kind, in: agencies)
    }
}
