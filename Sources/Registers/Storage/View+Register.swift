import Access
import Foundation
import Kernel
import Storage

/// A row of a list with the name of its agency.
package struct Listed<Row: RegisterRow>: Hashable, Sendable {
    package let row: Row
    package let agencyName: String
}

extension Listed: RowDecodable {
    package init(_ reader: inout RowReader) throws {
        self.init(row: try Row.decode(&reader), agencyName: try reader.next())
    }
}

/// A row as its list shows it, in the order of the listed columns: of thirty, a list shows eight.
package struct ShownRow: Sendable {
    let uuid: UUID
    let cells: [Term]
    let agencyName: String

    init(_ readings: [ShownReading], _ reader: inout RowReader) throws {
        uuid = try reader.next()
        var cells: [Term] = []
        cells.reserveCapacity(readings.count)
        for reading in readings { cells.append(try reader.next(by: reading)) }
        self.cells = cells
        agencyName = try reader.next()
    }
}

extension View {
    /// One page of what the caller may see of a register.
    package func list<Row: RegisterRow>(
        _ query: ListQuery, of type: Row.Type = Row.self
    ) throws -> Slice<Listed<Row>> {
        try ListReading(query, self).slice()
    }

    /// How many rows `query` finds, whatever its page.
    package func count<Row: RegisterRow>(
        _ query: ListQuery, of type: Row.Type
    ) throws -> CappedCount {
        try ListReading<Row>(query, self).count()
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
            """, as: Listed<Row>.self
        ).first
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

    static func columns<Row: RegisterRow>(of type: Row.Type) -> SQL {
        Row.register.columns.selected
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
