import HTML
import Kernel

/// The components of forms, one of them sent with mistakes.
struct StyleGuideForms: Component {
    private let tooLong = Term("業務失效影響最多 200 字，現在 236 字", en: "Impact may have 200 characters")
    private let noLevel = Term("選擇防護需求等級", en: "Choose the level")
    private let empty = Term("填寫系統名稱", en: "Enter the system's name")

    var body: HTML {
        ErrorSummary([
            FieldMessage(field: "name", message: empty),
            FieldMessage(field: "level", message: noLevel),
            FieldMessage(field: "impact", message: tooLong),
        ])
        form(.post, to: "/preferences", .class("form")) {
            hiddenField("next", "/style-guide")
            words
            choices
            div(.class("buttons")) {
                submit(Term("儲存", en: "Save"))
                a(.href("/style-guide")) { Term("不改了", en: "Leave it") }
            }
        }
    }

    @HTMLBuilder
    private var words: HTML {
        FormField(
            "name", Term("系統名稱", en: "System name"), .line("", most: 60),
            hint: Term("和契約上的名稱一樣", en: "As in the contract"), error: empty)
        FormField(
            "impact", Term("業務失效影響", en: "Impact of failure"), .paragraph("民眾無法報名。", most: 200),
            help: Term(
                "想想看：停一天，誰會受影響，會不會違反法令。",
                en: "Who is affected by one day without it? Which law would be broken?"),
            error: tooLong)
        FormField(
            "hours", Term("最大可容忍中斷時間", en: "Longest bearable outage"),
            .number("24", unit: Term("小時", en: "hours")), optional: true)
        FormField("since", Term("啟用日期", en: "In use since"), .day("2026-09-01"))
    }

    @HTMLBuilder
    private var choices: HTML {
        let levels: [Control.Option] = [
            .init("low", Term("普", en: "Low")),
            .init("medium", Term("中", en: "Medium"), hint: Term("含個人資料", en: "Personal data")),
            .init("high", Term("高", en: "High"), hint: Term("支援核心業務", en: "Core business")),
        ]
        FormField(
            "level", Term("防護需求等級", en: "Protection need"), .radios(levels, chosen: ""),
            error: noLevel)
        FormField("unit", Term("業務單位", en: "Unit"), .choice(levels, chosen: "low"))
        FormField(
            "data", Term("資料種類", en: "Kinds of data"),
            .boxes(
                [
                    .init("personal", Term("個人資料", en: "Personal data")),
                    .init("secret", Term("機敏資料", en: "Sensitive data")),
                ], chosen: ["personal"]))
        FormField(
            "core", Term("確認", en: "Confirm"),
            .tick(Term("和去年一樣，沒有變動", en: "Nothing changed since last year"), isTicked: true))
        FormField("secret", Term("密碼", en: "Password"), .password())
    }
}
