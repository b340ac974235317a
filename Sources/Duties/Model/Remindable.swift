import Access
import Kernel

/// An agency that lacks a duty, as whoever reminds it sees it first.
package struct Remindable: Sendable {
    package let agency: JudgedAgency
    package let standing: Standing
    /// Whom a reminder would reach.
    package let readers: [Officeholder]
    /// When it was last reminded of this duty.
    package let lastAt: Instant?

    /// Whether it was reminded on the same day already.
    package func wasReminded(on day: Day) -> Bool { lastAt?.day == day }
}

/// What became of an act of reminding.
package struct ReminderOutcome: Hashable, Sendable {
    package let reminded: Int
    /// Those that were chosen and lack it no more.
    package let settled: Int
}

/// One act of reminding, and what happened since.
package struct ReminderRound: Sendable {
    package let words: String
    package let by: String
    package let at: Instant
    package let reminded: [Line]

    package struct Line: Sendable {
        package let reminder: Reminder
        /// How many people have read it.
        package let read: Int
        /// `nil` where the agency is no longer in the list.
        package let agency: JudgedAgency?
        /// How it stands now; `nil` where it owes the duty no more.
        package let standing: Standing?

        /// By the agency; one that is no longer in the list comes last.
        var place: JudgedAgency.Place { agency?.place ?? .last }
    }

    /// How many have done or declared it since.
    package func settled(on day: Day) -> Int {
        reminded.count { line in
            guard let standing = line.standing else { return true }
            return !standing.state(on: day).isOpen
        }
    }
}
