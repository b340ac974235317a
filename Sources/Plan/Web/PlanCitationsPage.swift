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

    private var rows: [CitedPlace] { readout.document.citedPlaces(readout.citations) }

    private var columns: [TableColumn<CitedPlace>] {
        let readout = readout
        return CitedPlace.columns { cited in
            readout.place(Path("plan", String(cited.chapter))).at(cited.placed.clause.id.text)
        }
    }
}

extension CitedPlace {
    /// Where it stands, what it cites and how that stands, what that is about.
    static func columns(
        _ place: @escaping @Sendable (CitedPlace) -> Path
    ) -> [TableColumn<CitedPlace>] {
        [
            TableColumn(Term("條次", en: "Clause")) { cited in
                a(.href(place(cited))) { cited.placed.path }
            },
            TableColumn(Term("引用與現況", en: "Citation and where it stands")) { cited in
                CitationView(citation: cited.citation).body
            },
            TableColumn(Term("內容", en: "Subject")) { cited in
                HTML(cited.citation.subject ?? Term("", en: ""))
            },
        ]
    }
}
