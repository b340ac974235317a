import Access
import HTML
import Kernel
import Web

/// Where an existing plan is chosen, to become the city's next version or an agency's own text.
struct PlanImportPage: Sendable {
    let caller: Caller
    /// As typed.
    let day: String
    var problem: Term?
    var isDayAtFault = false

    var page: Page {
        let title =
            caller.isOfCity
            ? Term("匯入本府的計畫", en: "Import the city's plan")
            : Term("匯入本機關的計畫", en: "Import your agency's plan")
        return Page(
            title, width: .narrow,
            trail: [
                Crumb(Term("維護計畫", en: "The plan"), "/plan"),
                Crumb(Term("各版本", en: "Versions"), "/plan/versions"),
            ]
        ) {
            ErrorSummary(
                problem.map {
                    [FieldMessage(field: isDayAtFault ? "effectiveFrom" : "file", message: $0)]
                } ?? [])
            PageHeading(title, lede: HTML(lede))
            form(.upload, to: "/plan/imports", .class("stack")) {
                FormField(
                    "file", Term("計畫檔案", en: "The plan's file"), .file(accept: ".odt,.txt"),
                    hint: Term(
                        "ODT 或純文字；Word 檔請先另存為 ODT",
                        en: "ODT or plain text; save a Word file as ODT first"),
                    error: isDayAtFault ? nil : problem)
                FormField(
                    "effectiveFrom", Term("施行日期", en: "In force from"), .day(day),
                    error: isDayAtFault ? problem : nil)
                div(.class("row")) {
                    submit(Term("匯入", en: "Import"))
                    ActionLink(Term("不匯入了", en: "Cancel"), "/plan/versions")
                }
            }
        }
    }

    private var lede: Term {
        caller.isOfCity
            ? Term(
                "依編號讀成條文（壹、一、(一)、1…），並對照現行法規檢查每一處引用。原有各版本都保留，匯錯了可以撤回。",
                en: "Read into clauses by its numbering, each citation checked against the law in "
                    + "force. Earlier versions stay; an import can be taken back.")
            : Term(
                "匯入後，本機關的計畫以這份為準，不再用本府的條文；撤回後恢復本府的條文。只要加幾條的話，用「增訂」就好。",
                en: "Your agency's plan then has these words in place of the city's until taken "
                    + "back. To add a few clauses, use own clauses instead.")
    }
}

extension PlanImport {
    /// What was read, in one sentence.
    var sentence: Term {
        var zh = "已匯入 \(chapters) 章 \(version.clauses) 條"
        var en = "\(chapters) chapters, \(version.clauses) clauses imported"
        if !stale.isEmpty {
            zh += "，\(stale.count) 處引用要更新"
            en += "; \(stale.count) citations are out of date"
        }
        if !notes.isEmpty {
            zh += "，\(notes.count) 處編號依位置改正"
            en += "; \(notes.count) numbers were set by place"
        }
        return Term(zh, en: en)
    }
}
