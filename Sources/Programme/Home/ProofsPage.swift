import Access
import Duties
import HTML
import Kernel
import Web

/// The first screen of an auditor: every duty of the agency, how it stands, and what proves it, to
/// look at only.
struct ProofsPage: Sendable {
    let caller: Caller
    let day: AgencyDay
    let today: Day

    var page: Page {
        Page(Term("查核", en: "Audit"), aside: AgencyFactsCard(day: day).body) {
            PageHeading(
                Term(
                    "\(day.agency.name)，\(day.plan.applying.count) 項應辦事項可以查核",
                    en: "\(day.agency.name): \(day.plan.applying.count) duties to look at"),
                eyebrow: HTML(today.eyebrow),
                lede: DutySums(plan: day.plan, year: ROCYear(of: today)).sentence)
            section(Term("還沒證明的", en: "Not proven"), open, "open", .open)
            section(
                Term("只有聲明的", en: "Only declared"), day.plan.declared, "declared",
                .state(.declared))
            section(
                Term("由清冊證明的", en: "Proven by registers"), day.plan.proven, "proven",
                .state(.met))
        }
    }

    /// The most pressing first, in the order of their last days.
    private var open: [DutyLine] {
        let states = DutyState.allCases.filter(\.isOpen).sorted { $0.pressure > $1.pressure }
        return states.flatMap { state in day.plan.applying.filter { $0.state == state } }
    }

    private func section(
        _ heading: Term, _ lines: [DutyLine], _ id: String, _ filter: DutyFilter
    ) -> DutyRows {
        DutyRows(
            heading, lines, today: today, atMost: lines.count, id: id,
            link: Crumb(
                Term("\(lines.count) 項", en: "\(lines.count)"), DutyPlace.list(only: filter)))
    }
}
