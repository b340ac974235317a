import CSQLite
import Storage

/// One transaction on one connection of the file.
///
/// The first fault ends it: what follows throws the same fault, and nothing is kept. PostgreSQL
/// does the same of itself.
final class SQLiteSession: Session {
    private let connection: SQLiteConnection
    private let handle: OpaquePointer
    private let limit: TimeLimit
    private var failure: StorageFault?

    init(_ connection: SQLiteConnection, statementSeconds: Double) {
        self.connection = connection
        handle = connection.handle
        limit = TimeLimit(seconds: statementSeconds)
    }

    var dialect: Dialect { .sqlite }

    func all<Row>(_ sql: SQL, _ make: (inout RowReader) throws -> Row) throws -> [Row] {
        var rows: [Row] = []
        try run(sql) { statement in
            var reader = RowReader(SQLiteRow(statement: statement))
            rows.append(try make(&reader))
        }
        return rows
    }

    func execute(_ sql: SQL) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        try run(sql) { _ in }
        // The total also counts what a search table writes meanwhile of what waits in its memory.
        guard sqlite3_total_changes64(handle) > before else { return 0 }
        return Int(sqlite3_changes64(handle))
    }

    /// One statement, prepared once and run for each row.
    func insert(_ rows: PackedRows, into table: SQLName, columns: [SQLName]) throws {
        try guarded {
            try rows.checkStorable()
            if rows.values.count > Self.manyValues { try connection.makeRoomForManyRows() }
            let names = columns.map(\.text).joined(separator: ", ")
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            let text = "INSERT INTO \(table.text) (\(names)) VALUES (\(places))"
            try connection.lend(text, isKept: true) { statement in
                defer {
                    sqlite3_reset(statement)
                    sqlite3_clear_bindings(statement)
                }
                try limit.watch(handle) { try run(statement, rows, columns.count) }
            }
        }
    }

    /// Runs the statement for each row, whose values the database reads where they lie.
    private func run(_ statement: OpaquePointer, _ rows: PackedRows, _ width: Int) throws {
        try rows.values.withUnsafeBufferPointer { values in
            try rows.bytes.withUnsafeBufferPointer { bytes in
                for start in stride(from: 0, to: values.count, by: width) {
                    try bind(values[start..<start + width], in: bytes, to: statement)
                    limit.beginAnew()
                    try step(statement) { _ in }
                    sqlite3_reset(statement)
                }
            }
        }
    }

    /// As many values at a time come with a change of many rows.
    private static let manyValues = 1_000

    func script(_ text: String, idsAreText: Bool) throws {
        try guarded {
            try connection.script(dialect.translated(text, idsAreText: idsAreText))
        }
    }

    func keepAsBytes(_ ids: [ColumnsOfIDs]) throws {
        try guarded {
            for columns in ids { try connection.keepAsBytes(columns) }
        }
    }

    /// Throws the fault that has ended the transaction, if there was one.
    func checkUnbroken() throws {
        if let failure { throw failure }
    }

    private func run(_ sql: SQL, _ visit: (OpaquePointer) throws -> Void) throws {
        try guarded {
            let (text, values) = sql.rendered(for: .sqlite)
            try connection.lend(text, isKept: values.count <= Self.cachedValues) { statement in
                defer {
                    sqlite3_reset(statement)
                    sqlite3_clear_bindings(statement)
                }
                try bind(values, to: statement)
                try limit.watch(handle) { try step(statement, visit) }
            }
        }
    }

    /// Lists of values make ever new texts; the longer ones would fill the cache.
    private static let cachedValues = 32

    private func step(_ statement: OpaquePointer, _ visit: (OpaquePointer) throws -> Void) throws {
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try visit(statement)
            case SQLITE_DONE: return
            default: throw StorageFault(of: handle)
            }
        }
    }

    /// Remembers the fault of the database; a fault of the body is the body's.
    private func guarded(_ work: () throws -> Void) throws {
        try checkUnbroken()
        do {
            try work()
        } catch let fault as StorageFault {
            failure = fault
            throw fault
        }
    }
}
