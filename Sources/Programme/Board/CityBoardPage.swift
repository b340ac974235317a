import Access
import Duties
import HTML
import Kernel
import Statute
import Web

/// The first screen of the city and of bureaus with organisations under them: exceptions first.
struct CityBoardPage: Sendable {
    let caller: Caller
    let board: CityBoard
    let now: Instant

    var page: Page {
        Page(Term("總覽", en: "Overview"), width: .wide) {
            PageHeading(
                heading, eyebrow: HTML(board.on.eyebrow), lede: HTML(lede),
                actions: [
                    ActionLink(Term("全部一頁看完", en: "All on one page"), "/board/all").body
                ])
            div(.class("dash")) {
                RunningPanel(clocks: board.clocks, now: now, classes: "c12")
                mosaic
                worst
                matrix
            }
        }
    }

    private var heading: Term {
        let late = board.count(.late)
        let others = board.organisations.count - late
        if late == 0 {
            return Term(
                "\(board.organisations.count) 個機關學校都沒有逾期",
                en: "None of \(board.organisations.count) organisations is late")
        }
        return Term(
            "\(others) 個機關學校沒有逾期，\(late) 個有逾期",
            en: "\(others) organisations are not late, \(late) are")
    }

    private var lede: Term {
        Term(
            "\(caller.agencyName)與所屬，\(board.year.number) 年度。每個數字都能點開看是哪些。",
            en:
                "\(caller.agencyName) and all below, \(board.year.gregorian). Each figure opens its list."
        )
    }

    private var mosaic: HTML {
        panel(
            Term(
                "\(board.organisations.count) 個機關學校，一格一個",
                en: "\(board.organisations.count) organisations, a tile each"),
            id: "mosaic", classes: "mosaic c8",
            link: Crumb(Term("改看表格", en: "As a table"), "/board/all")
        ) {
            Mosaic(
                Term(
                    "各機關學校的狀態，逾期與快到期的排在每組最前面",
                    en: "How each organisation stands, the late ones first in each group"),
                board.sorts.map(group))
            Legend(
                StandingOrganisation.State.allCases.map { state in
                    Legend.Entry(
                        state.status, state.term, board.count(state),
                        Path("board", "all").with("state", state.rawValue))
                })
        }
    }

    private func group(_ sort: String) -> Mosaic.Group {
        Mosaic.Group(
            Term(sort, en: sort),
            board.organisations(of: sort).map { organisation in
                Mosaic.Tile(organisation.state.status, organisation.name, organisation.path)
            })
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

    private var matrix: HTML {
        panel(Term("應辦事項完成率", en: "Duties met"), id: "matrix", classes: "c12") {
            p(.class("hint")) {
                Term(
                    "點格子看是哪些機關學校。顏色愈重愈急；聲明的另外算，不算完成。",
                    en:
                        "A cell opens its organisations. Declared ones are counted apart, not as met."
                )
            }
            Matrix(
                Term("各類機關學校的應辦事項完成率", en: "Duties met by kinds of organisations"),
                corner: Term("應辦事項", en: "Duty"),
                columns: board.sorts.map { sort in
                    Matrix.Heading(
                        Term(sort, en: sort), note: "\(board.organisations(of: sort).count)",
                        path: Path("board", "all").with("kind", sort))
                },
                groups: Duty.Aspect.allCases.map(rows))
        }
    }

    private func rows(of aspect: Duty.Aspect) -> Matrix.Group {
        Matrix.Group(
            aspect.term,
            board.duties.filter { $0.aspect == aspect }.map { row in
                Matrix.Row(
                    Matrix.Heading(row.term, path: row.path(of: nil, nil)),
                    board.sorts.map { cell(row, $0) })
            })
    }

    private func cell(_ row: CityBoard.DutyRow, _ sort: String) -> Matrix.Cell {
        guard let tally = row.tallies[sort], tally.applying > 0 else {
            return Matrix.Cell(.notApplicable, Term("不適用", en: "N/A"))
        }
        let percent = Term("\(tally.percentMet)%", en: "\(tally.percentMet)%")
        if tally[.late] > 0 {
            return Matrix.Cell(
                .late, Term("逾期 \(tally[.late])", en: "\(tally[.late]) late"), note: percent,
                path: row.path(of: sort, .late))
        }
        if tally[.due] > 0 {
            return Matrix.Cell(
                .due, Term("快到期 \(tally[.due])", en: "\(tally[.due]) due soon"), note: percent,
                path: row.path(of: sort, .due))
        }
        if tally[.declared] > 0 {
            return Matrix.Cell(
                .progress,
                Term("聲明 \(tally[.declared])", en: "\(tally[.declared]) declared"),
                note: tally[.met] > 0
                    ? percent : Term("共 \(tally.applying)", en: "of \(tally.applying)"),
                path: row.path(of: sort, .declared))
        }
        return Matrix.Cell(
            tally[.met] == tally.applying ? .done : .none, percent, path: row.path(of: sort, nil))
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
