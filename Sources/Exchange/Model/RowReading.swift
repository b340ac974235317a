import Kernel
import Sheets
import Storage
import Synchronization

/// A row of the file, read.
struct ReadRow: Sendable {
    let number: Int
    /// In the order of the matched columns.
    let cells: [ReadCell]
    let errors: [ImportError]
    let key: RowKey
}

/// The key by which a row is known, and how surely.
struct RowKey: Sendable {
    enum Strength: String {
        case identity = "="
        case otherwise = "~"
        case whole = "*"
    }

    /// Keys of different columns are apart.
    let text: String
    let strength: Strength

    /// Whether the row says which record it is about.
    var isNamed: Bool { strength == .identity }
    /// Whether a row that differs in something may be the one that is meant.
    var isKnowable: Bool { strength != .whole }
}

/// Which of the matched columns make a row's key: what identifies it or, where that is empty, those
/// by which it is known otherwise or, where they are too, all that the file tells.
struct RowKeys: Sendable {
    let identity: [Int]
    let otherwise: [Int]
    let count: Int

    /// - Parameter identifying: what the matched column at a place says.
    func key(_ identifying: (Int) -> String) -> RowKey {
        for (places, strength) in [(identity, RowKey.Strength.identity), (otherwise, .otherwise)] {
            let parts = places.map(identifying)
            if parts.contains(where: { !$0.isEmpty }) { return Self.key(of: parts, strength) }
        }
        return Self.key(of: (0..<count).map(identifying), .whole)
    }

    /// The parts of its identity that a row of a program leaves out though it gives others: it may mean
    /// any record that has those.
    func leftOut(of cells: [ReadCell]) -> [Int] {
        let absent = identity.filter { cells[$0].isAbsent }
        return absent.count < identity.count ? absent : []
    }

    private static func key(of parts: [String], _ strength: RowKey.Strength) -> RowKey {
        RowKey(
            text: strength.rawValue + parts.joined(separator: "\u{1F}"), strength: strength)
    }
}

/// Reads the rows of a file. It knows nothing of the register's own rows: what runs for every cell of
/// fifty thousand rows is bound to no type of row, which would have to be looked up each time.
struct RowReading: Sendable {
    let readers: [CellReader]
    let keys: RowKeys
    /// The column that names each row's agency, and the only name that may stand there.
    let agencyColumn: TableHeader.Column?
    let agencyName: String
    /// What a row says of a column of which it has no cell.
    private let absent: ReadCell
    /// What stands in a new row where the file says nothing, by the places of the values.
    private let blanks: [StoredValue]
    /// Where something must stand that only the file can say.
    private let needed: [Int]

    /// - Parameter blanks: `nil` where something must stand.
    init(
        readers: [CellReader], keys: RowKeys, agencyColumn: TableHeader.Column?,
        agencyName: String, absent: ReadCell, blanks: [StoredValue?]
    ) {
        self.absent = absent
        self.readers = readers
        self.keys = keys
        self.agencyColumn = agencyColumn
        self.agencyName = agencyName
        self.blanks = blanks.map { $0 ?? .null }
        needed = blanks.indices.filter { blanks[$0] == nil }
    }

    func read(_ row: SheetRow) -> ReadRow {
        let cells = cells(of: row)
        var errors: [ImportError] = []
        for index in cells.indices {
            guard let advice = cells[index].advice else { continue }
            let heading = readers[index].heading.written
            errors.append(.wrong(row.number, heading, cells[index].written, advice))
        }
        if let agencyColumn {
            let written = row[agencyColumn.column].text.tidied
            if !written.isEmpty, written.comparable != agencyName.comparable {
                errors.append(.ofAnother(row.number, agencyColumn.written, written))
            }
        }
        errors += keys.leftOut(of: cells).map {
            .leftOut(row.number, readers[$0].heading.written)
        }
        let key = keys.key { cells[$0].value?.identifying ?? "" }
        return ReadRow(number: row.number, cells: cells, errors: errors, key: key)
    }

    /// The cells of the matched columns; both stand from left to right.
    private func cells(of row: SheetRow) -> [ReadCell] {
        var cells: [ReadCell] = []
        cells.reserveCapacity(readers.count)
        var next = 0
        for reader in readers {
            while next < row.cells.count, row.cells[next].column < reader.column { next += 1 }
            let isThere = next < row.cells.count && row.cells[next].column == reader.column
            cells.append(isThere ? reader.read(row.cells[next].value) : absent)
        }
        return cells
    }

    /// The values of a new row as its cells were read, with a word about names that mean nobody; `nil`
    /// where something is missing.
    func newValues(_ read: ReadRow) -> (values: [StoredValue], notes: [ImportNote])? {
        var values = blanks
        var notes: [ImportNote] = []
        for (reader, cell) in zip(readers, read.cells) where !cell.typed.isEmpty {
            guard let place = reader.keptPlace, let value = cell.newValue else { return nil }
            values[place] = value
            if cell.isUnclear,
                let note = reader.names?.note(cell.typed, reader.heading.written, read.number)
            {
                notes.append(note)
            }
        }
        return needed.contains { values[$0] == .null } ? nil : (values, notes)
    }
}

/// Reads the cells of one column and remembers what they have said; most columns say few things again
/// and again.
final class CellReader: Sendable {
    let column: Int
    let heading: TableHeader.Column
    /// The rows of another register that the cells name.
    let names: KnownNames?
    /// Where the value stands among those of a new row.
    let keptPlace: Int?
    private let reading: @Sendable (CellValue) -> ReadCell
    private let memory = Mutex(Memory())

    private struct Memory {
        var known: [String: ReadCell] = [:]
        var asked = 0

        /// Whether hardly anything was said twice, as in a column of numbers of property.
        var isEverNew: Bool { asked >= Self.most && known.count * 10 > asked * 9 }
        var isFull: Bool { known.count == Self.most }
        private static let most = 500
    }

    init(
        _ heading: TableHeader.Column, names: KnownNames?, keptPlace: Int?,
        _ reading: @escaping @Sendable (CellValue) -> ReadCell
    ) {
        column = heading.column
        self.heading = heading
        self.names = names
        self.keptPlace = keptPlace
        if let names {
            self.reading = { ReadCell(reading($0), among: names, reading) }
        } else {
            self.reading = reading
        }
    }

    func read(_ value: CellValue) -> ReadCell {
        guard case .text(let text) = value else { return reading(value) }
        return memory.withLock { memory in
            if memory.isEverNew { return reading(value) }
            memory.asked += 1
            if let cell = memory.known[text] { return cell }
            let cell = reading(value)
            if !memory.isFull { memory.known[text] = cell }
            return cell
        }
    }
}
