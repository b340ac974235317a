import Kernel

/// How one duty of one agency stands on a day. It is told from the facts whenever somebody looks,
/// and kept nowhere: a stored "late" is wrong at midnight.
package enum DutyState: String, CaseIterable, Hashable, Sendable {
    case notApplicable, waived, upcoming, due, met, late, declared

    package var term: Term {
        switch self {
        case .notApplicable: Term("不適用", en: "Not applicable")
        case .waived: Term("免辦", en: "Waived")
        case .upcoming: Term("還沒到期", en: "Upcoming")
        case .due: Term("該辦了", en: "Due")
        case .met: Term("已完成", en: "Met")
        case .late: Term("已逾期", en: "Late")
        case .declared: Term("已聲明", en: "Declared")
        }
    }

    /// Whether something is still to be done.
    package var isOpen: Bool {
        switch self {
        case .upcoming, .due, .late: true
        case .notApplicable, .waived, .met, .declared: false
        }
    }
}

/// What decides the state of a duty, wherever it was read from.
package struct StandingFacts: Hashable, Sendable {
    package var opensOn: Day
    /// The last day for it; `nil` for what is owed at all times or after an event.
    package var dueOn: Day?
    /// The first day on which it is late; `nil` for what can never be late.
    package var lateFrom: Day?
    package var isEmpty: Bool
    package var isWaived: Bool
    package var isMet: Bool
    package var isDeclared: Bool

    /// The state on `day`.
    ///
    /// What a register proves comes before what somebody declares. Something owed at all times is
    /// due until it is there.
    package func state(on day: Day) -> DutyState {
        if isEmpty { return .notApplicable }
        if isWaived { return .waived }
        if isMet { return .met }
        if isDeclared { return .declared }
        guard let lateFrom else { return .upcoming }
        if day >= lateFrom { return .late }
        if day < opensOn { return .upcoming }
        guard let dueOn else { return .due }
        return dueOn.number - day.number <= Self.soonDays ? .due : .upcoming
    }

    /// From so many days before the last one on, a duty is called due.
    package static let soonDays = 30
}
