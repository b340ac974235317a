import Access
import Foundation
import Kernel
import Registers
import Sheets
import Storage

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
    private let agencyColumn: TableHeader.Column?
    private let identity: [MatchedColumn<Row>]
    private let otherwise: [MatchedColumn<Row>]
    /// What stands in a new row where the file says nothing, by the places of `columns.kept`; `nil`
    /// where something must stand.
    private let blanks: [StoredValue?]

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
        blanks = exchange.columns.kept.map { try? $0.read(defaults[$0.name.text] ?? "") }
        var matched: [MatchedColumn<Row>] = []
        for column in table.columns {
            guard let name = matching.fields[column.column], let field = exchange.columns[name],
                !field.isDerived
            else { continue }
            let kept = exchange.columns.kept.firstIndex {
                $0.name == field.name && known[field.name] == nil
            }
            matched.append(
                MatchedColumn(
                    place: matched.count, heading: column, field: field, keptPlace: kept))
        }
        self.matched = matched
        agencyColumn = table.columns.first { matching.fields[$0.column] == Matching.agency }
        func columns(_ names: [SQLName]) -> [MatchedColumn<Row>] {
            names.compactMap { name in matched.first { $0.field.name == name } }
        }
        identity = columns(exchange.columns.identity)
        otherwise = columns(exchange.columns.otherwise)
    }

    /// - Parameter existing: the rows of the agency that are in use.
    func plan(
        _ rows: [SheetRow], existing: [Row], _ inspector: RowInspector<Row> = RowInspector()
    ) throws -> ImportPlan<Row> {
        var plan = ImportPlan<Row>()
        var register = KnownRows(existing, key: key(of:))
        var memory = Array(repeating: ReadingMemory(), count: matched.count)
        let read = rows.map { self.read($0, &memory) }
        var sound: [ReadRow] = []
        for row in read {
            if row.errors.isEmpty { sound.append(row) } else { plan.refuse(row.number, row.errors) }
        }
        // Rows that say what stands there already come first, so that an export of two rows with one
        // name changes nothing.
        var rest: [ReadRow] = []
        for row in sound {
            if register.take(row.key, from: row.number, where: { isSame($0, row) }) != nil {
                plan.unchanged += 1
            } else {
                rest.append(row)
            }
        }
        for row in rest { try place(row, &register, &plan, inspector) }
        plan.refused.sort()
        plan.errors.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        return plan
    }

    private func place(
        _ row: ReadRow, _ register: inout KnownRows<Row>, _ plan: inout ImportPlan<Row>,
        _ inspector: RowInspector<Row>
    ) throws {
        if row.isNamed, let first = register.firstRow(row.key) {
            return plan.refuse(
                row.number, [.twice(row.number, first, identityHeading, identityText(row))])
        }
        let candidates = row.isNamed ? register.count(row.key) : 0
        guard candidates < 2 else {
            let error = ImportError.several(
                row.number, candidates, identityHeading, identityText(row))
            return plan.refuse(row.number, [error])
        }
        let old =
            row.isKnowable ? register.take(row.key, from: row.number) { _ in true } : nil
        if old == nil { register.note(row.key, from: row.number) }
        do {
            let new = try build(row, old, &plan)
            let problems = try inspector.errors(new, old)
            guard problems.isEmpty else { throw InvalidRow(problems) }
            if let old {
                plan.updated.append(.init(old: old, new: new))
            } else {
                plan.created.append(new)
            }
        } catch let invalid as InvalidRow {
            plan.refuse(row.number, errors(invalid, row, old))
        }
    }
}

// Reading a row of the file.
extension ImportPlanner {
    private func read(_ row: SheetRow, _ memory: inout [ReadingMemory]) -> ReadRow {
        let cells = matched.map { column in
            memory[column.place].cell(row[column.heading.column]) { column.field.read($0) }
        }
        var errors: [ImportError] = []
        for (column, cell) in zip(matched, cells) {
            if let advice = cell.advice {
                errors.append(.wrong(row.number, column.heading.written, cell.written, advice))
            }
        }
        if let agencyColumn {
            let written = row[agencyColumn.column].text.tidied
            if !written.isEmpty, written.comparable != agencyName.comparable {
                errors.append(.ofAnother(row.number, agencyColumn.written, written))
            }
        }
        let (key, strength) = key { cells[$0.place].value?.identifying ?? "" }
        return ReadRow(
            number: row.number, cells: cells, errors: errors, key: key,
            isNamed: strength == .identity, isKnowable: strength != .whole)
    }

    private func key(of row: Row) -> String {
        key { $0.field.cell(row).value.identifying }.key
    }

    /// The key by which an existing row is found: what identifies it or, where that is empty, the
    /// columns by which it is known otherwise or, where they are too, all that the file tells.
    private func key(
        _ identifying: (MatchedColumn<Row>) -> String
    ) -> (key: String, strength: KeyStrength) {
        for (columns, strength) in [(identity, KeyStrength.identity), (otherwise, .otherwise)] {
            let parts = columns.map(identifying)
            if parts.contains(where: { !$0.isEmpty }) {
                return (strength.mark + parts.joined(separator: "\u{1F}"), strength)
            }
        }
        let whole = matched.map(identifying).joined(separator: "\u{1F}")
        return (KeyStrength.whole.mark + whole, .whole)
    }

    private func isSame(_ old: Row, _ read: ReadRow) -> Bool {
        zip(matched, read.cells).allSatisfy { column, cell in
            Self.stays(column.field, cell, old)
        }
    }

    /// Whether a cell leaves the field as it is: it says the same, or nothing where something must
    /// stand.
    private static func stays(_ field: Column<Row>, _ cell: ReadCell, _ old: Row) -> Bool {
        if cell.isBlank, field.isRequired { return true }
        let stored = field.cell(old).value
        return (cell.value ?? .null).saysTheSame(as: stored)
            || StoredValue.text(cell.written).saysTheSame(as: stored)
    }

    private var identityHeading: String {
        identity.map(\.heading.written).joined(separator: "、")
    }

    private func identityText(_ row: ReadRow) -> String {
        identity.map { row.cells[$0.place].written }.filter { !$0.isEmpty }.joined(separator: "、")
    }
}

// Making the row that is to be written.
extension ImportPlanner {
    private func build(
        _ read: ReadRow, _ old: Row?, _ plan: inout ImportPlan<Row>
    ) throws(InvalidRow) -> Row {
        if old == nil, let values = newValues(read) {
            return try exchange.columns.row(RowHead(newIn: agency, at: now), of: values)
        }
        var typed: [SQLName: String] = [:]
        for (column, cell) in zip(matched, read.cells) {
            let name = column.field.name
            if let old, Self.stays(column.field, cell, old) {
                typed[name] = column.field.typed(old)
            } else if let known = known[name], !cell.typed.isEmpty {
                typed[name] = known.spelling(of: cell.typed) ?? cell.typed
                if let note = known.note(cell.typed, column.heading.written, read.number) {
                    plan.notes.append(note)
                }
            } else {
                typed[name] = cell.typed
            }
        }
        let head = old.map(exchange.store.head) ?? RowHead(newIn: agency, at: now)
        return try exchange.columns.build(head) { name in
            if let typed = typed[name], old != nil || !typed.isEmpty { return typed }
            if let old { return exchange.columns[name.text]?.typed(old) ?? "" }
            return defaults[name.text] ?? ""
        }
    }

    /// The values of a new row as its cells were read; `nil` where something is missing or names a row
    /// of another register.
    private func newValues(_ read: ReadRow) -> [StoredValue]? {
        var values = blanks
        for (column, cell) in zip(matched, read.cells) where !cell.typed.isEmpty {
            guard let place = column.keptPlace else { return nil }
            values[place] = cell.value
        }
        let whole = values.compactMap(\.self)
        return whole.count == values.count ? whole : nil
    }

    private func errors(_ invalid: InvalidRow, _ read: ReadRow, _ old: Row?) -> [ImportError] {
        invalid.errors.map { error in
            let column = matched.first { $0.field.name == error.field }
            let field = exchange.columns[error.field.text]
            let heading = column?.heading.written ?? field?.term.zh ?? error.field.text
            let written = column.map { read.cells[$0.place].written } ?? ""
            if !written.isEmpty {
                return .wrong(read.number, heading, written, error.message)
            }
            let given = old.flatMap { field?.typed($0) } ?? defaults[error.field.text] ?? ""
            if given.isEmpty, field?.isRequired ?? false { return .missing(read.number, heading) }
            return ImportError(
                row: read.number, column: heading, value: given,
                message: Term(
                    "第 \(read.number) 列：\(error.message.zh)",
                    en: "Row \(read.number): \(error.message.en)"))
        }
    }
}

/// A column of the file together with the field that it fills.
final class MatchedColumn<Row: Sendable>: Sendable {
    /// Its place among the matched ones.
    let place: Int
    let heading: TableHeader.Column
    let field: Column<Row>
    /// Its place among the columns of a row, if a cell fills it just as it was read; `nil` where the
    /// cell may name a row of another register.
    let keptPlace: Int?

    init(place: Int, heading: TableHeader.Column, field: Column<Row>, keptPlace: Int?) {
        self.place = place
        self.heading = heading
        self.field = field
        self.keptPlace = keptPlace
    }
}

/// What a column's cells have said so far; most columns say few things again and again.
private struct ReadingMemory {
    private var known: [String: ReadCell] = [:]

    mutating func cell(_ value: CellValue, read: (CellValue) -> ReadCell) -> ReadCell {
        guard case .text(let text) = value else { return read(value) }
        if let cell = known[text] { return cell }
        let cell = read(value)
        if known.count < 500 { known[text] = cell }
        return cell
    }
}

/// A row of the file, read.
private struct ReadRow {
    let number: Int
    let cells: [ReadCell]
    let errors: [ImportError]
    let key: String
    /// Whether the row says which record it is about.
    let isNamed: Bool
    /// Whether a row that differs in something may be the one that is meant.
    let isKnowable: Bool
}

/// By which columns a row is known.
private enum KeyStrength {
    case identity
    case otherwise
    case whole

    /// Keeps keys of different columns apart.
    var mark: String {
        switch self {
        case .identity: "="
        case .otherwise: "~"
        case .whole: "*"
        }
    }
}

/// The rows of the register by their keys, each used once, and which row of the file used a key.
private struct KnownRows<Row> {
    private var rows: [String: [Row]] = [:]
    private var users: [String: Int] = [:]

    init(_ existing: [Row], key: (Row) -> String) {
        for row in existing { rows[key(row), default: []].append(row) }
    }

    func count(_ key: String) -> Int { rows[key]?.count ?? 0 }
    func firstRow(_ key: String) -> Int? { users[key] }

    mutating func note(_ key: String, from number: Int) {
        if users[key] == nil { users[key] = number }
    }

    mutating func take(_ key: String, from number: Int, where fits: (Row) -> Bool) -> Row? {
        guard let index = rows[key]?.firstIndex(where: fits) else { return nil }
        note(key, from: number)
        return rows[key]?.remove(at: index)
    }
}

extension ImportPlan {
    fileprivate mutating func refuse(_ row: Int, _ errors: [ImportError]) {
        refused.append(row)
        self.errors += errors
    }
}
