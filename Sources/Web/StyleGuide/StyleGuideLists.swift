import HTML
import Kernel

/// The components of lists.
struct StyleGuideLists: Component {
    let today: Day
    let now: Instant

    private struct Sample: Sendable {
        let name: String
        let unit: String
        let need: String
        let hours: Int
        let status: Status
    }

    private static let samples = [
        Sample(name: "線上報名系統", unit: "教務處", need: "中", hours: 24, status: .done),
        Sample(name: "差勤管理系統", unit: "人事室", need: "高", hours: 8, status: .progress),
        Sample(name: "校務行政系統", unit: "總務處", need: "中", hours: 24, status: .due),
        Sample(name: "入口網站", unit: "資訊組", need: "普", hours: 72, status: .late),
        Sample(name: "公文附件轉檔", unit: "文書組", need: "普", hours: 120, status: .none),
        Sample(name: "圖書館自動化", unit: "圖書館", need: "普", hours: 168, status: .notApplicable),
    ]

    var body: HTML {
        panel(Term("資通系統", en: "Information systems"), id: "systems", classes: "stack") {
            Tabs(
                Term("資通系統的檢視", en: "Views of systems"),
                [
                    .init(Term("使用中", en: "In use"), "/style-guide", isCurrent: true),
                    .init(Term("規劃中", en: "Planned"), "/style-guide"),
                    .init(Term("回收區", en: "Bin"), "/style-guide"),
                ])
            FilterBar(
                to: "/style-guide", words: "系統",
                choices: [
                    .init(
                        "need", Term("防護需求", en: "Need"),
                        [
                            .init("high", Term("高", en: "High")),
                            .init("medium", Term("中", en: "Medium")),
                        ], chosen: "high")
                ], clear: "/style-guide")
            form(.post, to: "/preferences", .id("bulk")) { hiddenField("next", "/style-guide") }
            DataTable(
                Term("資通系統清單", en: "Systems"), columns: columns, rows: Self.samples,
                selection: .init(form: "bulk", key: { $0.name }, name: { $0.name }))
            div(.class("bulk")) {
                p {
                    Term("已選 ", en: "Selected: ")
                    b(.data("picked", "")) { "0" }
                    Term(" 項", en: "")
                }
                submit(Term("指派給…", en: "Assign to…"), .small, .form("bulk"))
            }
            Paging(
                first: nil, next: "/style-guide",
                summary: Term("第 1–6 筆，共 126 筆", en: "1–6 of 126"))
        }
        section(.class("panel stack"), .aria("labelledby", "states")) {
            h2(.id("states")) { Term("五個狀態，一個不適用", en: "Five states and one more") }
            div(.class("row")) { for state in Status.allCases { status(state) } }
        }
        EmptyState(
            Term(
                "還沒有資產。從去年的清冊匯入，或下載範本填好再上傳。",
                en: "No assets yet. Import last year's list, or fill in the template."),
            ActionLink(Term("從去年帶入", en: "Bring in last year's"), "/style-guide", .primary),
            ActionLink(Term("下載範本", en: "Download the template"), "/style-guide"))
    }

    private var columns: [TableColumn<Sample>] {
        [
            TableColumn(
                Term("名稱", en: "Name"), sort: TableSort(.ascending, "/style-guide")
            ) { row in
                a(.href("/style-guide")) { row.name }
                small { row.unit }
            },
            TableColumn(Term("防護需求", en: "Need"), sort: TableSort(.unsorted, "/style-guide")) {
                $0.need
            },
            TableColumn(
                Term("最大可容忍中斷", en: "Longest outage"), kind: .number,
                sort: TableSort(.unsorted, "/style-guide")
            ) { row in
                Term("\(row.hours) 小時", en: "\(row.hours) h")
            },
            TableColumn(Term("檢核", en: "Check")) { status($0.status) },
        ]
    }
}
