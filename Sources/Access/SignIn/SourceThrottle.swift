import Kernel
import Synchronization

/// Counts the failed sign-ins of each source and turns a source away that has too many.
///
/// It is kept in memory: it stops a machine that tries many accounts, while the lock on an account
/// (`Attempt`) is what the law asks for and is kept in the database.
package final class SourceThrottle: Sendable {
    private struct Window {
        var failures: Int
        let endsAt: Instant
    }

    private let windows = Mutex<[Source: Window]>([:])
    private let most: Int
    private let minutes: Int
    private let capacity: Int

    /// - Parameter capacity: how many sources are remembered; beyond it, the one whose time ends
    ///   first is forgotten.
    package init(most: Int = 30, minutes: Int = 15, capacity: Int = 20_000) {
        self.most = most
        self.minutes = minutes
        self.capacity = capacity
    }

    /// - Throws: `SignInRefusal.tooManyFromHere` while the source has used up its failures.
    func check(_ source: Source, at now: Instant) throws(SignInRefusal) {
        let window = windows.withLock { $0[source] }
        guard let window, window.endsAt > now, window.failures >= most else { return }
        throw .tooManyFromHere
    }

    func noteFailure(from source: Source, at now: Instant) {
        windows.withLock { windows in
            if let window = windows[source], window.endsAt > now {
                windows[source]?.failures += 1
            } else {
                makeRoom(in: &windows, at: now)
                windows[source] = Window(failures: 1, endsAt: now.adding(minutes: minutes))
            }
        }
    }

    private func makeRoom(in windows: inout [Source: Window], at now: Instant) {
        guard windows.count >= capacity else { return }
        windows = windows.filter { $0.value.endsAt > now }
        guard windows.count >= capacity,
            let first = windows.min(by: { $0.value.endsAt < $1.value.endsAt })
        else { return }
        windows[first.key] = nil
    }
}
