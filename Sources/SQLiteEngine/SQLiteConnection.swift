import CSQLite
import Storage

/// A connection to the file whose statements stay prepared, used by one thread at a time.
final class SQLiteConnection {
    let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]
    /// How many pages the last commit left in the log.
    private(set) var loggedPages = 0
    private var hasRoomForManyRows = false

    /// - Parameter isWriting: whether it may change the file, which it makes when there is none.
    init(path: String, isWriting: Bool = false) throws {
        _ = Self.beginOnce
        var opened: OpaquePointer?
        let rights = isWriting ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        let code = sqlite3_open_v2(path, &opened, rights | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw StorageFault(of: opened)
        }
        handle = opened
        sqlite3_busy_timeout(handle, 5_000)
        guard chengdun_refuse_quoted_text(handle) == SQLITE_OK else {
            throw StorageFault(of: handle)
        }
        try script(settingsOfEveryConnection)
        guard isWriting else { return }
        try script(settingsOfTheWriter)
        // In the place of SQLite's own hook, which moves a long log while the change waits.
        sqlite3_wal_hook(
            handle,
            { connection, _, _, pages in
                if let connection { SQLiteConnection.note(Int(pages), of: connection) }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// What is settled for all connections of the process before the first. Where other code has opened
    /// one before, as a test may, SQLite goes on as it is.
    private static let beginOnce: Void = {
        _ = chengdun_forgo_memory_account()
    }()

    private static func note(_ pages: Int, of connection: UnsafeMutableRawPointer) {
        Unmanaged<SQLiteConnection>.fromOpaque(connection).takeUnretainedValue()
            .loggedPages = pages
    }

    deinit {
        forgetStatements()
        sqlite3_close_v2(handle)
    }

    /// Whether a transaction is open; a failed statement may have ended it.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Runs `body` on one state of the file, and keeps what it changed unless it throws.
    func transaction<T>(_ beginning: String = "BEGIN", _ body: () throws -> T) throws -> T {
        try command(beginning)
        do {
            let result = try body()
            try command("COMMIT")
            return result
        } catch {
            if isInTransaction { try command("ROLLBACK") }
            throw error
        }
    }

    /// Lends the statement of `text`; a kept one stays prepared for the next time.
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

    /// Runs a statement without values that is asked for again and again.
    func command(_ text: String) throws {
        try lend(text, isKept: true) { statement in
            defer { sqlite3_reset(statement) }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw StorageFault(of: handle) }
        }
    }

    /// Runs several statements without values.
    func script(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else {
            throw StorageFault(of: handle)
        }
    }

    /// Gives the change under way more memory, until `giveRoomBack`.
    func makeRoomForManyRows() throws {
        guard !hasRoomForManyRows else { return }
        try script(roomForManyRows)
        hasRoomForManyRows = true
    }

    func giveRoomBack() {
        guard hasRoomForManyRows else { return }
        hasRoomForManyRows = sqlite3_exec(handle, roomOfTheWriter, nil, nil, nil) != SQLITE_OK
    }

    /// How the connection is set.
    func setting(_ name: String) throws -> String {
        try lend("PRAGMA \(name)", isKept: false) { statement in
            guard sqlite3_step(statement) == SQLITE_ROW,
                let text = sqlite3_column_text(statement, 0)
            else { return "?" }
            return String(cString: text)
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
