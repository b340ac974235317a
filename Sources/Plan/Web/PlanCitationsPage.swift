import HTML
import Kernel
import Papers
import Statute
import Web

/// Every citation of the plan, and where its subject stands on the day.
struct PlanCitationsPage {
    let readout: PlanReadout

    var page: Page {
        let rows = rows
        let stale = rows.filter { !$0.citation.isCurrent }
        return Page(
            Term("條文引用", en: "Citations"), width: .wide,
            trail: [Crumb(Term("維護計畫", en: "The plan"), readout.place("/plan"))]
        ) {
            PageHeading(
                heading(rows.count, stale.count), eyebrow: readout.eyebrow,
                lede: HTML(
                    Term(
                        "以 \(readout.question.day.rocSlashes) 的法規為準。",
                        en: "By the law in force on \(readout.question.day).")))
            readout.chooser(at: "/plan/citations")
            if rows.isEmpty {
                EmptyState(
                    Term("這一版計畫沒有引用法規。", en: "This version cites no law."),
                    ActionLink(Term("看各版本", en: "See the versions"), "/plan/versions"))
            } else {
                DataTable(
                    Term("計畫引用的法規", en: "The law that the plan cites"), columns: columns,
                    rows: stale + rows.filter(\.citation.isCurrent))
            }
        }
    }

    private func heading(_ all: Int, _ stale: Int) -> Term {
        stale == 0
            ? Term("\(all) 處引用都是現行條文", en: "All \(all) citations are current")
            : Term(
                "\(all) 處引用裡有 \(stale) 處要更新", en: "\(stale) of \(all) citations are out of date"
            )
    }

    private struct Row: Sendable {
        let chapter: Int
        let placed: PlacedClause
        let citation: FoundCitation
    }

    private var rows: [Row] {
        readout.chapters.enumerated().flatMap { place, chapter in
            readout.document.chapters.placed
                .filter { $0.path == chapter.path || $0.path.hasPrefix(chapter.path + "/") }
                .flatMap { placed in
                    (readout.citations[placed.clause.id] ?? []).map {
                        Row(chapter: place + 1, placed: placed, citation: $0)
                    }
                }
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
            TableColumn(Term("引用與現況", en: "Citation and where it stands")) { row in
                CitationView(citation: row.citation).body
            },
            TableColumn(Term("內容", en: "Subject")) { row in
                HTML(row.citation.subject ?? Term("", en: ""))
            },
        ]
    }
}
