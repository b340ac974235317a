import Foundation
import Synchronization
import TestCity
import TestEngines
import Testing

@testable import Exchange

@Suite struct ImportQueueTests {
    @Test func `imports take their turn, and the queue knows which it holds`() async throws {
        let queue = ImportQueue(sheets: .here)
        let (first, second, owner) = (UUID(), UUID(), UUID())
        let done = Mutex<[Int]>([])
        let (ended, end) = AsyncStream.makeStream(of: Void.self)

        try queue.add(first, of: owner) { done.withLock { $0.append(1) } }
        try queue.add(first, of: owner) { done.withLock { $0.append(-1) } }
        try queue.add(second, of: owner) {
            done.withLock { $0.append(2) }
            end.finish()
        }
        #expect(queue.holds(first) && queue.holds(second) && !queue.holds(UUID()))
        let worker = Task { await queue.run() }
        for await _ in ended {}
        worker.cancel()
        await worker.value

        #expect(done.withLock { $0 } == [1, 2])
        #expect(!queue.holds(first) && !queue.holds(second))
    }

    @Test func `a person has three files waiting at most, and others have theirs`() async throws {
        let queue = ImportQueue(sheets: .here)
        let (owner, other) = (UUID(), UUID())
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        for _ in 1...3 {
            try queue.checkRoom(for: owner)
            try queue.add(UUID(), of: owner) {}
        }

        let refusal = ExchangeRefusal.tooManyWaiting(most: 3)
        #expect(throws: refusal) { try queue.checkRoom(for: owner) }
        #expect(throws: refusal) { try queue.add(UUID(), of: owner) {} }
        try queue.add(UUID(), of: other) { end.finish() }
        #expect(queue.count == 4)
        let worker = Task { await queue.run() }
        for await _ in ended {}
        worker.cancel()
        await worker.value
        try queue.checkRoom(for: owner)
    }
}
