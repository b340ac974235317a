import HTML
import Kernel
import Papers
import Web

/// What the plan demands, a line each, with how it stands: of the whole plan or of a chapter, all
/// or only what stands in one way.
struct PlanRequirementsPage {
    let readout: PlanReadout
    /// From 1 on.
    let chapter: Int?
    let standing: SupportBook.Standing?

    /// A demand at the clause that asks for it.
    private struct Row: Sendable {
        let chapter: Int
        let placed: PlacedClause
        let requirement: Requirement
    }

    var page: Page {
        let rows = rows
        return Page(
            Term("計畫的要求", en: "Demands of the plan"), width: .wide,
            trail: [Crumb(Term("維護計畫", en: "The plan"), readout.place("/plan"))]
        ) {
            PageHeading(heading(rows.count), eyebrow: readout.eyebrow, lede: lede)
            if rows.isEmpty {
                EmptyState(
                    Term("沒有這樣的要求。", en: "No demand stands so."),
                    ActionLink(
                        Term("看全部", en: "See all"), readout.place("/plan/requirements")))
            } else {
                div(.class("stacks")) {
                    DataTable(Term("計畫的要求", en: "Demands"), columns: columns, rows: rows)
                }
            }
        }
    }

    private func heading(_ count: Int) -> Term {
        Term(
            "\(count) 項要求\(standing?.term.zh ?? "")",
            en: "\(count) demands" + (standing.map { ": \($0.term.en.lowercased())" } ?? ""))
    }

    private var lede: HTML {
        HTML {
            if let chapter {
                let placed = readout.chapters[chapter - 1]
                a(.href(readout.place(Path("plan", String(chapter))))) {
                    placed.label
                    placed.clause.text.plainText
                }
                Term("・", en: " · ")
            }
            if chapter != nil || standing != nil {
                a(.href(readout.place("/plan/requirements"))) {
                    Term("看全部要求", en: "See all demands")
                }
            } else {
                Term("每一項寫在哪一條、現在有沒有證明。", en: "Where each is asked, and how it stands.")
            }
        }
    }

    private var rows: [Row] {
        var number = 0
        return readout.document.chapters.placed.flatMap { placed in
            if placed.depth == 0 { number += 1 }
            return (readout.requirements[placed.clause.id] ?? []).map {
                Row(chapter: number, placed: placed, requirement: $0)
            }
        }.filter { row in
            (chapter == nil || row.chapter == chapter)
                && (standing == nil || readout.supports.standing(of: row.requirement) == standing)
        }
    }

    private var columns: [TableColumn<Row>] {
        let readout = readout
        return [
            TableColumn(Term("條次", en: "Clause")) { row in
                a(
                    .href(
                        readout.place(Path("plan", String(row.chapter)))
                            .at(row.placed.clause.id.text))
                ) { row.placed.path }
            },
            TableColumn(Term("現況", en: "State")) { row in
                readout.supports.standing(of: row.requirement).tag
            },
            TableColumn(Term("要求", en: "Demand")) { row in
                HTML {
                    span(.class("num note")) { row.requirement.number.description }
                    " "
                    row.requirement.sentence
                }
            },
        ]
    }
}
