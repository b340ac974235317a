import Access
import Foundation
import Kernel
import Synchronization

/// How far the imports under way have come, for the pages of those who wait for them.
final class ImportProgress: Sendable {
    private let states = Mutex<[UUID: State]>([:])

    private struct State {
        var looked = 0
        /// Rows of which nothing is written: they say what stands there, or cannot be taken.
        var settled = 0
        var written = 0
        let total: Int

        /// What an import has looked at, which begins anew when the change has to be made again.
        mutating func note<Row>(_ plan: ImportPlan<Row>) {
            if plan.read <= looked { written = 0 }
            looked = plan.read
            settled = plan.unchanged + plan.refused.count
        }
    }

    /// How many rows of how many are done, `nil` for a file that is not under way. A row is done by
    /// half when it was looked at, and wholly when it was written or nothing of it is.
    func rows(of uuid: UUID) -> (done: Int, total: Int)? {
        states.withLock { states in
            states[uuid].map { (($0.looked + $0.settled + $0.written) / 2, $0.total) }
        }
    }

    func begin(_ uuid: UUID, of total: Int) {
        states.withLock { $0[uuid] = State(total: total) }
    }

    func end(_ uuid: UUID) { states.withLock { $0[uuid] = nil } }

    /// Notes what the import of a file has looked at.
    func noting<Row>(_ uuid: UUID) -> ExchangeDesk<Row>.Looked {
        { plan in self.states.withLock { $0[uuid]?.note(plan) } }
    }

    fileprivate func noteWritten(_ uuid: UUID, _ count: Int) {
        states.withLock { $0[uuid]?.written += count }
    }
}

extension Exchange {
    /// The same exchange for the import of one file, which notes what it has written: rows are
    /// written by the thousand.
    func noting(_ uuid: UUID, in progress: ImportProgress) -> Exchange {
        let plain = store
        var noting = self
        noting.store = ExchangeStore(
            rows: plain.rows, head: plain.head, names: plain.names, inspector: plain.inspector,
            add: { change, rows in
                let write = try plain.add(change, rows)
                return {
                    try write()
                    progress.noteWritten(uuid, rows.count)
                }
            },
            revise: { change, updates in
                for some in updates.slices(of: 1_000) {
                    try plain.revise(change, Array(some))
                    progress.noteWritten(uuid, some.count)
                }
            },
            each: plain.each, undo: plain.undo)
        return noting
    }
}
