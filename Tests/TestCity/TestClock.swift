import Kernel
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    /// Monday 2026-11-23, 09:00 in Taipei.
    package init(_ start: Instant = Instant(startOf: Day(number: 20_780)).adding(hours: 9)) {
        instant = Mutex(start)
    }

    package var now: Instant { instant.withLock { $0 } }
    package var source: TimeSource { TimeSource { self.now } }

    package func advance(minutes: Int) {
        instant.withLock { $0 = $0.adding(minutes: minutes) }
    }
}
