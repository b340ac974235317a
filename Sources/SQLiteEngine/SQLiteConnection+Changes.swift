import CSQLite
import Storage

extension SQLiteConnection {
    /// Runs the changes of `batch` and commits them together.
    func commit(_ batch: ChangeBatch, statementSeconds: Double) throws {
        try transaction("BEGIN IMMEDIATE") {
            try batch.run { body in
                let session = SQLiteSession(self, statementSeconds: statementSeconds)
                try attempt {
                    try body(session)
                    try session.checkUnbroken()
                }
            }
        }
    }

    /// Runs one change, and undoes what it has done when it fails.
    private func attempt(_ body: () throws -> Void) throws {
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
