import Kernel
import Statute

/// A clock of the law that this chapter knows how to stop. The law may set others; those are shown
/// and run on.
package enum IncidentClock: String, CaseIterable, Sendable {
    case notification, review, authority, containment, report, renotification
    case drillResult = "drill-result"

    /// Whether the superior stops it rather than the agency itself.
    package var isOfSuperior: Bool { self == .review || self == .authority }

    func metAt(_ marks: IncidentMarks) -> Instant? {
        switch self {
        case .notification: marks.notifiedAt
        case .review: marks.reviewedAt
        case .authority: marks.toldAt
        case .containment: marks.containedAt
        case .report: marks.reportFiledAt
        case .renotification: marks.renotifiedAt
        case .drillResult: marks.resultFiledAt
        }
    }
}

/// One clock of an incident: its deadline, and when it was met.
package struct ClockMark: Sendable {
    package let deadline: Deadline
    package let clock: IncidentClock?
    package let metAt: Instant?

    package var due: Instant? { deadline.due }
    package var term: Term { deadline.clock.rule.term }
    /// Whether it runs: started, and nobody has done yet what it asks for.
    package var isRunning: Bool { due != nil && metAt == nil }

    package func isLate(at now: Instant) -> Bool {
        guard let due else { return false }
        return (metAt ?? now) > due
    }
}

extension Incident {
    /// The level that the clocks go by: until one is judged, the gravest, whose times are shortest.
    package var levelForClocks: IncidentLevel {
        level ?? IncidentLevel.allCases.max() ?? .four
    }

    /// The moments as the law counts from them.
    package func times(at level: IncidentLevel) -> IncidentTimes {
        var moments: [IncidentMoment: Instant] = [:]
        moments[.received] = marks.receivedAt
        moments[.reviewed] = marks.reviewedAt
        moments[.contained] = marks.containedAt
        moments[.levelChanged] = marks.levelChangedAt
        moments[.drilled] = isDrill ? marks.closedAt : nil
        return IncidentTimes(level: level, knownAt: report.knownAt, moments)
    }

    /// Every clock by the edition in force when the agency knew, the law's order kept.
    package func clocks(by law: Law) throws -> [ClockMark] {
        try law.deadlines(of: times(at: levelForClocks)).map { deadline in
            let clock = IncidentClock(rawValue: deadline.clock.id)
            return ClockMark(
                deadline: deadline, clock: clock, metAt: clock.flatMap { $0.metAt(marks) })
        }
    }

    /// The deadlines that held while the level was `level` and hold no longer.
    package func formerDeadlines(at level: IncidentLevel, by law: Law) throws -> [Deadline] {
        try law.changes(from: times(at: levelForClocks), to: times(at: level)).map(\.after)
            .filter { $0.due != nil }
    }

    /// What the agency itself still owes by the clocks, in the law's order.
    package func owed(by law: Law) throws -> [ClockMark] {
        try clocks(by: law).filter { $0.isRunning && $0.clock?.isOfSuperior == false }
    }
}
