import Access
import Duties
import HTML
import Kernel
import Web

/// The first screen of those who do an agency's work: what is late, this week's, what comes next,
/// what is behind; beside it the agency itself and the button for an incident.
struct AgencyHomePage: Sendable {
    let caller: Caller
    let day: AgencyDay
    let acts: ActBook
    let now: Instant

    private var today: Day { now.day }

    var page: Page {
        Page(Term("待辦", en: "To do"), aside: aside) {
            PageHeading(
                day.heading(for: caller.name),
                eyebrow: HTML(today.eyebrow),
                lede: DutySums(plan: day.plan, year: ROCYear(of: today)).sentence)
            RunningPanel(clocks: day.clocks, now: now)
            WaitingPanel(waiting: day.waiting)
            cards
            UndatedRows(plan: day.plan, today: today)
            DutyRows(
                Term("接下來", en: "Next"), day.plan.next, today: today, atMost: 6, id: "next",
                link: Crumb(Term("全部應辦事項", en: "All duties"), "/duties"))
            if !day.plan.applying.isEmpty { year }
        }
    }

    private var cards: HTML {
        let cards = day.plan.late + day.plan.thisWeek
        return section(.aria("labelledby", "now-title")) {
            h2(.id("now-title"), .class("vh")) { Term("現在要辦", en: "To do now") }
            if cards.isEmpty {
                EmptyState(
                    day.plan.lateLastYear == 0
                        ? Term(
                            "這週沒有到期的事，也沒有逾期。",
                            en: "Nothing is due this week, and nothing is late.")
                        : Term(
                            "這週沒有到期的事，今年度沒有逾期。",
                            en: "Nothing is due this week, and nothing of this year is late."))
            } else {
                taskCards(cards.prefix(5).map(card))
                if cards.count > 5 {
                    p(.class("mt")) {
                        a(.href(DutyPlace.list(only: .now))) {
                            Term("全部 \(cards.count) 件", en: "All \(cards.count)")
                        }
                    }
                }
            }
        }
    }

    private func card(_ line: DutyLine) -> TaskCard {
        // Who may not sign for it can only look.
        let mayAct = line.remedy != nil || caller.may(.declareDuties)
        let words = mayAct ? Term("去辦", en: "Do it") : Term("去看", en: "See")
        return TaskCard(
            due: line.dueOn, today: today, line.term, why: line.why, progress: line.progress,
            action: ActionLink(
                line.remedy?.words ?? words, line.next,
                line.state == .late && mayAct ? .primary : .plain, subject: line.term.zh))
    }

    private var year: HTML {
        panel(
            Term("今年度進度", en: "This year"), id: "year",
            link: Crumb(Term("一格是一項應辦事項", en: "A cell for each duty"), "/duties")
        ) {
            YearBar(
                Term(
                    "今年度 \(day.plan.applying.count) 項應辦事項，依期限排列",
                    en: "This year's \(day.plan.applying.count) duties by their last days"),
                day.plan.applying.map {
                    YearBar.Cell(
                        $0.state.status, $0.term, $0.path, words: $0.state.term,
                        list: DutyPlace.list(only: .state($0.state)))
                })
        }
    }

    @HTMLBuilder
    private var aside: HTML {
        ReportCard()
        AgencyFactsCard(day: day)
        ReceiptsCard(receipts: day.receipts, acts: acts, today: today)
    }
}

/// What is owed at all times and is not there.
struct UndatedRows: Component {
    let plan: DutyPlan
    let today: Day

    var body: HTML {
        DutyRows(
            Term("該補上，沒有法定期限", en: "Missing, without a statutory date"), plan.undated, today: today,
            atMost: 6, id: "undated",
            link: Crumb(
                Term("全部該補上的", en: "All that is missing"),
                DutyPlace.list(only: .state(.missing))))
    }
}

extension Day {
    /// As in 「中華民國 115 年 11 月 23 日　星期一」.
    var eyebrow: Term {
        Term("中華民國 \(rocWords)　\(weekday.term.zh)", en: "\(weekday.term.en), \(self)")
    }
}
