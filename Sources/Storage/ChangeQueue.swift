import Synchronization

/// Changes that wait for the writer. Those that wait at the same time are committed together.
///
/// A commit waits for the disk, some milliseconds; eight people who save at once wait for one
/// commit instead of eight. Each change still fails alone: it has a savepoint of its own.
package final class ChangeQueue: Sendable {
    private let waiting = Mutex<[any WaitingChange]>([])

    package init() {}

    /// Waits until `body` has been committed. `wake` makes the engine come and take what waits.
    package func result<T: Sendable>(
        of body: @escaping @Sendable (any Session) throws -> T, wake: () -> Void
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let change = Change(body: body, continuation: continuation)
            waiting.withLock { $0.append(change) }
            wake()
        }
    }

    /// What waits now, in order. Others may have taken it already: then it is empty.
    package func take() -> ChangeBatch {
        waiting.withLock { waiting in
            defer { waiting.removeFirst(min(Self.largest, waiting.count)) }
            return ChangeBatch(changes: Array(waiting.prefix(Self.largest)))
        }
    }

    /// More changes than this are not committed together, so that the first need not wait long.
    private static let largest = 64
}

/// Changes that are committed together.
package struct ChangeBatch: Sendable {
    fileprivate let changes: [any WaitingChange]

    package var isEmpty: Bool { changes.isEmpty }

    /// A single change needs no savepoint: its transaction ends with it.
    package var isSingle: Bool { changes.count == 1 }

    /// Runs every change by `attempt`, which undoes what a failing one has done and passes on
    /// only what ends the whole transaction. It may be called again after that.
    package func run(_ attempt: ((any Session) throws -> Void) throws -> Void) throws {
        for change in changes { try change.run(attempt) }
    }

    /// Tells everybody who waits: their own result, or the fault that has undone all.
    package func finish(_ outcome: Result<Void, any Error>) {
        for change in changes { change.finish(outcome) }
    }
}

/// Thrown by an engine when a change has ended the transaction of all.
package struct TransactionEnded: Error {
    let reason: any Error

    package init(_ reason: any Error) {
        self.reason = reason
    }
}

private protocol WaitingChange: Sendable {
    func run(_ attempt: ((any Session) throws -> Void) throws -> Void) throws
    func finish(_ outcome: Result<Void, any Error>)
}

/// One change, and somebody who waits for it.
private final class Change<T: Sendable>: WaitingChange {
    private let body: @Sendable (any Session) throws -> T
    private let continuation: CheckedContinuation<T, any Error>
    private let result = Mutex<Result<T, any Error>?>(nil)

    init(
        body: @escaping @Sendable (any Session) throws -> T,
        continuation: CheckedContinuation<T, any Error>
    ) {
        self.body = body
        self.continuation = continuation
    }

    func run(_ attempt: (_ body: (any Session) throws -> Void) throws -> Void) throws {
        let own: Result<T, any Error>
        do {
            var value: T?
            try attempt { session in value = try body(session) }
            guard let value else { throw StorageFault.statement("a change was not run") }
            own = .success(value)
        } catch let end as TransactionEnded {
            throw end.reason
        } catch {
            own = .failure(error)
        }
        result.withLock { $0 = own }
    }

    func finish(_ outcome: Result<Void, any Error>) {
        let own = result.withLock { $0 } ?? .failure(StorageFault.connection("closed"))
        continuation.resume(with: outcome.flatMap { own })
    }
}
