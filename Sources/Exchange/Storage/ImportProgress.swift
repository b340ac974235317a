import Access
import Foundation
import Kernel
import Synchronization

/// How far the imports under way have come, for the pages of those who wait for them.
final class ImportProgress: Sendable {
    private let states = Mutex<[UUID: State]>([:])

    private struct State {
        var looked = 0
        var written = 0
        let total: Int
    }

    /// How many rows of how many are done, `nil` for a file that is not under way. A row is done by
    /// half when it was looked at, and wholly when it was written.
    func rows(of uuid: UUID) -> (done: Int, total: Int)? {
        states.withLock { states in
            states[uuid].map { (($0.looked + $0.written) / 2, $0.total) }
        }
    }

    func begin(_ uuid: UUID, of total: Int) {
        states.withLock { $0[uuid] = State(total: total) }
    }

    func end(_ uuid: UUID) { states.withLock { $0[uuid] = nil } }

    fileprivate func noteLook(_ uuid: UUID) { states.withLock { $0[uuid]?.looked += 1 } }

    fileprivate func noteWritten(_ uuid: UUID, _ count: Int) {
        states.withLock { $0[uuid]?.written += count }
    }
}

extension Exchange {
    /// The same exchange for the import of one file, which notes how far it has come. New rows are
    /// written by the thousand.
    func noting(_ uuid: UUID, in progress: ImportProgress) -> Exchange {
        let plain = store
        var noting = self
        noting.store = ExchangeStore(
            rows: plain.rows, head: plain.head, names: plain.names,
            inspector: { view in
                let inspector = try plain.inspector(view)
                return RowInspector { new, old in
                    progress.noteLook(uuid)
                    return try inspector.errors(new, old)
                }
            },
            add: { change, rows in
                for some in rows.slices(of: 1_000) {
                    try plain.add(change, Array(some))
                    progress.noteWritten(uuid, some.count)
                }
            },
            revise: { change, row, old in
                try plain.revise(change, row, old)
                progress.noteWritten(uuid, 1)
            },
            each: plain.each, undo: plain.undo)
        return noting
    }
}
