import Access
import Kernel
import Registers
import Storage

extension Business {
    package static let register = Register<Business>(
        kind: "business", table: "business", path: "businesses",
        title: Term("業務", en: "Businesses"), one: Term("業務", en: "Business"),
        emptyHint: Term(
            "還沒有業務。先把機關的核心業務列出來，再寫它靠哪些資通系統。",
            en: "No businesses yet. List the core ones, then the systems they depend on."),
        sort: "name", see: .seeSystems, edit: .editSystems, supervision: .open,
        columns: columns, remarks: remarks, ties: ties)

    private static let columns = Columns<Business>(
        identity: ["name"], make: make, rules: problems,
        Field(
            "name", \.name, Term("業務名稱", en: "Name"),
            FieldTraits(
                aliases: ["核心業務", "非核心業務", "業務"], listed: true, sorted: true,
                searched: true), rules: .atMost(100)),
        Field(
            "standing", \.standing, Term("核心或非核心", en: "Core or not"),
            FieldTraits(aliases: ["業務屬性", "是否核心"], listed: true, filtered: true)),
        Field(
            "legalGround", \.legalGround, Term("法定依據", en: "Legal ground"),
            FieldTraits(
                aliases: ["核心業務認定依據"],
                hint: Term("為什麼是核心業務；核心業務必填", en: "Why it is core; core business has one"),
                offers: StockPhrases.grounds), rules: .atMost(200)),
        Field(
            "owner", \.owner, Term("權責單位", en: "Unit in charge"),
            FieldTraits(
                aliases: ["業管單位", "主辦單位"],
                hint: Term("例如：教務處", en: "The unit that answers for it"), listed: true,
                searched: true), rules: .atMost(60)),
        Field(
            "importance", \.importance, Term("重要性說明", en: "Why it matters"),
            FieldTraits(
                hint: Term("可以用清單裡的說法，再照實際情形改", en: "Take a phrase of the list and adapt it"),
                offers: StockPhrases.importance, group: .importance), rules: .atMost(500)),
        Field(
            "failureEffect", \.failureEffect, Term("業務失效影響說明", en: "What its failure does"),
            FieldTraits(
                aliases: ["失效影響", "影響說明"],
                hint: Term("可以用清單裡的說法，再照實際情形改", en: "Take a phrase of the list and adapt it"),
                offers: StockPhrases.failureEffects, group: .importance), rules: .atMost(500)),
        Field(
            "longestOutageHours", \.longestOutageHours,
            Term("最大可容忍中斷時間（小時）", en: "Longest tolerable outage (hours)"),
            FieldTraits(
                aliases: ["最大可容忍中斷時間", "MTPD"],
                hint: Term(
                    "例如 24、48、72。不知道就先空著，不要填 0",
                    en: "Such as 24, 48 or 72. Leave blank what is not known"),
                listed: true, group: .importance),
            rules: .within(0...8_760, Term("小時數", en: "hours"))),
        Field(
            "systemsAnswer", \.systems.answer, Term("資通系統", en: "Systems"),
            FieldTraits(listed: true, filtered: true, group: .systems)),
        Field(
            "systems", \.systems.names, Term("資通系統名稱", en: "Names of the systems"),
            FieldTraits(
                aliases: ["核心資通系統", "資通系統", "支援之資通系統"],
                hint: Term(
                    "一行一個。和系統清冊同名的會連起來，其他的照您寫的留著",
                    en: "One a line. Names of the register are linked; others stay as written"),
                listed: true, searched: true, group: .systems), rules: .atMost(500)),
        Field(
            "runBy", \.systems.runBy, Term("由誰維運", en: "Run by"),
            FieldTraits(
                aliases: ["維運機關"],
                hint: Term("向上集中時填，例如：教育局", en: "For systems that a superior runs"),
                searched: true, group: .systems), rules: .atMost(60)),
        questions: [
            RowQuestion(
                "unexplained", Term("缺重要性或失效影響說明", en: "Importance or effect not explained")
            ) { _ in "item.importance IS NULL OR item.failureEffect IS NULL" }
        ])
}

extension FieldGroup {
    static let importance = FieldGroup("importance", Term("重要性", en: "Importance"))
    static let systems = FieldGroup(
        "systems", Term("資通系統", en: "Systems"),
        help: Term(
            "這項業務靠哪些資通系統。沒有就選「無」；由上級機關維運的選「向上集中」，並寫是誰。",
            en: "Which systems it depends on; None, or run by a superior and by whom."))
}
