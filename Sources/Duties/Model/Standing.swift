import Kernel
import Storage

/// How one duty of one agency stands in one period: when it was due and when it was met.
///
/// A period stands in the list of every year that it touches, so that nobody loses sight of a duty
/// of several years.
package struct Standing: Hashable, Sendable {
    /// In whose list it stands.
    package let year: ROCYear
    package let agencyID: AgencyID
    package let duty: MeasureID
    package let opensOn: Day
    package let closesOn: Day
    package let dueOn: Day?
    package let lateFrom: Day?
    package let counted: Int
    package let needed: Int
    /// The day on which a register came to prove it; whether in time is for the reader to see.
    package let metOn: Day?
    /// The last day on which what was met still holds.
    package let heldUntil: Day?
    /// The day for which somebody signed that it was done, where no register proves it.
    package let declaredOn: Day?
    package let waivedFrom: Day?
    package let waivedUntil: Day?
    /// Whether there is nothing to cover, so that the duty does not apply.
    package let isEmpty: Bool

    package func isMet(on day: Day) -> Bool {
        guard let metOn, metOn <= day else { return false }
        return heldUntil.map { day <= $0 } ?? true
    }

    package func isWaived(on day: Day) -> Bool {
        guard let waivedFrom, waivedFrom <= day else { return false }
        return waivedUntil.map { day <= $0 } ?? true
    }

    package func isDeclared(on day: Day) -> Bool {
        declaredOn.map { $0 <= day } ?? false
    }

    package func state(on day: Day) -> DutyState {
        StandingFacts(
            opensOn: opensOn, dueOn: dueOn, lateFrom: lateFrom, isEmpty: isEmpty,
            isWaived: isWaived(on: day), isMet: isMet(on: day), isDeclared: isDeclared(on: day)
        ).state(on: day)
    }

    /// Whether it was met, but after its last day.
    package var wasMetLate: Bool {
        guard let metOn, let dueOn else { return false }
        return metOn > dueOn
    }

    /// One standing for each agency and duty: of several periods the one that presses most, then
    /// the latest.
    package static func worst(_ standings: [Standing], on day: Day) -> [Standing] {
        struct Owed: Hashable {
            let agency: AgencyID
            let duty: MeasureID
        }
        let groups = Dictionary(grouping: standings) { Owed(agency: $0.agencyID, duty: $0.duty) }
        return groups.values.compactMap { periods in
            periods.max { one, other in
                (one.state(on: day).pressure, one.opensOn)
                    < (other.state(on: day).pressure, other.opensOn)
            }
        }
    }

    /// What tells one standing from all others.
    package struct Key: Hashable, Sendable {
        package let year: ROCYear
        package let agencyID: AgencyID
        package let duty: MeasureID
        package let opensOn: Day
    }

    package var key: Key { Key(year: year, agencyID: agencyID, duty: duty, opensOn: opensOn) }
}
