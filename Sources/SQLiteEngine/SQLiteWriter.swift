import Dispatch
import Storage
import Synchronization

/// The one connection that writes, on a queue of its own.
final class SQLiteWriter: Sendable {
    private let queue = DispatchQueue(label: "chengdun.writer")
    /// `nil` after it was closed.
    private let connection: Mutex<SQLiteConnection?>

    /// - Throws: `StorageRefusal.notDurable` when a commit would not wait for the disk.
    init(path: String) throws {
        connection = Mutex(try Self.open(path))
    }

    private static func open(_ path: String) throws -> SQLiteConnection {
        let connection = try SQLiteConnection(path: path, isWriting: true)
        try connection.beDurable()
        return connection
    }

    /// Runs `work` after what was asked for before, with nothing to write to when all is closed.
    func enqueue(_ work: @escaping @Sendable (SQLiteConnection?) -> Void) {
        queue.async { self.connection.withLock { work($0) } }
    }

    /// Runs `work` in its turn and outside of a transaction.
    func run<T: Sendable>(
        _ work: @escaping @Sendable (SQLiteConnection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            enqueue { connection in
                continuation.resume(
                    with: Result {
                        guard let connection else { throw StorageFault.connection("closed") }
                        return try work(connection)
                    })
            }
        }
    }

    /// Closes the connection after the work under way.
    func close() async throws {
        try await run { try $0.emptyLog() }
        connection.withLock { $0 = nil }
    }
}
