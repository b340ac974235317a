import Foundation
import Synchronization
import TestCity
import TestEngines
import Testing

@testable import Exchange

@Suite struct ImportQueueTests {
    @Test func `imports take their turn, and the queue knows which it holds`() async throws {
        let queue = ImportQueue(sheets: .here)
        let (first, second) = (UUID(), UUID())
        let done = Mutex<[Int]>([])
        let (ended, end) = AsyncStream.makeStream(of: Void.self)

        try queue.add(first) { done.withLock { $0.append(1) } }
        try queue.add(first) { done.withLock { $0.append(-1) } }
        try queue.add(second) {
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
}
