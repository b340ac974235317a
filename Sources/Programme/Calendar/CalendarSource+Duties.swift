import Duties
import HTML
import Kernel
import Statute
import Web

extension CalendarSource {
    /// The last days of the agency's duties.
    static func duties(_ standings: Standings, _ law: LawShelf) -> CalendarSource {
        CalendarSource(
            title: Term("應辦事項的期限", en: "last days of duties"), needs: .seeDuties
        ) { year, view in
            let law = law.law
            return try standings.ofAgency(view.caller.agency, in: year, view).compactMap {
                CalendarEntry($0, by: law, on: view.now.day)
            }
        }
    }
}

extension CalendarEntry {
    /// None for a duty without a last day, or one that does not bind the agency.
    fileprivate init?(_ standing: Standing, by law: Law, on today: Day) {
        let state = standing.state(on: today)
        guard let due = standing.dueOn, state != .notApplicable,
            let duty = law.duties.last(where: { $0.id == standing.duty.text })
        else { return nil }
        day = due
        moment = nil
        title = duty.rule.term
        status = state.status
        words = state.term
        path = Path("duties", standing.duty.text)
        key = "\(standing.duty.text)-\(due)-\(standing.agencyID)"
    }
}
