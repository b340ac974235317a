import Access
import Duties
import HTML
import Kernel
import Ledger
import Web

/// The first screen of the CISO: what waits for a decision, how the agency stands in one sentence,
/// what is late, what changed since the last visit.
struct CISOHomePage: Sendable {
    let caller: Caller
    let day: AgencyDay
    let changes: [ChangedRecords]
    let since: Instant?
    let now: Instant

    private var today: Day { now.day }

    var page: Page {
        Page(Term("待辦", en: "To do"), aside: aside) {
            PageHeading(
                heading, eyebrow: HTML(today.eyebrow),
                lede: DutySums(plan: day.plan, year: ROCYear(of: today)).sentence,
                actions: [
                    ActionLink(Term("給首長的一頁", en: "One page for the head"), "/brief").body
                ])
            if day.waiting.isEmpty {
                EmptyState(
                    Term(
                        "盤點、事件、派任和免辦都沒有等您決定的。",
                        en: "No stock-take, incident, appointment or waiver waits for you."))
            } else {
                WaitingPanel(waiting: day.waiting)
            }
            RunningPanel(clocks: day.clocks, now: now)
            late
            UndatedRows(plan: day.plan, today: today)
            ChangesPanel(changes: changes, since: since)
            DutyRows(
                Term("接下來", en: "Next"), day.plan.thisWeek + day.plan.next, today: today,
                atMost: 6, id: "next",
                link: Crumb(Term("全部應辦事項", en: "All duties"), "/duties"))
        }
    }

    private var heading: Term {
        let (waiting, clocks) = (day.waiting.count, day.clocks.count)
        let running =
            clocks == 0
            ? Term("", en: "") : Term("，\(clocks) 個時限正在計時", en: ", clocks that run: \(clocks)")
        return waiting == 0
            ? Term(
                "\(caller.name)，沒有事等您處理\(running.zh)",
                en: "\(caller.name), nothing waits for you\(running.en)")
            : Term(
                "\(caller.name)，\(waiting) 件等您處理\(running.zh)",
                en: "\(caller.name), waiting for you: \(waiting)\(running.en)")
    }

    @HTMLBuilder
    private var late: HTML {
        if day.plan.late.isEmpty {
            panel(Term("逾期", en: "Late"), id: "late") {
                p {
                    day.plan.lateLastYear == 0
                        ? Term("沒有逾期的事。", en: "Nothing is late.")
                        : Term("今年度沒有逾期的事。", en: "Nothing of this year is late.")
                }
            }
        } else {
            DutyRows(
                Term("逾期 \(day.plan.late.count) 項", en: "\(day.plan.late.count) late"),
                day.plan.late, today: today, atMost: 8, id: "late",
                link: Crumb(
                    Term("全部逾期", en: "All late"), DutyPlace.list(only: .state(.late))))
        }
    }

    @HTMLBuilder
    private var aside: HTML {
        ReportCard()
        AgencyFactsCard(day: day)
    }
}
