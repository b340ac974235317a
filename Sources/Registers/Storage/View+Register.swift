import Access
import Foundation
import HTML
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

/// The row of a list that is being read: its cells are drawn from where they stand. Of thirty
/// columns a list shows eight.
package final class ShownRow {
    let uuid: UUID
    /// What the column says that names the row.
    let name: Term
    private let source: any ColumnSource
    private let start: Int
    /// Why a cell could not be read.
    fileprivate(set) var fault: (any Error)?

    init(_ reader: inout RowReader, cells: Int, named read: NameReading) throws {
        uuid = try reader.next()
        (source, start) = reader.pass(cells + 1)
        name = try read(source, start)
    }

    /// - Parameter place: which of the listed columns; after them stands the agency's name.
    func draw(_ place: Int, by draw: CellDrawing, in writer: inout HTMLWriter) {
        do { try draw(source, start + place, &writer) } catch { fault = error }
    }
}

extension View {
    /// One page of what the caller may see of a register, with the names of agencies as `name` tells
    /// them.
    package func list<Row: RegisterRow>(
        _ query: ListQuery, of type: Row.Type = Row.self, naming name: SQL = "agency.name"
    ) throws -> Slice<Listed<Row>> {
        try ListReading(query, self).slice(naming: name)
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
            SELECT \(type.register.columns.selected), agency.name
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
            SELECT \(type.register.columns.selected) FROM \(type.table) AS item
            WHERE \(condition) ORDER BY item.id
            """
        ) { reader in try Row.decode(&reader) }
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
