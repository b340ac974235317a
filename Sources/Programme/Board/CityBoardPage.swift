import Access
import Duties
import HTML
import Incidents
import Kernel
import Statute
import Web

/// The first screen of the city and of bureaus with organisations under them: exceptions first.
struct CityBoardPage: Sendable {
    let caller: Caller
    let drawn: DrawnBoard
    let duties: DrawnBoard.Duties
    let now: Instant

    private var board: CityBoard { drawn.board }

    var page: Page {
        Page(Term("總覽", en: "Overview"), width: .wide) {
            PageHeading(
                heading, eyebrow: HTML(board.on.eyebrow), lede: lede,
                actions: [
                    ActionLink(Term("全部一頁看完", en: "All on one page"), "/board/all").body
                ])
            div(.class("dash")) {
                RunningPanel(clocks: board.clocks, now: now, classes: "c12")
                drawn.mosaic
                worst
                drawn.matrix(duties)
            }
        }
    }

    private var heading: Term {
        let late = board.count(.late)
        let others = board.organisations.count - late
        if board.organisations.count == 1 {
            return late == 0
                ? Term("\(caller.agencyName)沒有逾期", en: "\(caller.agencyName) is not late")
                : Term("\(caller.agencyName)有逾期的事", en: "\(caller.agencyName) is late")
        }
        if late == 0 {
            let (zh, en) = board.lateLastYear == 0 ? ("", "") : ("今年度 ", " this year")
            return Term(
                "\(zh)\(board.organisations.count) 個機關學校都沒有逾期",
                en: "None of \(board.organisations.count) organisations is late\(en)")
        }
        return Term(
            "\(others) 個機關學校沒有逾期，\(late) 個有逾期",
            en: "\(others) organisations are not late, \(late) are")
    }

    /// Of what the board tells, and the incident whose deadline comes first.
    private var lede: HTML {
        HTML {
            Term(
                "\(caller.agencyName)\(board.organisations.count > 1 ? "與所屬" : "")，\(board.year.number) 年度。",
                en:
                    "\(caller.agencyName)\(board.organisations.count > 1 ? " and all below" : ""), \(board.year.gregorian). "
            )
            lastYear
            if let clock = board.clocks.first(where: { !$0.isDrill }) {
                Term("最急：", en: "First of all: ")
                a(.href(.incident(clock.incident))) { clock.title }
                Term(
                    "（\(clock.agencyName)），\(clock.term.zh)的時限是 ",
                    en: " (\(clock.agencyName)), \(clock.term.en.lowercased()) ")
                deadline(clock.due)
                Term("。", en: ".")
            } else {
                Term("每個數字都能點開看是哪些。", en: "Each figure opens its list.")
            }
        }
    }

    /// What was left undone last year, which no figure of this year counts.
    @HTMLBuilder
    private var lastYear: HTML {
        if board.lateLastYear > 0, let year = board.year.before {
            Term("去年度還有 ", en: "Of last year, ")
            a(.href(BoardFilter(state: .late, year: year).at("/board/all"))) {
                Term("\(board.lateLastYear) 個逾期", en: "\(board.lateLastYear) are late")
            }
            Term("。", en: ". ")
        }
    }

    /// The duties that most organisations are late with: a trouble of the system, not of a name.
    private var worst: HTML {
        let late = board.duties.map { ($0, $0.tallies.values.reduce(0) { $0 + $1[.late] }) }
            .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
        return panel(Term("最多機關逾期的事", en: "What most are late with"), id: "worst", classes: "c4") {
            if late.isEmpty {
                p { Term("沒有逾期的事。", en: "Nothing is late.") }
            } else {
                SummaryList(
                    late.prefix(8).map { row, count in
                        SummaryList.Fact(
                            row.term,
                            span {
                                a(.href(row.path(of: nil, .late))) {
                                    Term("\(count) 個", en: "\(count)")
                                }
                                if caller.may(.remindAgencies) {
                                    Term("　", en: " ")
                                    a(.href(row.reminding(board.year))) {
                                        Term("催辦", en: "Remind")
                                        span(.class("vh")) { row.term }
                                    }
                                }
                            })
                    })
            }
        }
    }
}

extension CityBoard.DutyRow {
    /// The organisations of a kind that stand so with the duty.
    func path(of sort: String?, _ state: DutyState?) -> Path {
        var path = Path("duties", duty.text, "agencies")
        if let sort { path = path.with("kind", sort) }
        if let state { path = path.with("state", state.rawValue) }
        return path
    }
}

extension CityBoard.DutyRow {
    /// The preview of a reminder to all who are late.
    fileprivate func reminding(_ year: ROCYear) -> Path {
        DutyPlace.reminding(duty, year, state: .late, sort: nil)
    }
}

extension StandingOrganisation {
    /// The duties of the organisation.
    var path: Path { Path("duties").with("agency", id.description) }
}
