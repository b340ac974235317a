import Duties
import HTML
import Kernel
import Statute
import Web

/// A board together with its pictures: a tile for each organisation, a cell for each duty of a kind.
///
/// They say the same to all who see the board, so they are drawn once and hold as long as its figures.
struct DrawnBoard: Sendable {
    var board: CityBoard
    let mosaic: HTML
    let matrix: HTML

    init(_ board: CityBoard) {
        self.board = board
        mosaic = board.mosaic
        matrix = board.matrix
    }
}

extension CityBoard {
    fileprivate var mosaic: HTML {
        panel(
            Term(
                "\(organisations.count) 個機關學校，一格一個",
                en: "\(organisations.count) organisations, a tile each"),
            id: "mosaic", classes: "mosaic c8",
            link: Crumb(Term("改看表格", en: "As a table"), "/board/all")
        ) {
            Mosaic(
                Term(
                    "各機關學校的狀態，最急的排在每組最前面",
                    en: "How each organisation stands, the late ones first in each group"),
                sorts.map(group))
            Legend(
                StandingOrganisation.State.allCases.map { state in
                    Legend.Entry(
                        state.status, state.term, count(state),
                        Path("board", "all").with("state", state.rawValue))
                })
        }
    }

    private func group(_ sort: String) -> Mosaic.Group {
        Mosaic.Group(
            Term(sort, en: sort),
            organisations(of: sort).map { organisation in
                Mosaic.Tile(organisation.state.status, organisation.name, organisation.path)
            })
    }

    fileprivate var matrix: HTML {
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
                columns: sorts.map { sort in
                    Matrix.Heading(
                        Term(sort, en: sort), note: "\(organisations(of: sort).count)",
                        path: Path("board", "all").with("kind", sort))
                },
                groups: Duty.Aspect.allCases.map(rows))
        }
    }

    private func rows(of aspect: Duty.Aspect) -> Matrix.Group {
        Matrix.Group(
            aspect.term,
            duties.filter { $0.aspect == aspect }.map { row in
                Matrix.Row(
                    Matrix.Heading(row.term, path: row.path(of: nil, nil)),
                    sorts.map { cell(row, $0) })
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
        if tally[.missing] > 0 {
            return Matrix.Cell(
                .missing, Term("該補上 \(tally[.missing])", en: "\(tally[.missing]) missing"),
                note: percent, path: row.path(of: sort, .missing))
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
