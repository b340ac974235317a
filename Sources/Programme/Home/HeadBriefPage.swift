import Access
import Duties
import HTML
import Kernel
import Web

/// What the head of an agency reads in a minute and may print: one sentence, three figures, what is
/// late and why it is owed.
struct HeadBriefPage: Sendable {
    let caller: Caller
    let day: AgencyDay
    let now: Instant

    private var today: Day { now.day }

    var page: Page {
        Page(Term("首長簡報", en: "Brief for the head"), aside: aside) {
            PageHeading(
                heading, eyebrow: HTML(today.eyebrow), lede: DutySums(plan: day.plan).sentence)
            ul(.class("count")) {
                figure(day.plan.late.count, Term("項逾期", en: "overdue"), .state(.late))
                figure(day.plan.thisWeek.count, Term("項這週到期", en: "due this week"), .thisWeek)
                figure(
                    day.plan.proven.count, Term("項已由清冊證明", en: "proven by registers"),
                    .state(.met))
            }
            RunningPanel(clocks: day.clocks, now: now)
            DutyRows(
                Term("逾期的事", en: "Overdue"), day.plan.late, today: today,
                atMost: day.plan.late.count, id: "late",
                link: Crumb(Term("全部應辦事項", en: "All duties"), "/duties"))
            DutyRows(
                Term("這週到期", en: "Due this week"), day.plan.thisWeek, today: today,
                atMost: day.plan.thisWeek.count, id: "week",
                link: Crumb(Term("這週到期", en: "This week"), DutyPlace.list(only: .thisWeek)))
        }
    }

    private var heading: Term {
        if day.plan.late.isEmpty {
            return Term(
                "\(day.agency.name)的資安應辦事項都如期",
                en: "\(day.agency.name) is on time with all its duties")
        }
        return Term(
            "\(day.agency.name)有 \(day.plan.late.count) 項逾期",
            en: "\(day.agency.name) is late with \(day.plan.late.count) duties")
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
