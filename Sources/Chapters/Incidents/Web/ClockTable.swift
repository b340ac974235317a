import HTML
import Kernel
import Statute
import Web

/// Every deadline of one incident: by when, how long there is, when it was met, and by what rule.
struct ClockTable: Component {
    let clocks: [ClockMark]
    let now: Instant

    var body: HTML {
        ol(.class("clocks")) {
            for mark in clocks { li { entry(mark) } }
        }
    }

    private func entry(_ mark: ClockMark) -> HTML {
        let rule = mark.deadline.clock.rule
        return HTML {
            div(.class("clocks__what")) {
                strong { rule.term }
                state(mark)
            }
            div(.class("clocks__when")) { moment(mark) }
            details(.class("help")) {
                summary {
                    Term("為什麼是這個時間？", en: "Why this time?")
                    span(.class("vh")) { rule.term }
                }
                p { mark.deadline.explanation }
                p {
                    Term("出處確定程度：", en: "Certainty of the source: ")
                    rule.certainty.term
                }
            }
        }
    }

    private func state(_ mark: ClockMark) -> HTML {
        if mark.metAt != nil {
            return mark.isLate(at: now)
                ? status(.done, Term("已完成（逾期）", en: "Done, late")) : status(.done)
        }
        guard mark.due != nil else { return status(.none, Term("還沒起算", en: "Not started")) }
        if mark.isLate(at: now) { return status(.late) }
        return mark.clock?.isOfSuperior == true
            ? status(.progress, Term("等上級", en: "Superior's"))
            : status(.progress, Term("計時中", en: "Running"))
    }

    @HTMLBuilder
    private func moment(_ mark: ClockMark) -> HTML {
        if let met = mark.metAt {
            p {
                time(met)
                Term(" 完成", en: " done")
            }
            if let due = mark.due { small { deadline(due) } }
        } else if let start = mark.deadline.start, let due = mark.due {
            StatutoryClock(from: start, until: due, now: now)
        } else {
            small {
                Term(
                    "\(mark.deadline.clock.starts.term.zh)後 \(mark.deadline.allowance.term.zh)內",
                    en: """
                        within \(mark.deadline.allowance.term.en) of: \
                        \(mark.deadline.clock.starts.term.en)
                        """)
            }
        }
    }
}

/// The running clocks of many incidents, the most urgent first: for boards and first screens.
package struct RunningClockTable: Component {
    let clocks: [RunningClock]
    let now: Instant

    package init(_ clocks: [RunningClock], now: Instant) {
        self.clocks = clocks
        self.now = now
    }

    package var body: HTML {
        div(
            .class("scroll"), .tabindex(0), .role("region"),
            .aria("label", Term("事件時限表，可左右捲動", en: "Deadlines, scrolls sideways"))
        ) {
            table(.class("table deadlines")) {
                HTML("caption", [.class("vh")]) {
                    Term("法定時限計時中的資安事件", en: "Incidents with running deadlines")
                }
                thead { tr { headings } }
                tbody { for clock in clocks { tr { row(clock) } } }
            }
        }
    }

    @HTMLBuilder
    private var headings: HTML {
        th(.scope(.col)) { Term("事件", en: "Incident") }
        th(.scope(.col)) { Term("等級", en: "Level") }
        th(.scope(.col)) { Term("進度", en: "Progress") }
        th(.scope(.col), .class("r")) { Term("離時限", en: "Time left") }
    }

    @HTMLBuilder
    private func row(_ clock: RunningClock) -> HTML {
        th(.scope(.row)) {
            a(.href(.incident(clock.incident))) { clock.title }
            if clock.isDrill { status(.notApplicable, Term("演練", en: "Drill")) }
            small(.class("num")) { "\(clock.number)・\(clock.agencyName)" }
        }
        td { clock.level?.term ?? Term("未定", en: "Not judged") }
        td(.class("clock")) { ClockProgress(clock.met, of: clock.started) }
        td(.class("r")) {
            StatutoryClock(from: clock.start, until: clock.due, now: now)
            small {
                clock.isOfSuperior ? Term("上級\(clock.term.zh)", en: clock.term.en) : clock.term
            }
        }
    }
}
