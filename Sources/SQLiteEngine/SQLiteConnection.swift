import GRDB
import GRDBSQLite
import Storage

/// A connection to the file whose statements stay prepared.
protocol SQLiteConnection: AnyObject {
    var handle: OpaquePointer { get throws }

    /// Lends the statement of `text`; a kept one stays prepared for the next time.
    func lend<Result>(
        _ text: String, isKept: Bool, _ use: (OpaquePointer) throws -> Result
    ) throws -> Result

    /// Runs several statements without values.
    func script(_ text: String) throws
}

/// The one that writes.
extension GRDB.Database: SQLiteConnection {
    var handle: OpaquePointer {
        get throws {
            guard let sqliteConnection else { throw StorageFault.connection("closed") }
            return sqliteConnection
        }
    }

    func lend<Result>(
        _ text: String, isKept: Bool, _ use: (OpaquePointer) throws -> Result
    ) throws -> Result {
        var prepared = isKept ? try cachedStatement(sql: text) : try makeStatement(sql: text)
        if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 {
            prepared = try makeStatement(sql: text)
        }
        return try withExtendedLifetime(prepared) { try use(prepared.sqliteStatement) }
    }

    func script(_ text: String) throws { try execute(sql: text) }
}

/// One that only reads, used by one thread at a time.
///
/// It is not one of GRDB's, whose pool changes threads twice for a read and prepares what begins
/// and ends it each time; most pages ask for less than that costs.
final class SQLiteReader: SQLiteConnection {
    let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    init(path: String) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw StorageFault(of: opened)
        }
        handle = opened
        sqlite3_busy_timeout(handle, 5_000)
        try script(settingsOfEveryConnection)
    }

    deinit {
        forgetStatements()
        sqlite3_close_v2(handle)
    }

    /// Runs `body` on one unchanging state of the file.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        try command("BEGIN")
        do {
            let result = try body()
            try command("COMMIT")
            return result
        } catch {
            // A failed read may have ended its transaction already.
            if sqlite3_get_autocommit(handle) == 0 { try command("ROLLBACK") }
            throw error
        }
    }

    func lend<Result>(
        _ text: String, isKept: Bool, _ use: (OpaquePointer) throws -> Result
    ) throws -> Result {
        if let statement = statements[text], sqlite3_stmt_busy(statement) == 0 {
            return try use(statement)
        }
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, text, -1, isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw StorageFault(of: handle) }
        if isKept, statements[text] == nil {
            if statements.count == Self.keptStatements { forgetStatements() }
            statements[text] = prepared
            return try use(prepared)
        }
        defer { sqlite3_finalize(prepared) }
        return try use(prepared)
    }

    func script(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else {
            throw StorageFault(of: handle)
        }
    }

    private func command(_ text: String) throws {
        try lend(text, isKept: true) { statement in
            defer { sqlite3_reset(statement) }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw StorageFault(of: handle) }
        }
    }

    /// Those under way go on; they are gone when they end.
    private func forgetStatements() {
        for (text, statement) in statements where sqlite3_stmt_busy(statement) == 0 {
            sqlite3_finalize(statement)
            statements[text] = nil
        }
    }

    private static let keptStatements = 256
}
