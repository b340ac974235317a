import Access
import Duties
import Incidents
import Kernel
import Statute

/// All that an agency's first screen says, read from one unchanging state.
struct AgencyDay: Sendable {
    let agency: Agency
    let plan: DutyPlan
    let posts: [RoleHolder]
    let receipts: [Receipt]
    /// What the incidents of the agency and of those below still owe, the most urgent first.
    let clocks: [RunningClock]
    /// What goes no further until the caller decides.
    let waiting: [Waiting]

    static func read(_ view: View, _ standings: Standings) throws -> AgencyDay {
        let today = view.now.day
        let agency = try Agency.find(view.caller.agency, view)
        let law = standings.judge.shelf.law
        let duties = Dictionary(law.duties(on: today).map { ($0.id, $0) }) { $1 }
        let lines = try standings.ofAgency(agency.id, in: ROCYear(of: today), view)
            .compactMap { standing in
                let proof = standings.judge.proof(of: standing.duty)
                return DutyLine(
                    standing, duties[standing.duty.text], proof?.remedy(for: view.caller),
                    on: today)
            }
        let late = try standings.late(
            in: ROCYear(of: today).before, on: today, within: .agency(agency.id), view)
        return AgencyDay(
            agency: agency,
            plan: DutyPlan(lines, lateLastYear: late[agency.id] ?? 0, today: today),
            posts: try RoleHolder.all(
                of: [.head, .ciso, .securityOfficer, .officer], in: agency.id, view),
            receipts: try Receipt.last(
                5, of: agency.id, known: Set(duties.keys.map { MeasureID($0) }), view),
            clocks: try RunningClock.seen(by: law, view),
            waiting: try Waiting.all(view) { duties[$0.text]?.rule.term })
    }
}

extension ROCYear {
    /// The year before; `nil` for the first.
    var before: ROCYear? { ROCYear(number - 1) }
}

extension AgencyDay {
    /// The sentence that the first screen opens with: all that is to be done, and nothing else.
    func heading(for name: String) -> Term {
        let parts = [
            (clocks.count, Term("\(clocks.count) 個時限正在計時", en: "\(clocks.count) clocks run")),
            (
                waiting.count,
                Term("\(waiting.count) 件等您處理", en: "\(waiting.count) waiting for you")
            ),
            (
                plan.thisWeek.count,
                Term(
                    "這週有 \(plan.thisWeek.count) 件要辦", en: "\(plan.thisWeek.count) to do this week")
            ),
            (plan.late.count, Term("\(plan.late.count) 件逾期", en: "\(plan.late.count) overdue")),
            (
                plan.lateLastYear,
                Term(
                    "去年度 \(plan.lateLastYear) 件逾期",
                    en: "\(plan.lateLastYear) of last year overdue")
            ),
            (
                plan.undated.count,
                Term("\(plan.undated.count) 件該補上", en: "\(plan.undated.count) missing")
            ),
        ].filter { $0.0 > 0 }.map(\.1)
        if parts.isEmpty {
            return Term("\(name)，您好，這週沒有要辦的事", en: "\(name), nothing to do this week")
        }
        return Term(
            "\(name)，您好，" + parts.map(\.zh).joined(separator: "，"),
            en: "\(name), " + parts.map(\.en).joined(separator: ", "))
    }
}

extension RunningClock {
    /// What the caller's roles let them see of the clocks that run in their reach.
    static func seen(by law: Law, _ view: View) throws -> [RunningClock] {
        guard view.caller.may(.seeIncidents) else { return [] }
        return try all(within: view.reach(.open), by: law, view)
    }
}
