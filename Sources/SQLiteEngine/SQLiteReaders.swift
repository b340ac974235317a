internal import NIOPosix
import Storage
import Synchronization

/// The threads that read the file, each on a connection that no other uses meanwhile.
final class SQLiteReaders: Sendable {
    private let path: String
    private let threads: NIOThreadPool
    /// As many as there are threads, so that each finds one that is free.
    private let seats: [Seat]

    private final class Seat: Sendable {
        let reader = Mutex<SQLiteConnection?>(nil)
    }

    init(path: String, count: Int = 8) {
        self.path = path
        seats = (0..<count).map { _ in Seat() }
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    func run<T: Sendable>(
        _ work: @escaping @Sendable (SQLiteConnection) throws -> T
    ) async throws -> T {
        try await threads.runIfActive { try self.lend(work) }
    }

    /// Closes the connections after the work under way.
    func close() async throws {
        try await threads.shutdownGracefully()
        for seat in seats { seat.reader.withLock { $0 = nil } }
    }

    private func lend<T: Sendable>(_ work: (SQLiteConnection) throws -> T) throws -> T {
        for seat in seats {
            let result = try seat.reader.withLockIfAvailable { reader in
                let open = try reader ?? SQLiteConnection(path: path)
                reader = open
                return try work(open)
            }
            if let result { return result }
        }
        throw StorageFault.connection("no connection is free")
    }
}
