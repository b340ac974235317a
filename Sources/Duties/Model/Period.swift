import Kernel

/// A stretch of time in which something is owed and counted; both days belong to it.
package struct Period: Hashable, Sendable {
    package let opensOn: Day
    package let closesOn: Day
    /// The day whose state counts: today while the period runs, its last day once it is over.
    package let asOf: Day

    package init(from opensOn: Day, to closesOn: Day, asOf today: Day) {
        self.opensOn = opensOn
        self.closesOn = closesOn
        asOf = min(max(today, opensOn), closesOn)
    }

    /// The whole of a year.
    package init(_ year: ROCYear, asOf today: Day) {
        self.init(from: year.firstDay, to: year.lastDay, asOf: today)
    }

    package func contains(_ day: Day) -> Bool { (opensOn...closesOn).contains(day) }

    /// From the first moment of the period to the first moment after what counts, for columns
    /// that hold moments.
    package var moments: Range<Instant> {
        Instant(startOf: opensOn)..<Instant(startOf: asOf.adding(days: 1))
    }
}
