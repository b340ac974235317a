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
        let register = Row.register
        let order = query.order ?? ListOrder(register.sort)
        var conditions = conditions(query, of: type)
        if let key = query.after { conditions.append(Self.beyond(key, order)) }
        let direction: SQL = order.isDescending ? "DESC" : "ASC"
        let rows = try all(
            """
            SELECT \(Self.columns(of: type)), agency.name
            FROM \(register.table) AS item JOIN agency ON agency.id = item.agencyID
            WHERE \(SQL(joining: conditions, with: " AND "))
            ORDER BY item.\(order.column) \(direction), item.id \(direction)
            LIMIT \(query.limit + 1)
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
        let number = try value(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM \(type.table) AS item
              WHERE \(SQL(joining: conditions(query, of: type), with: " AND "))
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

    private func conditions<Row: RegisterRow>(_ query: ListQuery, of type: Row.Type) -> [SQL] {
        let reach = reach(Row.register.supervision)
        var conditions: [SQL] = [
            "\(reach, covers: "item.agencyID")",
            query.isBin ? "item.removedAt IS NOT NULL" : "item.removedAt IS NULL",
        ]
        if let agency = query.agency { conditions.append("item.agencyID = \(agency)") }
        if let question = Self.question(query, of: type) {
            conditions.append(question.condition(query.day ?? now.day))
        }
        for filter in query.filters {
            conditions.append("item.\(filter.column) = \(value: filter.value)")
        }
        if !query.words.isEmpty {
            let only = query.agency ?? reach.onlyAgency
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
