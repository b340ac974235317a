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

    init(_ lines: [DutyLine], today: Day) {
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

    /// The sentence that the first screen opens with.
    func heading(for name: String) -> Term {
        let parts = [
            (
                thisWeek.count,
                Term("這週有 \(thisWeek.count) 件要辦", en: "\(thisWeek.count) to do this week")
            ),
            (late.count, Term("\(late.count) 件逾期", en: "\(late.count) overdue")),
            (undated.count, Term("\(undated.count) 件該補上", en: "\(undated.count) missing")),
        ].filter { $0.0 > 0 }.map(\.1)
        if parts.isEmpty {
            return Term("\(name)，您好，這週沒有要辦的事", en: "\(name), nothing to do this week")
        }
        return Term(
            "\(name)，您好，" + parts.map(\.zh).joined(separator: "，"),
            en: "\(name), " + parts.map(\.en).joined(separator: ", "))
    }
}

extension DutyLine {
    /// The order of last days; what is owed at all times comes first.
    fileprivate func isDue(before other: DutyLine) -> Bool {
        let days = (dueOn?.number ?? 0, other.dueOn?.number ?? 0)
        return days.0 == days.1 ? duty < other.duty : days.0 < days.1
    }
}
