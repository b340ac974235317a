import Dispatch
import Synchronization

/// A line of work beside the caller's own, on another core: what is given to it is done piece by piece,
/// in order.
package struct AheadLine: Sendable {
    private let queue = DispatchQueue(label: "chengdun.ahead", qos: .userInitiated)

    package init() {}

    /// Has a value made in its turn, or by whoever asks for it before.
    package func coming<Made: Sendable>(_ make: @escaping @Sendable () -> Made) -> Coming<Made> {
        let coming = Coming(make)
        queue.async { coming.make() }
        return coming
    }
}

/// A value that is being made, or will be.
package final class Coming<Value: Sendable>: Sendable {
    private enum State {
        case unmade(@Sendable () -> Value)
        case beingMade
        case made(Value)
        case used
    }

    private let state: Mutex<State>
    private let isMade = DispatchSemaphore(value: 0)

    fileprivate init(_ make: @escaping @Sendable () -> Value) {
        state = Mutex(.unmade(make))
    }

    /// Makes it, unless somebody has begun to.
    fileprivate func make() {
        let making = state.withLock { state -> (@Sendable () -> Value)? in
            guard case .unmade(let make) = state else { return nil }
            state = .beingMade
            return make
        }
        guard let making else { return }
        let value = making()
        state.withLock { $0 = .made(value) }
        isMade.signal()
    }

    /// Made here if nobody has begun to; asked once.
    package var value: Value {
        make()
        return inTurn
    }

    /// Waits until its turn on the line has come; asked once.
    fileprivate var inTurn: Value {
        isMade.wait()
        return state.withLock { state in
            guard case .made(let value) = state else { preconditionFailure("signalled unmade") }
            state = .used
            return value
        }
    }
}

extension Sequence where Element: Sendable {
    /// Has something made of each element on `line`, all of it, whenever it is used. Who uses it makes
    /// what the line has not come to.
    package func coming<Made: Sendable>(
        on line: AheadLine, _ make: @escaping @Sendable (Element) -> Made
    ) -> [Coming<Made>] {
        map { element in line.coming { make(element) } }
    }

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
        var making = Making(of: rest, on: AheadLine(), by: make)
        defer { making.end() }
        making.goOn()
        try use(made)
        while let made = making.next() { try use(made) }
    }

    /// The same on a line that does other work in between; the first is made there too.
    package func madeAhead<Made: Sendable>(
        on line: AheadLine, _ make: @escaping @Sendable (Element) -> Made,
        _ use: (Made) throws -> Void
    ) rethrows {
        var making = Making(of: makeIterator(), on: line, by: make)
        defer { making.end() }
        making.goOn()
        while let made = making.next() { try use(made) }
    }
}

/// What is being made of some elements, one after the other.
private struct Making<Elements: IteratorProtocol, Made: Sendable> where Elements.Element: Sendable {
    private var rest: Elements
    private let make: @Sendable (Elements.Element) -> Made
    private var coming: [Coming<Made>] = []
    private let line: AheadLine

    init(
        of rest: Elements, on line: AheadLine,
        by make: @escaping @Sendable (Elements.Element) -> Made
    ) {
        self.rest = rest
        self.line = line
        self.make = make
    }

    /// Has the next ones made, as many as may wait to be used: who uses them seldom waits then, where
    /// others use the core as well.
    mutating func goOn() {
        while coming.count < 3, let element = rest.next() {
            coming.append(line.coming { [make] in make(element) })
        }
    }

    /// The next in order, which is waited for; `nil` after the last.
    mutating func next() -> Made? {
        guard !coming.isEmpty else { return nil }
        let made = coming.removeFirst().inTurn
        goOn()
        return made
    }

    /// Waits for what is under way, so that no work goes on behind the caller's back.
    func end() { for one in coming { _ = one.inTurn } }
}
