import Access
import Duties
import HTML
import Kernel
import Web

/// What the head of an agency reads in a minute and may print: one sentence, three figures, what
/// waits for the head, what is late and what is missing.
struct HeadBriefPage: Sendable {
    let caller: Caller
    let day: AgencyDay
    let now: Instant

    private var today: Day { now.day }

    var page: Page {
        Page(Term("首長簡報", en: "Brief for the head"), aside: aside) {
            PageHeading(
                heading, eyebrow: HTML(today.eyebrow),
                lede: DutySums(plan: day.plan, year: ROCYear(of: today)).sentence)
            ul(.class("count")) {
                figure(day.plan.late.count, Term("項逾期", en: "overdue"), .state(.late))
                figure(day.plan.thisWeek.count, Term("項這週到期", en: "due this week"), .thisWeek)
                figure(
                    day.plan.proven.count, Term("項已由清冊證明", en: "proven by registers"),
                    .state(.met))
            }
            if caller.roles.contains(.head) { WaitingPanel(waiting: day.waiting) }
            RunningPanel(clocks: day.clocks, now: now)
            DutyRows(
                Term("逾期的事", en: "Overdue"), day.plan.late, today: today,
                atMost: day.plan.late.count, id: "late",
                link: Crumb(Term("全部應辦事項", en: "All duties"), "/duties"))
            DutyRows(
                Term("這週到期", en: "Due this week"), day.plan.thisWeek, today: today,
                atMost: day.plan.thisWeek.count, id: "week",
                link: Crumb(Term("這週到期", en: "This week"), DutyPlace.list(only: .thisWeek)))
            UndatedRows(plan: day.plan, today: today)
        }
    }

    private var heading: Term {
        let (name, plan) = (day.agency.name, day.plan)
        if !plan.late.isEmpty {
            return Term(
                "\(name)有 \(plan.late.count) 項逾期",
                en: "\(name) is late with \(plan.late.count) duties")
        }
        if plan.lateLastYear > 0 {
            return Term(
                "\(name)今年度沒有逾期，去年度還有 \(plan.lateLastYear) 項",
                en: "\(name) is late with \(plan.lateLastYear) duties of last year")
        }
        if !plan.undated.isEmpty {
            return Term(
                "\(name)沒有逾期，\(plan.undated.count) 項該補上",
                en: "\(name) is late with nothing and lacks \(plan.undated.count)")
        }
        return Term("\(name)的資安應辦事項都如期", en: "\(name) is on time with all its duties")
    }

    private func figure(_ count: Int, _ words: Term, _ filter: DutyFilter) -> HTML {
        li(.class(filter == .state(.late) && count > 0 ? "hot" : "")) {
            b(.class("num")) {
                a(.href(DutyPlace.list(only: filter))) { count }
            }
            span { words }
        }
    }

    @HTMLBuilder
    private var aside: HTML {
        ReportCard()
        AgencyFactsCard(day: day)
    }
}
