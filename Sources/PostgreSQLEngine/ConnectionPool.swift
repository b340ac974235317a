internal import NIOPosix
import Storage
import Synchronization

/// Threads that each work on one connection at a time; work waits its turn in order.
final class ConnectionPool: Sendable {
    /// A connection nobody uses. It passes from thread to thread only through the lock.
    private struct Idle: @unchecked Sendable {
        let connection: PostgreSQLConnection
    }

    private let connect: @Sendable () throws -> PostgreSQLConnection
    private let threads: NIOThreadPool
    private let idle = Mutex<[Idle]>([])

    init(size: Int, connect: @escaping @Sendable () throws -> PostgreSQLConnection) {
        self.connect = connect
        threads = NIOThreadPool(numberOfThreads: size)
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// Runs `work` with a connection on one of the threads.
    func run<T: Sendable>(
        _ work: @escaping @Sendable (PostgreSQLConnection) throws -> T
    ) async throws -> T {
        try await threads.runIfActive { try self.lend(work) }
    }

    /// Runs `visit` on one of the threads, and soon. It says whether the pool has been closed.
    func wake(_ visit: @escaping @Sendable (_ isOpen: Bool) -> Void) {
        threads.submit { state in visit(state == .active) }
    }

    /// Runs `work` with a connection on this thread.
    ///
    /// A connection that is found lost takes the idle ones with it, for they have lost the same
    /// server, and `work` runs once more where it says that nothing has been kept.
    func lend<T>(_ work: (PostgreSQLConnection) throws -> T) throws -> T {
        do {
            return try lendOnce(work)
        } catch is ConnectionLost {
            idle.withLock { $0.removeAll() }
        }
        do {
            return try lendOnce(work)
        } catch let lost as ConnectionLost {
            throw lost.fault
        }
    }

    func close() async throws {
        try await threads.shutdownGracefully()
        idle.withLock { $0.removeAll() }
    }

    private func lendOnce<T>(_ work: (PostgreSQLConnection) throws -> T) throws -> T {
        let connection = try idle.withLock { $0.popLast() }?.connection ?? connect()
        defer {
            if connection.isIdle {
                let back = Idle(connection: connection)
                idle.withLock { $0.append(back) }
            }
        }
        return try work(connection)
    }
}

/// A connection that failed before anything was kept, so that the work may run once more.
struct ConnectionLost: Error {
    let fault: StorageFault
}
