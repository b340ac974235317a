import Duties
import HTML
import Kernel
import Web

/// All organisations and all duties in one table, sent whole: headings stay in sight, and the
/// browser's own search finds a name.
struct WholeBoardPage: Sendable {
    let board: WholeBoard
    let filter: BoardFilter

    var page: Page {
        Page(
            Term("全部機關學校", en: "All organisations"), width: .wide,
            trail: [Crumb(Term("總覽", en: "Overview"), "/")]
        ) {
            PageHeading(
                Term(
                    "\(board.rows.count) 個機關學校\(filter.words.zh)，\(board.duties.count) 項應辦事項",
                    en:
                        "\(board.rows.count) organisations\(filter.words.en), \(board.duties.count) duties"
                ),
                lede: lede)
            if board.rows.isEmpty {
                EmptyState(
                    Term("沒有符合的機關學校。", en: "No organisation matches."),
                    ActionLink(Term("看全部", en: "See all"), "/board/all"))
            } else {
                signs
                matrix
                ways
            }
        }
    }

    private var lede: HTML {
        HTML {
            Term("\(board.year.number) 年度", en: "\(board.year.gregorian)")
            if filter.year != nil {
                Term("・", en: " · ")
                a(.href("/board/all")) { Term("看今年度", en: "This year") }
            }
        }
    }

    private var ways: HTML {
        p(.class("mt row")) {
            span { Term("匯出這份總表：", en: "Export this table:") }
            for format in ["ods", "xlsx", "csv"] {
                a(.href(filter.at("/board/all/export").with("format", format)), .rel("nofollow")) {
                    format.uppercased()
                }
            }
        }
    }

    private var matrix: DenseMatrix {
        DenseMatrix(
            Term("各機關學校的每一項應辦事項", en: "Each duty of each organisation"),
            corner: Term("機關學校", en: "Organisation"),
            columns: board.duties.map { duty in
                Matrix.Heading(duty.term, path: DutyPlace.agencies(duty.id, board.year))
            },
            rows: board.rows.map { row in
                DenseMatrix.Row(
                    Matrix.Heading(
                        Term(row.organisation.name, en: row.organisation.name),
                        path: DutyPlace.list(filter.year, of: row.organisation.id)),
                    board.duties.map { cell(row.states[$0.id], $0.id, row) })
            })
    }

    /// What the signs in the cells mean.
    private var signs: HTML {
        ul(.class("legend")) {
            for state in [DutyState.late, .due, .missing, .upcoming, .declared, .met] {
                li {
                    glyph(state.status)
                    state.term
                }
            }
        }
    }

    /// Only what needs a look is a link. Links name the year only where it is not this one: there
    /// are a thousand of them.
    private func cell(
        _ state: DutyState?, _ duty: MeasureID, _ row: WholeBoard.Row
    ) -> Matrix.Cell? {
        guard let state, state != .notApplicable else { return nil }
        let path = DutyPlace.one(duty, filter.year, of: row.organisation.id)
        return Matrix.Cell(state.status, state.term, path: state.isPressing ? path : nil)
    }
}
