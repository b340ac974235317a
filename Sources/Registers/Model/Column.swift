import Access
import HTML
import Kernel
import Storage

/// Writes what a list shows of the value at a place of a row of the database.
typealias CellDrawing = @Sendable (any ColumnSource, _ place: Int, inout HTMLWriter) throws -> Void

/// What a list shows of the value at a place of a row of the database.
typealias NameReading = @Sendable (any ColumnSource, _ place: Int) throws -> Term

/// A field of a register without the type of its value, as tables and pages walk over it.
package final class Column<Row: Sendable>: Sendable {
    package let name: SQLName
    package let term: Term
    package let traits: FieldTraits
    package let input: FieldInput
    package let isRequired: Bool
    /// Whether the value follows from other fields and is never typed.
    package let isDerived: Bool
    package let value: @Sendable (Row) -> StoredValue
    package let typed: @Sendable (Row) -> String
    package let shown: @Sendable (Row) -> Term
    package let json: @Sendable (Row) -> JSONScalar
    /// What a list shows of the column, and where it stands in the list's order, read without the
    /// rest of the row.
    let draw: CellDrawing
    let readShown: NameReading
    let readStored: @Sendable (inout RowReader) throws -> StoredValue
    /// Reads what was typed, for its problem or for the column's stored value.
    package let read: @Sendable (String) throws(FieldProblem) -> StoredValue
    /// How a stored value of the column is read, as histories need it.
    package let word: @Sendable (String) -> Term

    init<Value: FieldValue>(_ field: Field<Row, Value>, isDerived: Bool) {
        let name = field.name
        let value = field.value
        self.name = name
        term = field.term
        traits = field.traits
        input = Value.input == .line && field.traits.isLong ? .paragraph : Value.input
        isRequired = !Value.allowsNothing && !isDerived
        self.isDerived = isDerived
        self.value = { value($0).stored }
        typed = { value($0).typed }
        let nothing = field.traits.nothing
        shown = { row in
            let shown = value(row).shown
            return shown.zh.isEmpty ? nothing ?? shown : shown
        }
        json = { value($0).json }
        draw = { row, place, writer in
            if let nothing, row.isNull(place) { return writer.words(nothing) }
            try Value.draw(row, place, in: &writer)
        }
        readShown = { try Value.read($0, $1).shown }
        readStored = { try $0.next(Value.self).stored }
        read = { typed throws(FieldProblem) in try field.read(typed).stored }
        word = { (try? Value(typed: $0))?.shown ?? Term($0, en: $0) }
    }
}
