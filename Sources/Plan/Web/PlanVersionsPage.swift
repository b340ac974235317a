import Access
import HTML
import Kernel
import Web

/// Every version of the city's plan, and the ways in which the city lays in the next.
struct PlanVersionsPage {
    /// The city's.
    let versions: [PlanVersion]
    /// Those of the caller's agency, where it is not the city.
    let own: [PlanVersion]
    let today: Day
    let caller: Caller
    /// Whether the form came back without its day.
    var isDayMissing = false

    var page: Page {
        Page(
            Term("計畫的各版本", en: "Versions of the plan"),
            trail: [Crumb(Term("維護計畫", en: "The plan"), "/plan")]
        ) {
            if isDayMissing {
                ErrorSummary([FieldMessage(field: "effectiveFrom", message: Self.dayMissing)])
            }
            PageHeading(heading, lede: HTML(lede), actions: actions)
            if !own.isEmpty {
                panel(Term("本機關的計畫", en: "Your agency's plan"), id: "own") {
                    list(own, Term("本機關計畫的各版本", en: "Versions of your agency's plan"))
                }
            }
            if versions.isEmpty {
                EmptyState(
                    Term("市府還沒有採用任何版本。", en: "The city has adopted no version yet."))
            } else {
                list(versions, Term("計畫的各版本", en: "Versions of the plan"))
            }
            if caller.isOfCity, caller.may(.editPlan) { adoption }
        }
    }

    private static let dayMissing = Term("填施行日期，例如 116/1/1", en: "Enter the first day")

    private var heading: Term {
        Term("計畫有 \(versions.count) 個版本", en: "The plan has \(versions.count) versions")
    }

    private var lede: Term {
        guard let current = Self.current(of: versions, today) else {
            return Term("目前沒有施行中的版本。", en: "No version is in force.")
        }
        return Term(
            "施行中：\(current.title) \(current.name.zh)，自 \(current.effectiveFrom.rocSlashes) 起。",
            en: "In force: \(current.name.en), from \(current.effectiveFrom).")
    }

    private static func current(of versions: [PlanVersion], _ today: Day) -> PlanVersion? {
        versions.filter { $0.withdrawnAt == nil && $0.effectiveFrom <= today }
            .max { ($0.effectiveFrom, $0.ordinal) < ($1.effectiveFrom, $1.ordinal) }
    }

    private var actions: [HTML] {
        guard caller.may(.editPlan) else { return [] }
        return [
            ActionLink(Term("匯入計畫", en: "Import a plan"), "/plan/imports/new", .primary).body
        ]
    }

    private func list(_ versions: [PlanVersion], _ caption: Term) -> HTML {
        let current = Self.current(of: versions, today)
        return DataTable(
            caption,
            columns: [
                TableColumn(Term("版次", en: "Version")) { version in
                    a(.href(version.place)) { version.name }
                },
                TableColumn(Term("名稱", en: "Title")) { version in version.title },
                TableColumn(Term("發布", en: "Issued")) { version in version.issued ?? "" },
                TableColumn(Term("施行日期", en: "In force from")) { version in
                    time(version.effectiveFrom)
                    if version.id == current?.id {
                        " "
                        status(.done, Term("施行中", en: "In force"))
                    } else if version.withdrawnAt != nil {
                        " "
                        status(.notApplicable, Term("已撤回", en: "Taken back"))
                    }
                },
                TableColumn(Term("來源", en: "Source")) { version in
                    version.source.term
                    if let name = version.fileName { small { "　" + name } }
                },
                TableColumn(Term("條文數", en: "Clauses"), kind: .number) { version in
                    version.clauses
                },
                TableColumn(Term("差異", en: "Differences")) { version in
                    if version.ordinal > 1 || !own.isEmpty {
                        a(.href(version.place.appending("differences"))) {
                            Term("和前一版比較", en: "Against the one before")
                            span(.class("vh")) { "：\(version.ordinal)" }
                        }
                    }
                },
            ], rows: versions
        ).body
    }

    private var adoption: HTML {
        panel(Term("採用系統範本為下一版", en: "Adopt the product's text"), id: "adopt") {
            p(.class("hint")) {
                Term(
                    "範本依現行法規撰寫，每條都連到它回答的要求。已有計畫檔案的，改按「匯入計畫」；各版本都會保留。",
                    en: "The text follows the law in force. If you have a plan, import it instead; "
                        + "every version is kept.")
            }
            form(.post, to: "/plan/versions", .class("stack")) {
                FormField(
                    "effectiveFrom", Term("施行日期", en: "In force from"),
                    .day(isDayMissing ? "" : today.description),
                    error: isDayMissing ? Self.dayMissing : nil)
                submit(Term("採用範本", en: "Adopt"))
            }
        }
    }
}
