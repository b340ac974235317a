import Duties
import Kernel

/// Which of an agency's duties a list shows: what a figure elsewhere counted.
enum DutyFilter: Hashable, Sendable {
    case state(DutyState)
    /// What is not done yet, late or not.
    case open
    /// What is due by Sunday and not done.
    case thisWeek
    /// What is late, and what is due by Sunday.
    case now

    /// Reads the word of an address, as `late` or `week`.
    init?(_ word: String) {
        switch word {
        case "open": self = .open
        case "week": self = .thisWeek
        case "now": self = .now
        default:
            guard let state = DutyState(rawValue: word) else { return nil }
            self = .state(state)
        }
    }

    var word: String {
        switch self {
        case .state(let state): state.rawValue
        case .open: "open"
        case .thisWeek: "week"
        case .now: "now"
        }
    }

    var term: Term {
        switch self {
        case .state(let state): state.term
        case .open: Term("還沒完成", en: "Not done")
        case .thisWeek: Term("這週到期", en: "Due this week")
        case .now: Term("現在要辦", en: "To do now")
        }
    }

    func finds(_ standing: Standing, on today: Day) -> Bool {
        let state = standing.state(on: today)
        return switch self {
        case .state(let asked): state == asked
        case .open: state.isOpen
        case .thisWeek: standing.isDueThisWeek(today)
        case .now: state == .late || standing.isDueThisWeek(today)
        }
    }
}

extension Standing {
    /// Whether its last day is no later than the Sunday of this week, and it is neither done nor
    /// late.
    func isDueThisWeek(_ today: Day) -> Bool {
        let state = state(on: today)
        guard state == .due || state == .upcoming, let dueOn else { return false }
        return dueOn <= today.adding(days: 6 - today.weekday.rawValue)
    }
}
