import GRDB
import Storage

extension GRDB.Database {
    /// Runs the changes of `batch` and commits them together.
    func commit(_ batch: ChangeBatch) throws {
        do {
            try inTransaction(.immediate) {
                try batch.run { body in try attempt(body) }
                return .commit
            }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// Runs one change, and undoes what it has done when it fails.
    private func attempt(_ body: (any Session) throws -> Void) throws {
        do {
            try inSavepoint {
                let session = SQLiteSession(self)
                try body(session)
                try session.checkUnbroken()
                return .commit
            }
        } catch {
            // A full disk, for one, ends the whole transaction.
            guard isInsideTransaction else { throw TransactionEnded(error) }
            throw error
        }
    }
}
