import Kernel

/// How one duty of one agency stands on a day. It is told from the facts whenever somebody looks,
/// and kept nowhere: a stored "late" is wrong at midnight.
///
/// The words are those of every state in the programme; only a duty can be declared or waived.
package enum DutyState: String, CaseIterable, Hashable, Sendable {
    case notApplicable, waived, upcoming, missing, due, met, late, declared

    package var term: Term {
        switch self {
        case .notApplicable: Term("不適用", en: "Not applicable")
        case .waived: Term("免辦", en: "Waived")
        case .upcoming: Term("未開始", en: "Not started")
        case .missing: Term("該補上", en: "Missing")
        case .due: Term("快到期", en: "Due soon")
        case .met: Term("已完成", en: "Done")
        case .late: Term("已逾期", en: "Overdue")
        case .declared: Term("已聲明", en: "Declared")
        }
    }

    /// Whether something is still to be done.
    package var isOpen: Bool {
        switch self {
        case .upcoming, .missing, .due, .late: true
        case .notApplicable, .waived, .met, .declared: false
        }
    }

    /// Whether it is to be done now: late, near its last day, or owed at all times and not there.
    package var isPressing: Bool { pressure >= Self.missing.pressure }

    /// The word for programs, one of the seven that the API has: what is missing is due, and has no
    /// last day.
    package var code: String { self == .missing ? Self.due.rawValue : rawValue }

    /// The words that programs are told.
    package static var codes: [String] { allCases.filter { $0 != .missing }.map(\.code) }

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
        case .missing: 5
        case .due: 6
        case .late: 7
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
    /// missing until it is there.
    package func state(on day: Day) -> DutyState {
        if isEmpty { return .notApplicable }
        if isWaived { return .waived }
        if isMet { return .met }
        if isDeclared { return .declared }
        guard let lateFrom else { return .upcoming }
        if day >= lateFrom { return .late }
        if day < opensOn { return .upcoming }
        guard let dueOn else { return .missing }
        return dueOn.number - day.number <= Self.soonDays ? .due : .upcoming
    }

    /// From so many days before the last one on, a duty is called due.
    package static let soonDays = 30
}
