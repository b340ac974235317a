import Kernel

/// How one duty of one agency stands on a day. It is told from the facts whenever somebody looks,
/// and kept nowhere: a stored "late" is wrong at midnight.
///
/// The words are those of every state in the programme; only a duty can be declared or waived.
package enum DutyState: String, CaseIterable, Hashable, Sendable {
    case notApplicable, waived, upcoming, due, met, late, declared

    package var term: Term {
        switch self {
        case .notApplicable: Term("不適用", en: "Not applicable")
        case .waived: Term("免辦", en: "Waived")
        case .upcoming: Term("未開始", en: "Not started")
        case .due: Term("快到期", en: "Due soon")
        case .met: Term("已完成", en: "Done")
        case .late: Term("已逾期", en: "Overdue")
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

    /// The one of two that presses more: of several periods or duties, the one to look at.
    package static func worse(_ one: DutyState, _ other: DutyState) -> DutyState {
        one.pressure >= other.pressure ? one : other
    }

    /// How much it asks for somebody's eye.
    package var pressure: Int {
        switch self {
        case .notApplicable: 0
        case .waived: 1
        case .met: 2
        case .declared: 3
        case .upcoming: 4
        case .due: 5
        case .late: 6
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
