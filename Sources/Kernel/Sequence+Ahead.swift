import Dispatch
import Synchronization

extension Sequence where Element: Sendable {
    /// Uses what is made of each element, in order, while that of the next is made on another core:
    /// for long work of which one part must stay where it is, as writing to a database must.
    ///
    /// The first is made by the caller, so that a single element goes nowhere else.
    ///
    /// - Parameters:
    ///   - make: told each element once, never two at a time.
    ///   - use: told what was made, in the order of the elements. What it throws ends all.
    package func madeAhead<Made: Sendable>(
        _ make: @escaping @Sendable (Element) -> Made, _ use: (Made) throws -> Void
    ) rethrows {
        var elements = makeIterator()
        guard var made = elements.next().map(make) else { return }
        while let element = elements.next() {
            let next = Coming { make(element) }
            // Waited for even where `use` throws, so that no work goes on behind the caller's back.
            defer { made = next.value }
            try use(made)
        }
        try use(made)
    }
}

/// A value that is being made on another core.
private final class Coming<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global(qos: .userInitiated).async {
            let value = make()
            self.made.withLock { $0 = value }
            self.isMade.signal()
        }
    }

    /// Waits until it is there; asked once.
    var value: Value {
        isMade.wait()
        guard let value = made.withLock({ $0 }) else { preconditionFailure("signalled unmade") }
        return value
    }
}
