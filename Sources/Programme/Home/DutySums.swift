import Duties
import HTML
import Kernel
import Web

/// How an agency's duties of the year stand in one sentence; every figure leads to its rows.
struct DutySums: Sendable {
    let plan: DutyPlan
    /// This year.
    let year: ROCYear

    var sentence: HTML {
        HTML {
            Term("今年度 ", en: "This year ")
            figure(plan.applying.count, nil)
            Term(" 項應辦事項：", en: " duties: ")
            figure(plan.proven.count, .met)
            Term(" 項已完成，", en: " done, ")
            if !plan.declared.isEmpty {
                figure(plan.declared.count, .declared)
                Term(" 項已聲明，", en: " declared, ")
            }
            if !plan.waived.isEmpty {
                figure(plan.waived.count, .waived)
                Term(" 項免辦，", en: " waived, ")
            }
            for state in [DutyState.due, .missing, .upcoming] { part(state) }
            if plan.late.isEmpty {
                Term("沒有逾期。", en: "none overdue.")
            } else {
                figure(plan.late.count, .late)
                Term(" 項已逾期。", en: " overdue.")
            }
            if plan.lateLastYear > 0, let year = year.before {
                Term("去年度還有 ", en: " Of last year, ")
                a(.href(DutyPlace.list(year, only: .state(.late)))) { plan.lateLastYear }
                Term(" 項已逾期。", en: " are overdue.")
            }
        }
    }

    @HTMLBuilder
    private func part(_ state: DutyState) -> HTML {
        let count = plan.applying.count { $0.state == state }
        if count > 0 {
            figure(count, state)
            Term(" 項\(state.term.zh)，", en: " \(state.term.en.lowercased()), ")
        }
    }

    private func figure(_ count: Int, _ state: DutyState?) -> HTML {
        a(.href(DutyPlace.list(only: state.map(DutyFilter.state)))) { count }
    }
}

/// Duties, a line each; the whole line leads to the duty.
struct DutyRows: Component {
    let heading: Term
    let lines: [DutyLine]
    let today: Day
    let most: Int
    let id: String
    let link: Crumb

    init(
        _ heading: Term, _ lines: [DutyLine], today: Day, atMost most: Int, id: String, link: Crumb
    ) {
        self.heading = heading
        self.lines = lines
        self.today = today
        self.most = most
        self.id = id
        self.link = link
    }

    @HTMLBuilder
    var body: HTML {
        if !lines.isEmpty {
            section(.aria("labelledby", id)) {
                div(.class("between mt")) {
                    h2(.id(id)) { heading }
                    a(.href(link.path)) { link.term }
                }
                TaskList(lines.prefix(most).map(item), in: ROCYear(of: today))
            }
        }
    }

    private func item(_ line: DutyLine) -> TaskList.Item {
        TaskList.Item(
            due: line.dueOn, line.term, line.path, note: line.why,
            state: line.state.drawn(due: line.dueOn, today: today))
    }
}
