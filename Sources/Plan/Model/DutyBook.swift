import Duties
import Kernel
import Statute

/// How one duty of the law stands for the agency whose plan is read.
struct JudgedDuty: Sendable {
    /// Of several periods of the year the one that most needs looking at.
    let standing: Duties.Standing
    let state: DutyState
    /// The day as of which it is judged.
    let day: Day

    /// Whether it waits for an event of which nobody has told; whether there was one, no duty says.
    var isAwaited: Bool { state == .upcoming && standing.lateFrom == nil }
}

/// How the duties of one agency stand in a year, and why it does not owe the others.
struct DutyBook: Sendable {
    private let judged: [String: JudgedDuty]
    private let reasons: [String: Term]
    /// All of them, owed or not, each once.
    let all: [Duty]
    /// How many periods stand in each state, in the order of the states' own list.
    let byState: [(state: DutyState, count: Int)]

    init(_ list: DutyList, on day: Day) {
        let standings = list.entries.map(\.standing)
        judged = Dictionary(
            Duties.Standing.worst(standings, on: day).map {
                ($0.duty.text, JudgedDuty(standing: $0, state: $0.state(on: day), day: day))
            }
        ) { $1 }
        let known = list.entries.map(\.owed.duty) + list.absences.map(\.duty)
        all = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }.map(\.value)
        reasons = Dictionary(list.absences.map { ($0.duty.id, $0.reason) }) { $1 }
        let counts = Dictionary(standings.map { ($0.state(on: day), 1) }, uniquingKeysWith: +)
        byState = [.met, .declared, .waived, .upcoming, .missing, .due, .late].compactMap { state in
            counts[state].map { (state, $0) }
        }
    }

    subscript(_ id: String) -> JudgedDuty? { judged[id] }

    /// Why the agency does not owe a duty; `nil` for one that it owes.
    func reason(_ id: String) -> Term? { reasons[id] }

    /// How many are owed.
    var owed: Int { byState.reduce(0) { $0 + $1.count } }

    /// The state that presses most; `nil` where nothing is owed.
    var worst: DutyState? { byState.map(\.state).max { $0.pressure < $1.pressure } }
}
