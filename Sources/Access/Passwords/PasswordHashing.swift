internal import NIOPosix
import Synchronization

/// The desk where passwords are hashed: two at once, off the event loop, with a short queue.
///
/// A hash takes 64 MiB and a quarter of a second, so the number of callers must not set how many
/// run. Beyond the queue the person is asked to try again.
package final class PasswordHashing: Sendable {
    package let cost: HashingCost
    private let pool: NIOThreadPool
    private let waiting = Mutex(0)
    private let capacity: Int
    /// The hash that a guess at an unknown account is compared with; nobody knows its password.
    private let decoy: PasswordHash

    /// - Parameters:
    ///   - threads: how many hashes run at once.
    ///   - queue: how many may wait besides those.
    package init(cost: HashingCost = .production, threads: Int = 2, queue: Int = 32) throws {
        self.cost = cost
        capacity = threads + queue
        let pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
        self.pool = pool
        decoy = PasswordHash(decoyAt: cost)
    }

    /// Ends the threads after the work under way.
    package func close() async throws {
        try await pool.shutdownGracefully()
    }

    /// - Throws: `SignInRefusal.busy` when the queue is full.
    package func hash(_ password: Password) async throws -> PasswordHash {
        try await run { [cost] in try PasswordHash(of: password.bytes, cost: cost) }
    }

    /// Whether `password` belongs to `hash`. Without a hash the same work is done for nothing, so
    /// that the time taken does not say whether an account exists.
    ///
    /// - Throws: `SignInRefusal.busy` when the queue is full.
    package func matches(_ password: Password, _ hash: PasswordHash?) async throws -> Bool {
        let compared = hash ?? decoy
        let isRight = try await run { try compared.matches(password.bytes) }
        return isRight && hash != nil
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try enter()
        defer { waiting.withLock { $0 -= 1 } }
        return try await pool.runIfActive(work)
    }

    private func enter() throws {
        try waiting.withLock { count in
            guard count < capacity else { throw SignInRefusal.busy }
            count += 1
        }
    }
}
