import Foundation
import Synchronization

/// Where long imports wait for their turn: one at a time, whoever has left the page meanwhile. Each
/// person may have a few here, so that nobody's impatience keeps the others waiting.
package final class ImportQueue: Sendable {
    /// Reads the files of this queue, and strangers' files of other kinds.
    package let sheets: SheetDesk
    private let stream: AsyncStream<Work>
    private let entrance: AsyncStream<Work>.Continuation
    /// In the order in which they are imported.
    private let pending = Mutex<[Pending]>([])

    /// How many files of one person wait here or are being imported at most.
    package static let mostOfOne = 3

    private struct Pending {
        let uuid: UUID
        let owner: UUID
    }

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
            pending.withLock { pending in pending.removeAll { $0.uuid == work.uuid } }
        }
    }

    /// How far the file under way has come.
    let progress = ImportProgress()

    /// How many files wait here or are being imported.
    package var count: Int { pending.withLock { $0.count } }

    /// Whether a file waits here or is being imported; after a restart none does.
    func holds(_ uuid: UUID) -> Bool { ahead(of: uuid) != nil }

    /// How many files are imported before this one; `nil` where it does not wait here.
    func ahead(of uuid: UUID) -> Int? { pending.withLock { $0.firstIndex { $0.uuid == uuid } } }

    /// - Throws: `ExchangeRefusal.tooManyWaiting` when too many of the person's files wait.
    func checkRoom(for owner: UUID) throws {
        try pending.withLock { try Self.checkRoom(for: owner, in: $0) }
    }

    private static func checkRoom(for owner: UUID, in pending: [Pending]) throws {
        guard pending.count(where: { $0.owner == owner }) < mostOfOne else {
            throw ExchangeRefusal.tooManyWaiting(most: mostOfOne)
        }
    }

    /// - Parameter owner: the person whose file it is.
    /// - Throws: `ExchangeRefusal.tooManyWaiting` when too many of theirs wait; `.busy` when too many
    ///   of all do.
    func add(
        _ uuid: UUID, of owner: UUID, _ body: @escaping @Sendable () async -> Void
    ) throws {
        let isNew = try pending.withLock { pending in
            guard !pending.contains(where: { $0.uuid == uuid }) else { return false }
            try Self.checkRoom(for: owner, in: pending)
            pending.append(Pending(uuid: uuid, owner: owner))
            return true
        }
        guard isNew else { return }
        guard case .enqueued = entrance.yield(Work(uuid: uuid, body: body)) else {
            pending.withLock { pending in pending.removeAll { $0.uuid == uuid } }
            throw ExchangeRefusal.busy
        }
    }
}
