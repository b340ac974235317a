import GRDB
import Storage

extension GRDB.Database {
    /// Runs the changes of `batch` and commits them together.
    func commit(_ batch: ChangeBatch, statementSeconds: Double) throws {
        do {
            try inTransaction(.immediate) {
                try batch.run { body in
                    let session = try SQLiteSession(self, statementSeconds: statementSeconds)
                    try attempt {
                        try body(session)
                        try session.checkUnbroken()
                    }
                }
                return .commit
            }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// Runs one change, and undoes what it has done when it fails.
    private func attempt(_ body: () throws -> Void) throws {
        do {
            try inSavepoint {
                try body()
                return .commit
            }
        } catch {
            // A full disk, for one, ends the whole transaction.
            guard isInsideTransaction else { throw TransactionEnded(error) }
            throw error
        }
    }
}
