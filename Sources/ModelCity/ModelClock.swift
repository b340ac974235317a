import Kernel
import Synchronization

/// The time of the model city, which runs through its years while it is filled.
final class ModelClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) {
        instant = Mutex(start)
    }

    var now: Instant { instant.withLock { $0 } }
    var source: TimeSource { TimeSource { self.now } }

    /// Moves on to `later`; never back.
    func move(to later: Instant) {
        instant.withLock { $0 = max($0, later) }
    }

    /// Moves on to the morning of `day`.
    func move(to day: Day) {
        move(to: Instant(startOf: day).adding(hours: 9))
    }
}
