import Access
import Duties
import Incidents
import Kernel
import Ledger
import Statute

/// All that an agency's first screen says, read from one unchanging state.
struct AgencyDay: Sendable {
    let agency: Agency
    let plan: DutyPlan
    let posts: [RoleHolder]
    let receipts: [HistoryEntry]
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
        return AgencyDay(
            agency: agency, plan: DutyPlan(lines, today: today),
            posts: try RoleHolder.all(
                of: [.head, .ciso, .securityOfficer, .officer], in: agency.id, view),
            receipts: try receipts(of: agency.id, view),
            clocks: try RunningClock.seen(by: law, view),
            waiting: try Waiting.all(view) { duties[$0.text]?.rule.term })
    }

    /// The last acts of the agency; coming in is none.
    private static func receipts(of agency: AgencyID, _ view: View) throws -> [HistoryEntry] {
        let entering = Set(Verb.ofEntering.map(\.name))
        let last = try History.entries(of: agency, limit: 40, in: view.session)
        return Array(last.filter { !entering.contains($0.verb) }.prefix(5))
    }
}

extension RunningClock {
    /// What the caller's roles let them see of the clocks that run in their reach.
    static func seen(by law: Law, _ view: View) throws -> [RunningClock] {
        guard view.caller.may(.seeIncidents) else { return [] }
        return try all(within: view.reach(.open), by: law, view)
    }
}
