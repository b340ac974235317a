import Duties
import HTML
import Kernel
import Statute
import Web

/// A board together with its pictures: a tile for each organisation, a cell for each duty of a kind.
///
/// They say the same to all who see the board, so they are drawn once and hold as long as its figures;
/// the table of all duties, which few ask for, is drawn when somebody does.
struct DrawnBoard: Sendable {
    var board: CityBoard
    let mosaic: HTML
    private let pressing: HTML

    init(_ board: CityBoard) {
        self.board = board
        mosaic = board.mosaic
        pressing = board.matrix(.pressing)
    }

    func matrix(_ duties: Duties) -> HTML { duties == .all ? board.matrix(.all) : pressing }

    /// Which duties stand in the table.
    enum Duties: String, Sendable {
        /// Those that press most.
        case pressing
        case all

        /// The board with these.
        fileprivate var path: Path {
            (self == .all ? Path("board").with("duties", rawValue) : "/board").at("matrix")
        }
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

    /// So many duties fit on a screen.
    private static let most = 12

    fileprivate func matrix(_ shown: DrawnBoard.Duties) -> HTML {
        panel(
            Term("應辦事項完成率", en: "Duties met"), id: "matrix", classes: "c12", link: link(shown)
        ) {
            p(.class("hint")) {
                if shown == .pressing && duties.count > Self.most {
                    Term(
                        "先列最急的 \(Self.most) 項。", en: "The \(Self.most) most pressing come first. ")
                }
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
                groups: groups(shown))
        }
    }

    /// From the few to all and back; nothing where the few are all.
    private func link(_ shown: DrawnBoard.Duties) -> Crumb? {
        guard duties.count > Self.most else { return nil }
        return shown == .pressing
            ? Crumb(
                Term("看全部 \(duties.count) 項", en: "All \(duties.count) duties"),
                DrawnBoard.Duties.all.path)
            : Crumb(Term("只看最急的", en: "Only the most pressing"), DrawnBoard.Duties.pressing.path)
    }

    private func groups(_ shown: DrawnBoard.Duties) -> [Matrix.Group] {
        guard shown == .all else { return [Matrix.Group(nil, rows(pressing(Self.most)))] }
        return Duty.Aspect.allCases.map { aspect in
            Matrix.Group(aspect.term, rows(duties.filter { $0.aspect == aspect }))
        }
    }

    private func rows(_ duties: [DutyRow]) -> [Matrix.Row] {
        duties.map { row in
            Matrix.Row(
                Matrix.Heading(row.term, path: row.path(of: nil, nil)),
                sorts.map { cell(row, $0) })
        }
    }

    private func cell(_ row: CityBoard.DutyRow, _ sort: String) -> Matrix.Cell {
        guard let tally = row.tallies[sort], tally.applying > 0 else {
            let waived = row.tallies[sort]?[.waived] ?? 0
            return waived == 0
                ? Matrix.Cell(.notApplicable, Term("不適用", en: "N/A"))
                : Matrix.Cell(
                    .notApplicable, Term("免辦 \(waived)", en: "\(waived) waived"),
                    path: row.path(of: sort, .waived))
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
