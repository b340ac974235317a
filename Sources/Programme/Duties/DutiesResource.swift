import Duties
import Kernel
import Statute

/// The duties of agencies as programs read them, over the API and from the command.
package struct DutiesResource: Encodable, Sendable {
    let year: Int
    let on: String
    let agencies: [AgencyResource]

    package init(year: ROCYear, on day: Day, lists: [DutyList]) {
        self.year = year.number
        on = "\(day)"
        agencies = lists.map { AgencyResource($0, on: day) }
    }

    /// One agency with what it owes and what does not apply to it.
    struct AgencyResource: Encodable, Sendable {
        let code: String?
        let name: String
        let level: String?
        let duties: [DutyResource]

        init(_ list: DutyList, on day: Day) {
            code = list.agency.code
            name = list.agency.name
            level = list.agency.level?.rawValue
            duties =
                list.entries.map { DutyResource($0, on: day) }
                + list.absences.map { DutyResource($0, at: list.agency.level) }
        }
    }

    struct DutyResource: Encodable, Sendable {
        let id: String
        let term: String
        let state: String
        /// The state as pages say it: what is due and has no last day is 該補上.
        let word: String
        let opens: String?
        let due: String?
        /// Why it is owed, or why not, in a sentence.
        let reason: String
        let citation: String
        let counted: Int
        let needed: Int

        init(_ entry: DutyEntry, on day: Day) {
            id = entry.owed.duty.id
            term = entry.owed.duty.rule.term.zh
            let now = entry.standing.state(on: day)
            state = now.code
            word = now.term.zh
            opens = "\(entry.standing.opensOn)"
            due = entry.standing.dueOn.map { "\($0)" }
            reason = entry.owed.explanation.zh
            citation = entry.owed.citation.zh
            counted = entry.standing.counted
            needed = entry.standing.needed
        }

        init(_ absence: AbsentDuty, at level: Level?) {
            id = absence.duty.id
            term = absence.duty.rule.term.zh
            state = DutyState.notApplicable.code
            word = DutyState.notApplicable.term.zh
            opens = nil
            due = nil
            reason = absence.reason.zh
            citation = absence.duty.rule.citation.zh
            counted = 0
            needed = 0
        }
    }

    /// One line a duty, for people: agency, state, due day, duty.
    package var lines: [String] {
        agencies.flatMap { agency in
            ["\(agency.code ?? "") \(agency.name)（\(agency.level ?? "等級未核定")）"]
                + agency.duties.map { duty in
                    "  \(duty.word)\t\(duty.due ?? "-")\t\(duty.term)\t\(duty.citation)"
                }
        }
    }
}
