import Foundation
import Synchronization

/// Where long imports wait for their turn: one at a time, whoever has left the page meanwhile.
package final class ImportQueue: Sendable {
    /// Reads the files of this queue.
    let sheets: SheetDesk
    private let stream: AsyncStream<Work>
    private let entrance: AsyncStream<Work>.Continuation
    private let pending = Mutex<Set<UUID>>([])

    private struct Work: Sendable {
        let uuid: UUID
        let body: @Sendable () async -> Void
    }

    package init(sheets: SheetDesk = SheetDesk()) {
        self.sheets = sheets
        (stream, entrance) = AsyncStream.makeStream(
            of: Work.self, bufferingPolicy: .bufferingOldest(100))
    }

    /// Does the work in order until the task that runs it is cancelled.
    package func run() async {
        for await work in stream {
            await work.body()
            pending.withLock { _ = $0.remove(work.uuid) }
        }
    }

    /// How many files wait here or are being imported.
    package var count: Int { pending.withLock { $0.count } }

    /// Whether a file waits here or is being imported; after a restart none does.
    func holds(_ uuid: UUID) -> Bool { pending.withLock { $0.contains(uuid) } }

    /// - Throws: `ExchangeRefusal.busy` when too many wait.
    func add(_ uuid: UUID, _ body: @escaping @Sendable () async -> Void) throws {
        guard pending.withLock({ $0.insert(uuid).inserted }) else { return }
        guard case .enqueued = entrance.yield(Work(uuid: uuid, body: body)) else {
            pending.withLock { _ = $0.remove(uuid) }
            throw ExchangeRefusal.busy
        }
    }
}
