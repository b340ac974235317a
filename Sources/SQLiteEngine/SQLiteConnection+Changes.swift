import CSQLite
import Storage

extension SQLiteConnection {
    /// Runs the changes of `batch` and commits them together.
    func commit(_ batch: ChangeBatch, statementSeconds: Double) throws {
        defer { giveRoomBack() }
        try transaction("BEGIN IMMEDIATE") {
            try batch.run { body in
                let session = SQLiteSession(self, statementSeconds: statementSeconds)
                try attempt(isAlone: batch.isSingle) {
                    try body(session)
                    try session.checkUnbroken()
                }
            }
        }
    }

    /// Runs one change, and undoes what it has done when it fails. One that is alone needs no
    /// savepoint, for which SQLite would keep a copy of every page that it changes.
    private func attempt(isAlone: Bool, _ body: () throws -> Void) throws {
        guard !isAlone else {
            do { return try body() } catch { throw TransactionEnded(error) }
        }
        try command("SAVEPOINT change")
        do {
            try body()
        } catch {
            // A full disk, for one, ends the whole transaction.
            guard isInTransaction else { throw TransactionEnded(error) }
            try command("ROLLBACK TO change")
            try command("RELEASE change")
            throw error
        }
        try command("RELEASE change")
    }

    /// Moves what has been committed into the file where the log has grown long. What fails is tried
    /// again after the next change; the log is as durable as the file.
    func moveLongLog() {
        guard loggedPages >= Self.longLog else { return }
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    /// As many pages as SQLite itself lets stand.
    private static let longLog = 1_000

    /// Moves what has been committed into the file, which is then whole without its log.
    func emptyLog() throws {
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard code == SQLITE_OK else { throw StorageFault(of: handle) }
    }
}
