import Access
import Foundation
import Kernel
import Registers
import Sheets
import Storage
import Synchronization

/// Works out what a table would change in one agency's register. Touches nothing.
struct ImportPlanner<Row: Sendable> {
    let exchange: Exchange<Row>
    let agency: AgencyID
    let agencyName: String
    let now: Instant
    /// What is written into new rows where the file has nothing, by the names of the fields.
    let defaults: [String: String]
    /// Names of other registers' rows, by the column that names them.
    let known: [SQLName: KnownNames]

    private let matched: [MatchedColumn<Row>]
    private let reading: RowReading

    init(
        _ exchange: Exchange<Row>, _ table: ReadTable, _ choices: ImportChoices,
        agency: AgencyID, named agencyName: String, at now: Instant,
        known: [SQLName: KnownNames] = [:]
    ) {
        let matching = choices.matching
        self.exchange = exchange
        self.agency = agency
        self.agencyName = agencyName
        self.now = now
        self.known = known
        let defaults = choices.defaults
        self.defaults = defaults
        let matched = table.columns.compactMap { heading in
            matching.fields[heading.column].flatMap { exchange.columns[$0] }.flatMap {
                $0.isDerived ? nil : MatchedColumn(heading: heading, field: $0)
            }
        }
        self.matched = matched
        func places(_ names: [SQLName]) -> [Int] {
            names.compactMap { name in matched.firstIndex { $0.field.name == name } }
        }
        reading = RowReading(
            readers: matched.map { column in
                let name = column.field.name
                return CellReader(
                    column.heading, names: known[name],
                    keptPlace: exchange.columns.kept.firstIndex { $0.name == name }
                ) { column.field.read($0, under: column.heading.written) }
            },
            keys: RowKeys(
                identity: places(exchange.columns.identity),
                otherwise: places(exchange.columns.otherwise), count: matched.count),
            agencyColumn: table.columns.first {
                matching.fields[$0.column] == Matching.agency
            }, agencyName: agencyName, absent: table.isSparse ? .absent : .empty,
            blanks: exchange.columns.kept.map { try? $0.read(defaults[$0.name.text] ?? "") })
    }

    /// - Parameters:
    ///   - existing: the rows of the agency that are in use.
    ///   - inspector: asked of each row in turn; without one, nothing but the file and these rows is
    ///     looked at, beside the writing.
    ///   - looked: told how far the plan has come, after each row of which it knows what becomes.
    ///   - line: where the next rows are read meanwhile.
    ///   - add: given the new rows, a thousand at a time.
    func plan(
        _ rows: [SheetRow], existing: [Row], _ inspector: RowInspector<Row>? = nil,
        looked: @escaping @Sendable (ImportPlan<Row>) -> Void = { _ in },
        on line: AheadLine = AheadLine(), add: ([Row]) throws -> Void = { _ in }
    ) throws -> ImportPlan<Row> {
        let settling = Mutex(Settling(self, existing, room: rows.count))
        let isInspected = inspector != nil
        let inspect = inspector?.errors ?? { _, _ in [] }
        let read = reader(besides: settling.withLock(\.keys))
        try rows.slices(of: Self.atOnce).madeAhead(on: line) { some in
            let some = read(some)
            return isInspected
                ? .read(some)
                : Ahead.settled(settling.withLock { $0.settle(some, looked) { _, _ in [] } })
        } _: { ahead in
            switch ahead {
            case .settled(let created): try add(created)
            case .read(let rows):
                try add(settling.withLock { try $0.settle(rows, looked, inspect) })
            }
        }
        let rest = try settling.withLock { try $0.settleRest(looked, inspect) }
        for some in rest.slices(of: Self.atOnce) { try add(Array(some)) }
        return settling.withLock(\.plan)
    }

    /// How many rows are read, and how many written, at a time.
    private static var atOnce: Int { 1_000 }

    /// What was done with some rows ahead of the writing.
    private enum Ahead {
        case read([ReadAhead])
        case settled(_ created: [Row])
    }

    /// A row of the file, and the new row of the register that it makes, if it makes one whatever
    /// stands there.
    typealias ReadAhead = (row: ReadRow, new: NewRow?)

    /// A new row of the register, and what to say of it.
    typealias NewRow = (row: Row, notes: [ImportNote])

    /// Reads rows of the file, and makes new ones of those that are none of the register's: it asks
    /// nothing of the database.
    private func reader(
        besides keys: Set<String>
    ) -> @Sendable (ArraySlice<SheetRow>) -> [ReadAhead] {
        let (reading, columns, agency, now) = (reading, exchange.columns, agency, now)
        return { rows in
            rows.map { row in
                let row = reading.read(row)
                guard row.errors.isEmpty, !keys.contains(row.key.text),
                    let (values, notes) = reading.newValues(row),
                    let new = try? columns.row(RowHead(newIn: agency, at: now), of: values)
                else { return (row, nil) }
                return (row, (new, notes))
            }
        }
    }
}

// Comparing a row of the file with those that are there.
extension ImportPlanner {
    func key(of row: Row) -> String {
        reading.keys.key { matched[$0].field.value(row).identifying }.text
    }

    func isSame(_ old: Row, _ read: ReadRow) -> Bool {
        zip(matched, read.cells).allSatisfy { column, cell in
            Self.stays(column.field, cell, old)
        }
    }

    /// Whether a cell leaves the field as it is: it says the same, nothing where something must
    /// stand, or is not there.
    private static func stays(_ field: Column<Row>, _ cell: ReadCell, _ old: Row) -> Bool {
        if cell.isAbsent || (cell.isBlank && field.isRequired) { return true }
        let stored = field.value(old)
        return (cell.value ?? .null).saysTheSame(as: stored)
            || (cell.newValue ?? .null).saysTheSame(as: stored)
            || StoredValue.text(cell.written).saysTheSame(as: stored)
    }

    /// The fields of a row in use in which something stands that a blank of the file takes away.
    func emptied(_ read: ReadRow, _ old: Row, _ new: Row) -> [SQLName] {
        zip(matched, read.cells).compactMap { column, cell in
            let field = column.field
            let isEmptied =
                cell.isBlank && !field.typed(old).isEmpty && field.typed(new).isEmpty
            return isEmptied ? field.name : nil
        }
    }

    var identityHeading: String {
        reading.keys.identity.map { matched[$0].heading.written }.joined(separator: "、")
    }

    func identityText(_ row: ReadRow) -> String {
        reading.keys.identity.map { row.cells[$0].written }.filter { !$0.isEmpty }
            .joined(separator: "、")
    }
}

// Making the row that is to be written.
extension ImportPlanner {
    func build(_ read: ReadRow, _ old: Row?) throws(InvalidRow) -> NewRow {
        var notes: [ImportNote] = []
        var typed: [SQLName: String] = [:]
        for (column, cell) in zip(matched, read.cells) {
            let name = column.field.name
            if let old, Self.stays(column.field, cell, old) {
                typed[name] = column.field.typed(old)
            } else if let known = known[name], !cell.typed.isEmpty {
                typed[name] = known.spelling(of: cell.typed) ?? cell.typed
                if let note = known.note(cell.typed, column.heading.written, read.number) {
                    notes.append(note)
                }
            } else {
                typed[name] = cell.typed
            }
        }
        let head = old.map(exchange.store.head) ?? RowHead(newIn: agency, at: now)
        let row = try exchange.columns.build(head) { name in
            if let typed = typed[name], old != nil || !typed.isEmpty { return typed }
            if let old { return exchange.columns[name.text]?.typed(old) ?? "" }
            return defaults[name.text] ?? ""
        }
        return (row, notes)
    }

    func errors(_ invalid: InvalidRow, _ read: ReadRow, _ old: Row?) -> [ImportError] {
        invalid.errors.map { error in
            let place = matched.firstIndex { $0.field.name == error.field }
            let field = exchange.columns[error.field.text]
            let heading =
                place.map { matched[$0].heading.written } ?? field?.term.zh ?? error.field.text
            let written = place.map { read.cells[$0].written } ?? ""
            if !written.isEmpty {
                return .wrong(read.number, heading, written, error.message)
            }
            let given = old.flatMap { field?.typed($0) } ?? defaults[error.field.text] ?? ""
            if given.isEmpty, let field, field.isRequired {
                return .missing(read.number, heading, field.input)
            }
            return ImportError(
                row: read.number, column: heading, value: given,
                message: Term(
                    "第 \(read.number) 列：\(error.message.zh)",
                    en: "Row \(read.number): \(error.message.en)"))
        }
    }
}

/// A column of the file together with the field that it fills.
private struct MatchedColumn<Row: Sendable> {
    let heading: TableHeader.Column
    let field: Column<Row>
}
