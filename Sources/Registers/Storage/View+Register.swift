import Access
import Foundation
import Kernel
import Storage

/// A row of a list with the name of its agency.
package struct Listed<Row: RegisterRow>: Hashable, Sendable {
    package let row: Row
    package let agencyName: String
}

extension View {
    /// One page of what the caller may see of a register.
    package func list<Row: RegisterRow>(
        _ query: ListQuery, of type: Row.Type = Row.self
    ) throws -> Slice<Listed<Row>> {
        let order = query.order ?? ListOrder(Row.register.sort)
        var conditions = conditions(query, of: type)
        if let key = query.after { conditions.append(Self.beyond(key, order)) }
        let walk = ListWalk(order: order, count: query.limit + 1)
        let source = try walk.rows(
            of: type.table, where: SQL(joining: conditions, with: " AND "),
            within: reach(Row.register.supervision), way(for: query, of: type))
        let rows = try all(
            """
            SELECT \(Self.columns(of: type)), agency.name
            \(source)
            """
        ) { reader in
            try Listed(row: Row.decode(&reader), agencyName: reader.next())
        }
        let page = Array(rows.prefix(query.limit))
        guard rows.count > query.limit, let last = page.last?.row else {
            return Slice(rows: page, next: nil)
        }
        return Slice(rows: page, next: Self.key(of: last, order))
    }

    /// How many rows `query` finds, whatever its page.
    package func count<Row: RegisterRow>(
        _ query: ListQuery, of type: Row.Type
    ) throws -> CappedCount {
        var conditions = conditions(query, of: type)
        conditions.append("\(reach(type.register.supervision), covers: "item.agencyID")")
        let number = try value(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM \(type.table) AS item
              WHERE \(SQL(joining: conditions, with: " AND "))
              LIMIT \(CappedCount.cap + 1)) AS counted
            """, as: Int.self)
        return CappedCount(number: number ?? 0)
    }

    /// The row with this id, in use or in the bin; `nil` out of the caller's reach.
    package func find<Row: RegisterRow>(_ uuid: UUID, of type: Row.Type = Row.self) throws
        -> Listed<Row>?
    {
        try all(
            """
            SELECT \(Self.columns(of: type)), agency.name
            FROM \(type.table) AS item JOIN agency ON agency.id = item.agencyID
            WHERE item.id = \(uuid) AND \(reach(type.register.supervision), covers: "item.agencyID")
            """
        ) { reader in
            try Listed(row: Row.decode(&reader), agencyName: reader.next())
        }.first
    }

    /// The rows, called `item`, for which `condition` holds; it names the agency.
    package func rows<Row: RegisterRow>(
        of type: Row.Type = Row.self, where condition: SQL
    ) throws -> [Row] {
        try all(
            """
            SELECT \(Self.columns(of: type)) FROM \(type.table) AS item
            WHERE \(condition) ORDER BY item.id
            """
        ) { reader in try Row.decode(&reader) }
    }

    /// How to go through the rows of a list: searches and single agencies need no choice.
    private func way<Row: RegisterRow>(
        for query: ListQuery, of type: Row.Type
    ) throws -> ListWalk.Way {
        guard query.words.isEmpty, query.agency == nil else { return .straight }
        return try ListWalk.way(through: reach(type.register.supervision), session)
    }

    /// What must hold of `item` beside that its agency is within reach.
    private func conditions<Row: RegisterRow>(_ query: ListQuery, of type: Row.Type) -> [SQL] {
        var conditions: [SQL] = [
            query.isBin ? "item.removedAt IS NOT NULL" : "item.removedAt IS NULL"
        ]
        if let agency = query.agency { conditions.append("item.agencyID = \(agency)") }
        if let question = Self.question(query, of: type) {
            conditions.append(question.condition(query.day ?? now.day))
        }
        for filter in query.filters {
            conditions.append("item.\(filter.column) = \(value: filter.value)")
        }
        if !query.words.isEmpty {
            let only = query.agency ?? reach(Row.register.supervision).onlyAgency
            conditions.append(
                "\(search: query.words, of: Row.kind, id: "item.id", in: only)")
        }
        return conditions
    }

    /// The question that is asked: the one of the address, or the usual one.
    private static func question<Row: RegisterRow>(
        _ query: ListQuery, of type: Row.Type
    ) -> RowQuestion? {
        guard !query.isBin, query.only != RowQuestion.everything else { return nil }
        let columns = type.register.columns
        return query.only.flatMap(columns.question) ?? columns.usual
    }

    static func columns<Row: RegisterRow>(of type: Row.Type) -> SQL {
        let entered = Row.register.columns.kept.map { "item.\($0.name)" as SQL }
        let head: [SQL] = ["item.id", "item.agencyID", "item.version", "item.removedAt"]
        return SQL(joining: head + entered, with: ", ")
    }

    private static func beyond(_ key: PageKey, _ order: ListOrder) -> SQL {
        let place: SQL = "(\(value: key.value), \(key.uuid))"
        return order.isDescending
            ? "(item.\(order.column), item.id) < \(place)"
            : "(item.\(order.column), item.id) > \(place)"
    }

    private static func key<Row: RegisterRow>(of row: Row, _ order: ListOrder) -> PageKey {
        let cell = row.cells.first { $0.column == order.column }
        return PageKey(value: cell?.value ?? .null, uuid: row.head.uuid)
    }
}

extension RegisterRow {
    static func decode(_ reader: inout RowReader) throws -> Self {
        let head = RowHead(
            uuid: try reader.next(), agencyID: try reader.next(), version: try reader.next(),
            removedAt: try reader.next())
        return try register.columns.decode(head, &reader)
    }
}
