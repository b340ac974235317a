import Duties
import Kernel

/// An agency's duties as somebody with half an hour needs them: what is late, what this week asks,
/// what comes then, what is behind.
struct DutyPlan: Sendable {
    let late: [DutyLine]
    /// Due by Sunday of this week.
    let thisWeek: [DutyLine]
    let next: [DutyLine]
    /// Owed at all times and not there: the law gives no last day.
    let undated: [DutyLine]
    let proven: [DutyLine]
    let declared: [DutyLine]
    let waived: [DutyLine]
    /// All that the law asks of the agency, in the order of their last days.
    let applying: [DutyLine]
    /// How many of last year's are late: they stand in no list of this year.
    let lateLastYear: Int

    init(_ lines: [DutyLine], lateLastYear: Int, today: Day) {
        self.lateLastYear = lateLastYear
        applying = lines.filter { $0.state != .notApplicable }.sorted { $0.isDue(before: $1) }
        late = applying.filter { $0.state == .late }
        let open = applying.filter { $0.state == .due || $0.state == .upcoming }
        thisWeek = open.filter { $0.standing.isDueThisWeek(today) }
        next = open.filter { !$0.standing.isDueThisWeek(today) && $0.dueOn != nil }
        undated = applying.filter { $0.state == .missing }
        proven = applying.filter { $0.state == .met }
        declared = applying.filter { $0.state == .declared }
        waived = applying.filter { $0.state == .waived }
    }
}

extension DutyLine {
    /// The order of last days; what is owed at all times comes first.
    fileprivate func isDue(before other: DutyLine) -> Bool {
        let days = (dueOn?.number ?? 0, other.dueOn?.number ?? 0)
        return days.0 == days.1 ? duty < other.duty : days.0 < days.1
    }
}
