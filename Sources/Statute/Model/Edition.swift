import Kernel

/// A state of the law between two reforms, by its year: `2020`, `2021`, `2026`.
///
/// Instruments of one reform come into force on days of their own; which edition governs a matter
/// is therefore asked by instrument.
package struct Edition: Hashable, Sendable {
    package let name: String
    /// The first day on which one of its instruments is in force.
    package let from: Day
    /// When duties that recur begin to be counted.
    package let counting: Counting
}
