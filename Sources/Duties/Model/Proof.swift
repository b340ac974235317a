import Access
import Kernel

/// How a register proves a duty: one question for all agencies of a reach at once.
///
/// Nobody ticks that a duty is met; its chapter says here which rows tell. The answer holds no
/// agency that has nothing to show, and asks the database once, whatever the reach.
package struct Proof: Sendable {
    package let measure: MeasureID
    /// The kinds of records whose change may change the answer.
    package let reads: Set<RecordKind>
    /// Who may see the records: others see the figure, not the rows behind it.
    package let see: Permission
    /// For whose duty the records count.
    package let holder: Holder
    /// What an agency does next where something is missing.
    package let remedy: Remedy
    /// Why the duty does not apply where there is nothing to cover.
    package let absence: Term?
    package let answer: @Sendable (View, Period, Reach) throws -> [AgencyID: Finding]
    /// The rows behind one agency's figure: those that counted, and those that are missing it.
    package let rows: @Sendable (View, Period, AgencyID) throws -> [CountedRow]

    package enum Holder: Sendable {
        /// The agency whose records they are.
        case agency
        /// The city's office, for the records of all agencies.
        case city
    }

    package init(
        _ measure: MeasureID, reads: Set<RecordKind>, see: Permission, holder: Holder = .agency,
        remedy: Remedy, absence: Term? = nil,
        answer: @escaping @Sendable (View, Period, Reach) throws -> [AgencyID: Finding],
        rows: @escaping @Sendable (View, Period, AgencyID) throws -> [CountedRow]
    ) {
        self.measure = measure
        self.reads = reads
        self.see = see
        self.holder = holder
        self.remedy = remedy
        self.absence = absence
        self.answer = answer
        self.rows = rows
    }
}

extension Proof {
    /// The remedy, for those who may open the list that it leads to.
    package func remedy(for caller: Caller) -> Remedy? { caller.may(see) ? remedy : nil }
}

/// The one thing to do about a duty that is not met: the words of a button and where it leads.
package struct Remedy: Sendable {
    package let words: Term
    /// The parts of the address, as in `["systems"]`.
    package let place: [String]

    package init(_ words: Term, at place: String...) {
        self.words = words
        self.place = place
    }
}

/// A row of a register that a duty's figure counts, or misses.
package struct CountedRow: Hashable, Sendable {
    package let name: String
    /// The parts of the row's address, as in `["systems", "0190…"]`.
    package let place: [String]
    /// The day on which it came to count.
    package let on: Day?
    package let counts: Bool
    /// What it says, or what it lacks.
    package let remark: Term?

    package init(
        _ name: String, at place: String..., on day: Day? = nil, counts: Bool, remark: Term? = nil
    ) {
        self.name = name
        self.place = place
        on = day
        self.counts = counts
        self.remark = remark
    }
}
