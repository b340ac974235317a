import Foundation
import Kernel
import Papers
import Synchronization

/// Where papers are set as PDF: away from the threads that serve requests, a few at a time.
package final class PaperPress: Sendable {
    private let typesetter: Typesetter
    private let most: Int
    private let running = Mutex(0)
    private let queue = DispatchQueue(label: "papers", attributes: .concurrent)

    /// - Parameter most: how many papers are set side by side; each takes a processor.
    package init(_ typesetter: Typesetter, most: Int = 2) {
        self.typesetter = typesetter
        self.most = most
    }

    /// - Throws: `PaperRefusal.busy` while as many papers are being set as the press takes.
    package func bytes(of document: Document, as format: PaperFormat) async throws -> [UInt8] {
        guard format == .pdf else { return try format.bytes(of: document, by: typesetter) }
        try begin()
        defer { running.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { [typesetter] in
                continuation.resume(
                    with: Result { try format.bytes(of: document, by: typesetter) })
            }
        }
    }

    private func begin() throws {
        try running.withLock { count in
            guard count < most else { throw PaperRefusal.busy }
            count += 1
        }
    }
}
