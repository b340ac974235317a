import Access
import HTML
import Kernel
import Papers
import Web

/// The papers that can be had of the programme's data, each in every form.
struct PapersPage: Sendable {
    let agency: Agency
    let question: PlanQuestion
    let today: Day
    let caller: Caller
    let choices: [AgencyChoice]
    /// The tables that chapters give; what is missing is not offered.
    let tables: Set<String>

    var page: Page {
        Page(Term("文件", en: "Papers"), width: .wide) {
            PageHeading(
                Term("\(agency.name)的 \(question.year.number) 年文件", en: "Papers of \(agency.name)"),
                lede: HTML(
                    Term(
                        "文件由登錄的資料產生，資料改了就跟著改；核定前每頁都有「草稿」。",
                        en:
                            "Papers are made of the data as it stands; they are drafts until approved."
                    )
                ))
            PlanChooser(
                choices: choices, agency: agency.id, year: question.year, today: today,
                path: "/papers")
            for scope in scopes { list(scope) }
            p(.class("note")) {
                Term(
                    "要編輯或交換用 ODT、ODS；定稿、列印用 PDF。",
                    en: "ODT and ODS to edit and exchange; PDF to keep and print.")
            }
        }
    }

    private var scopes: [PaperScope] {
        let isOwn = agency.id == caller.agency
        var widths: [PaperScope.Width] = [.agency]
        if caller.isOfCity, isOwn {
            widths.insert(.city, at: 0)
        } else if choices.contains(where: { $0.superior == agency.id }) {
            widths.append(.subtree)
        }
        return widths.map { PaperScope(agency, $0) }
    }

    private func list(_ scope: PaperScope) -> HTML {
        panel(title(scope), id: "papers-\(scope.word ?? "own")") {
            DataTable(
                title(scope),
                columns: [
                    TableColumn(Term("文件", en: "Paper")) { kind in
                        a(.href(place(kind, scope))) { kind.term }
                    },
                    // One column: four would not be seen on a telephone.
                    TableColumn(Term("下載", en: "Get")) { kind in
                        div(.class("row")) {
                            for format in PaperFormat.allCases { download(kind, scope, format) }
                        }
                    },
                ], rows: kinds)
        }
    }

    private func title(_ scope: PaperScope) -> Term {
        switch scope.width {
        case .agency: Term("\(agency.name)", en: agency.name)
        case .subtree: Term("\(agency.name)及所屬", en: "\(agency.name) and those under it")
        case .city: Term("全市（一份計畫，全部機關學校）", en: "The city: one plan of all organisations")
        }
    }

    private var kinds: [PaperKind] {
        PaperKind.allCases.filter { kind in
            kind.permissions.allSatisfy(caller.may)
                && (kind == .plan || tables.contains(kind.rawValue))
        }
    }

    private func place(_ kind: PaperKind, _ scope: PaperScope) -> Path {
        question.at(Path("papers", kind.rawValue), today: today).with("scope", scope.word)
    }

    private func download(
        _ kind: PaperKind, _ scope: PaperScope, _ format: PaperFormat
    ) -> HTML {
        a(.href(place(kind, scope).with("format", format.rawValue))) {
            format.term
            span(.class("vh")) {
                Term("：下載\(kind.term.zh)", en: ": get \(kind.term.en)")
            }
        }
    }
}

/// A paper on the screen, as it will print.
struct PaperViewPage: Sendable {
    let order: PaperOrder
    let document: Document
    let place: Path

    var page: Page {
        Page(
            Term(order.kind.term.zh, en: order.kind.term.en),
            trail: [Crumb(Term("文件", en: "Papers"), "/papers")]
        ) {
            PaperOnScreen(document: document, place: place)
        }
    }
}
