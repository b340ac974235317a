import Duties
import Kernel

/// An agency's duties as somebody with half an hour needs them: what is late, what this week asks,
/// what comes then, what is behind.
struct DutyPlan: Sendable {
    let late: [DutyLine]
    /// Due by Sunday of this week.
    let thisWeek: [DutyLine]
    let next: [DutyLine]
    let proven: [DutyLine]
    let declared: [DutyLine]
    let waived: [DutyLine]
    /// All that the law asks of the agency, in the order of their last days.
    let applying: [DutyLine]

    init(_ lines: [DutyLine], today: Day) {
        applying = lines.filter { $0.state != .notApplicable }.sorted { $0.isDue(before: $1) }
        late = applying.filter { $0.state == .late }
        let open = applying.filter { $0.state == .due || $0.state == .upcoming }
        thisWeek = open.filter { $0.standing.isDueThisWeek(today) }
        next = open.filter {
            !$0.standing.isDueThisWeek(today) && ($0.dueOn != nil || $0.state == .due)
        }
        proven = applying.filter { $0.state == .met }
        declared = applying.filter { $0.state == .declared }
        waived = applying.filter { $0.state == .waived }
    }

    /// The sentence that the first screen opens with.
    func heading(for name: String) -> Term {
        switch (late.count, thisWeek.count) {
        case (0, 0):
            Term("\(name)，這週沒有要辦的事", en: "\(name), nothing to do this week")
        case (0, let week):
            Term("\(name)，這週有 \(week) 件要辦", en: "\(name), \(week) to do this week")
        case (let late, 0):
            Term("\(name)，有 \(late) 件逾期", en: "\(name), \(late) overdue")
        case (let late, let week):
            Term(
                "\(name)，這週有 \(week) 件要辦，另有 \(late) 件逾期",
                en: "\(name), \(week) to do this week and \(late) overdue")
        }
    }
}

extension DutyLine {
    /// The order of last days; what is owed at all times comes first.
    fileprivate func isDue(before other: DutyLine) -> Bool {
        let days = (dueOn?.number ?? 0, other.dueOn?.number ?? 0)
        return days.0 == days.1 ? duty < other.duty : days.0 < days.1
    }
}
