import Foundation
import Synchronization

/// Where the running programme keeps its law: replaced as a whole, or not at all.
package final class LawShelf: Sendable {
    private let current: Mutex<State>

    private struct State {
        /// The law of the files, without what the city keeps beside them.
        var base: Law
        var own: CityLaw
        var law: Law
        var reading: Int
    }

    package init(_ law: Law) {
        current = Mutex(State(base: law, own: .none, law: law, reading: 1))
    }

    package var law: Law { numbered.law }

    /// The law and how often it has been read: what is worked out of one reading may be kept as
    /// long as the number stays.
    package var numbered: (law: Law, reading: Int) {
        current.withLock { ($0.law, $0.reading) }
    }

    /// The law as it came with the product and the city's files.
    package var base: Law { current.withLock { $0.base } }

    /// Which of the city's own changes the law holds already.
    package var revision: Int { current.withLock { $0.own.revision } }

    /// The law of the files with `own` laid over it; the shelf stays as it is.
    package func law(with own: CityLaw) throws -> Law { try base.with(own) }

    /// Lays what the city keeps of the law over its files; when it is refused, the old law stays.
    package func lay(_ own: CityLaw) throws {
        let law = try base.with(own)
        current.withLock { state in
            state.own = own
            state.law = law
            state.reading += 1
        }
    }

    /// Reads the law anew with the city's files; when one is refused, the old law stays.
    package func reload(withFilesIn folder: URL) throws {
        let base = try Law.bundled().overlaid(withFilesIn: folder)
        let law = try base.with(current.withLock { $0.own })
        current.withLock { state in
            state.base = base
            state.law = law
            state.reading += 1
        }
    }
}
