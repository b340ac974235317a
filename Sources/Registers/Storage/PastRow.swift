import Access
import Foundation
import Kernel
import Ledger
import Storage

/// A row as its register had it at the end of a day, read from the ledger (X-3).
package struct PastRow<Row: RegisterRow>: Sendable {
    package let uuid: UUID
    private let values: [String: JSONScalar]

    /// What the ledger keeps of a column.
    package subscript(_ column: Column<Row>) -> JSONScalar { values[column.name.text] ?? .null }

    /// The value of a column as it was read then.
    package func shown(_ column: Column<Row>) -> Term {
        let nothing = column.traits.nothing ?? Term("", en: "")
        return self[column] == .null ? nothing : column.word(self[column].typed)
    }

    fileprivate init(_ uuid: UUID, _ text: String) throws {
        self.uuid = uuid
        values = try JSONDecoder().decode([String: JSONScalar].self, from: Data(text.utf8))
    }
}

/// A register as it was at the end of a day, or one page of it.
package struct PastRegister<Row: RegisterRow>: Sendable {
    package let day: Day
    /// What the agency was called then.
    package let agencyName: String
    package let slice: Slice<PastRow<Row>>
}

extension RegisterDesk {
    /// The register of the agency and day that `query` names, or of the caller's own and of today,
    /// in its order. Its words and filters are of today, and not asked.
    ///
    /// - Parameter limit: how many rows a page has.
    package func past(
        _ query: ListQuery, limit: Int = 100, by caller: Caller
    ) async throws -> PastRegister<Row> {
        try await door.read(by: caller) { view in
            let day = min(query.day ?? view.now.day, view.now.day)
            let agency = query.agency ?? caller.agency
            return PastRegister(
                day: day, agencyName: try Agency.name(of: agency, on: day, view),
                slice: try PastRow<Row>.page(
                    of: agency, at: day, query.order, after: query.after, limit: limit, view))
        }
    }
}

extension PastRow {
    /// The register of `agency` at the end of `day`, in the order of its list: without what was in
    /// the bin then, or kept for the record only.
    ///
    /// One seek in the ledger a row of the agency, however many others the table has.
    package static func page(
        of agency: AgencyID, at day: Day, _ order: ListOrder? = nil, after last: PageKey?,
        limit: Int = 100, _ view: View
    ) throws -> Slice<PastRow<Row>> {
        let register = Row.register
        let order = order ?? ListOrder(register.sort)
        let ofAgency: SQL = """
            item.agencyID = \(agency)
              AND \(view.reach(register.supervision), covers: "item.agencyID")
            """
        var conditions: [SQL] = ["past.kept IS NOT NULL", "\(SQL.kept("removedAt")) IS NULL"]
        if let gone = register.extras.gone {
            conditions.append("\(SQL.kept(gone.column)) IS DISTINCT FROM \(gone.value)")
        }
        let place: SQL = "COALESCE(\(SQL.kept(order.column)), '')"
        let way: SQL = order.isDescending ? "DESC" : "ASC"
        if let last {
            let beyond: SQL = order.isDescending ? "<" : ">"
            conditions.append("(\(place), past.id) \(beyond) (\(value: last.value), \(last.uuid))")
        }
        let found: [(id: UUID, text: String, place: String)] = try view.all(
            """
            WITH past AS MATERIALIZED (\(SQL.past(Row.self, at: day, where: ofAgency)))
            SELECT past.id, past.kept, \(place) FROM past
            WHERE \(SQL(joining: conditions, with: " AND "))
            ORDER BY \(place) \(way), past.id \(way) LIMIT \(limit + 1)
            """
        ) { (try $0.next(), try $0.next(), try $0.next()) }
        let rows = found.prefix(limit)
        return Slice(
            rows: try rows.map { try PastRow($0.id, $0.text) },
            next: found.count > limit
                ? rows.last.map { PageKey(value: .text($0.place), uuid: $0.id) } : nil)
    }
}

extension SQL {
    /// What the ledger kept of a column of `past`, as text.
    fileprivate static func kept(_ column: SQLName) -> SQL {
        SQL(
            sqlite: "CAST(json_extract(past.kept, \("$." + column.text)) AS TEXT)",
            postgreSQL: "(CAST(past.kept AS JSON) ->> CAST(\(column.text) AS TEXT))")
    }
}
