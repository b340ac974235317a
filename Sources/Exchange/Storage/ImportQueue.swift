import Foundation
import Synchronization

/// Where long imports wait for their turn: one at a time, whoever has left the page meanwhile.
package final class ImportQueue: Sendable {
    /// Reads the files of this queue.
    let sheets: SheetDesk
    private let stream: AsyncStream<Work>
    private let entrance: AsyncStream<Work>.Continuation
    /// In the order in which they are imported.
    private let pending = Mutex<[UUID]>([])

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
            pending.withLock { pending in pending.removeAll { $0 == work.uuid } }
        }
    }

    /// How many files wait here or are being imported.
    package var count: Int { pending.withLock { $0.count } }

    /// Whether a file waits here or is being imported; after a restart none does.
    func holds(_ uuid: UUID) -> Bool { ahead(of: uuid) != nil }

    /// How many files are imported before this one; `nil` where it does not wait here.
    func ahead(of uuid: UUID) -> Int? { pending.withLock { $0.firstIndex(of: uuid) } }

    /// - Throws: `ExchangeRefusal.busy` when too many wait.
    func add(_ uuid: UUID, _ body: @escaping @Sendable () async -> Void) throws {
        let isNew = pending.withLock { pending in
            guard !pending.contains(uuid) else { return false }
            pending.append(uuid)
            return true
        }
        guard isNew else { return }
        guard case .enqueued = entrance.yield(Work(uuid: uuid, body: body)) else {
            pending.withLock { pending in pending.removeAll { $0 == uuid } }
            throw ExchangeRefusal.busy
        }
    }
}
