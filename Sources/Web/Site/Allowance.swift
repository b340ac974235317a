import Kernel
import Synchronization

/// Counts what callers of one kind ask, and says who has to wait and for how long.
///
/// What a caller may ask fills up again evenly (the generic cell rate algorithm of ITU-T I.371), so
/// that one moment is all that is kept of each. It is kept in memory: each server counts for itself.
final class Allowance<Key: Hashable & Sendable>: Sendable {
    let most: Int
    private let window: Int64
    private let capacity: Int
    private let book = Mutex(Book())

    /// When the allowance of each caller is whole again. Those who asked lately are in `recent`; when
    /// that is full it becomes `former`, and what was in `former` is forgotten. So strangers from
    /// ever new places cost a constant each and no more memory than for `capacity` of them.
    private struct Book {
        var recent: [Key: Int64] = [:]
        var former: [Key: Int64] = [:]
    }

    /// `most` in `seconds`; `nil` for no limit.
    init?(_ most: Int, in seconds: Int, capacity: Int = 20_000) {
        guard most > 0 else { return nil }
        self.most = most
        self.capacity = capacity
        window = Int64(seconds) * 1_000_000
    }

    /// Takes one from what `key` may ask.
    ///
    /// - Returns: `nil` when it was taken; otherwise the seconds until there is one again, at least 1.
    func take(_ key: Key, at now: Instant) -> Int? {
        let now = now.microseconds
        let step = max(window / Int64(most), 1)
        return book.withLock { book in
            // A clock that was set back must not keep anybody out for longer than the window.
            let whole = min(max(book.recent[key] ?? book.former[key] ?? now, now), now + window)
            let excess = whole + step - (now + window)
            if book.recent.count >= capacity / 2 {
                book.former = book.recent
                book.recent = [:]
            }
            book.recent[key] = excess > 0 ? whole : whole + step
            return excess > 0 ? Int((excess - 1) / 1_000_000 + 1) : nil
        }
    }

    /// How many callers are remembered.
    var count: Int { book.withLock { $0.recent.count + $0.former.count } }
}
