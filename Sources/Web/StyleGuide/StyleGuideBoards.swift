import HTML
import Kernel

/// The components of boards.
struct StyleGuideBoards: Component {
    var body: HTML {
        panel(Term("今年度進度", en: "This year"), id: "year") {
            YearBar(
                Term("今年度應辦事項，依期限排列", en: "This year's duties by their last days"),
                Status.allCases.map { status in
                    YearBar.Cell(status, Term("資產盤點", en: "Stock-take"), "/style-guide")
                })
        }
        panel(Term("機關學校，一格一個", en: "Organisations, a tile each"), id: "mosaic", classes: "mosaic")
        {
            Mosaic(
                Term("機關學校的狀態", en: "How the organisations stand"),
                [
                    group(Term("一級機關", en: "Bureaus"), late: 1, due: 3, done: 28),
                    group(Term("國民小學", en: "Primary schools"), late: 5, due: 8, done: 125),
                ])
        }
        panel(Term("應辦事項完成率", en: "Duties done"), id: "matrix") {
            Matrix(
                Term("各類機關學校的應辦事項", en: "Duties by kinds of organisations"),
                corner: Term("應辦事項", en: "Duty"),
                columns: [
                    .init(Term("一級機關", en: "Bureaus"), note: "32"),
                    .init(Term("國小", en: "Primary"), note: "138"),
                    .init(Term("幼兒園", en: "Kindergartens"), note: "14"),
                ],
                rows: [
                    .init(
                        .init(Term("資產盤點", en: "Stock-take"), path: "/style-guide"),
                        [
                            .init(
                                .late, Term("逾期 1", en: "1 late"), note: Term("97%", en: "97%"),
                                path: "/style-guide"),
                            .init(
                                .due, Term("快到期 4", en: "4 due soon"), note: Term("96%", en: "96%"),
                                path: "/style-guide"),
                            .init(.done, Term("100%", en: "100%"), path: "/style-guide"),
                        ]),
                    .init(
                        .init(Term("內部稽核", en: "Audit")),
                        [
                            .init(.progress, Term("96%", en: "96%"), path: "/style-guide"),
                            .init(.none, Term("0%", en: "0%"), path: "/style-guide"),
                            .init(.notApplicable, Term("不適用", en: "N/A")),
                        ]),
                ])
        }
    }

    private func group(_ term: Term, late: Int, due: Int, done: Int) -> Mosaic.Group {
        let states = [(Status.late, late), (.due, due), (.done, done)]
        return Mosaic.Group(
            term,
            states.flatMap { status, count in
                (0..<count).map { Mosaic.Tile(status, "\(term.zh) \($0 + 1)", "/style-guide") }
            })
    }
}
