import Dispatch
import Synchronization

extension Sequence where Element: Sendable {
    /// Uses what is made of each element, in order, while that of the next ones is made on another
    /// core: for long work of which one part must stay where it is, as writing to a database must.
    ///
    /// The first is made by the caller, so that a single element goes nowhere else.
    ///
    /// - Parameters:
    ///   - make: told each element once, never two at a time.
    ///   - use: told what was made, in the order of the elements. What it throws ends all.
    package func madeAhead<Made: Sendable>(
        _ make: @escaping @Sendable (Element) -> Made, _ use: (Made) throws -> Void
    ) rethrows {
        var rest = makeIterator()
        guard let first = rest.next() else { return }
        let made = make(first)
        var line = Making(of: rest, by: make)
        defer { line.end() }
        line.goOn()
        try use(made)
        while let made = line.next() { try use(made) }
    }

    /// The same, where the caller has something to do before, while which the first ones are made.
    package func madeAhead<Made: Sendable>(
        _ make: @escaping @Sendable (Element) -> Made, after work: () throws -> Void,
        _ use: (Made) throws -> Void
    ) rethrows {
        var line = Making(of: makeIterator(), by: make)
        defer { line.end() }
        line.goOn()
        try work()
        while let made = line.next() { try use(made) }
    }
}

/// What is being made of some elements on another core, one after the other.
private struct Making<Elements: IteratorProtocol, Made: Sendable> where Elements.Element: Sendable {
    private var rest: Elements
    private let make: @Sendable (Elements.Element) -> Made
    private var coming: [Coming<Made>] = []
    private let line = DispatchQueue(label: "chengdun.ahead", qos: .userInitiated)

    init(of rest: Elements, by make: @escaping @Sendable (Elements.Element) -> Made) {
        self.rest = rest
        self.make = make
    }

    /// Has the next ones made, as many as may wait to be used: who uses them seldom waits then, where
    /// others use the core as well.
    mutating func goOn() {
        while coming.count < 3, let element = rest.next() {
            coming.append(Coming(on: line) { [make] in make(element) })
        }
    }

    /// The next in order, which is waited for; `nil` after the last.
    mutating func next() -> Made? {
        guard !coming.isEmpty else { return nil }
        let made = coming.removeFirst().value
        goOn()
        return made
    }

    /// Waits for what is under way, so that no work goes on behind the caller's back.
    func end() { line.sync {} }
}

/// A value that is being made.
private final class Coming<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    init(on line: DispatchQueue, _ make: @escaping @Sendable () -> Value) {
        line.async {
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
