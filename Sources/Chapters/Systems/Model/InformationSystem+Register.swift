import Access
import Kernel
import Registers
import Storage

extension InformationSystem {
    package static let register = Register<InformationSystem>(
        kind: "system", table: "informationSystem", path: "systems",
        title: Term("資通系統", en: "Information systems"),
        one: Term("資通系統", en: "Information system"),
        emptyHint: Term(
            "還沒有資通系統。新增一個，或在「向上集中」時寫下由誰維運。",
            en: "No information systems yet. Add one, or say who runs it for you."),
        sort: "name", see: .seeSystems, edit: .editSystems, supervision: .open,
        columns: columns,
        remarks: { [Remark("need", $0.grading.explanation), Remark("core", $0.coreExplanation)] },
        ties: ties, extras: extras)

    private static let columns = Columns<InformationSystem>(
        identity: ["name"],
        make: make, rules: problems,
        Field(
            "name", \.name, Term("系統名稱", en: "Name"),
            FieldTraits(
                aliases: ["資通系統名稱", "資訊及資通系統名稱"], listed: true, sorted: true,
                searched: true),
            rules: .atMost(100)),
        Field(
            "owner", \.owner, Term("業管單位", en: "Owner unit"),
            FieldTraits(
                aliases: ["擁有者", "權責單位"],
                hint: Term("為這個系統負責的單位，例如：教務處", en: "The unit that answers for it"),
                listed: true, sorted: true, searched: true),
            rules: .atMost(60)),
        Field(
            "building", \.building, Term("維運方式", en: "Run by"),
            FieldTraits(aliases: ["自行或委外開發"], listed: true, filtered: true)),
        Field(
            "citizenFacing", \.isCitizenFacing, Term("對外服務民眾", en: "Citizen-facing"),
            FieldTraits(aliases: ["是否對外", "是否對外服務", "對外服務"], filtered: true)),
        Field(
            "business", \.businesses, Term("支援的業務", en: "Businesses supported"),
            FieldTraits(
                aliases: ["核心業務", "業務名稱"],
                hint: Term(
                    "一行一個。和業務清單同名的會連起來，其他的照您寫的留著",
                    en: "One a line. Names of the list are linked; others stay as written"),
                searched: true), rules: .atMost(500)),
        Field(
            "supportsCoreBusiness", \.supportsCoreBusiness,
            Term("支持核心業務", en: "Supports core business"),
            FieldTraits(settled: "false", group: .grading)),
        Field(
            "state", \.state, Term("狀態", en: "State"),
            FieldTraits(listed: true, filtered: true)),
        grade("confidentiality", \.grading.confidentiality.need, .confidentiality),
        reason("confidentialityReason", \.grading.confidentiality.reason, .confidentiality),
        grade("integrity", \.grading.integrity.need, .integrity),
        reason("integrityReason", \.grading.integrity.reason, .integrity),
        grade("availability", \.grading.availability.need, .availability),
        reason("availabilityReason", \.grading.availability.reason, .availability),
        grade("compliance", \.grading.compliance.need, .compliance),
        reason("complianceReason", \.grading.compliance.reason, .compliance),
        Field(
            "gradingReviewedOn", \.gradingReviewedOn, Term("最近檢視分級", en: "Grading last reviewed"),
            FieldTraits(aliases: ["分級檢視日期"], listed: true, settled: "", group: .grading)),
        hours(
            "longestOutageHours", \.outage.longestHours,
            Term("最大可容忍中斷時間（小時）", en: "Longest tolerable outage (hours)"),
            aliases: ["最大可容忍中斷時間", "MTPD"]),
        hours(
            "recoveryHours", \.outage.recoveryHours,
            Term("復原時間目標 RTO（小時）", en: "Recovery time objective (hours)"),
            aliases: ["RTO"]),
        hours(
            "dataLossHours", \.outage.dataLossHours,
            Term("資料復原點目標 RPO（小時）", en: "Recovery point objective (hours)"),
            aliases: ["RPO"]),
        derived: [
            .derived(
                Field(
                    "need", from: { $0.need }, Term("防護需求等級", en: "Protection need"),
                    FieldTraits(listed: true, filtered: true, group: .grading))),
            .derived(
                Field(
                    "core", from: { $0.isCore }, Term("核心資通系統", en: "Core system"),
                    FieldTraits(listed: true, filtered: true, group: .grading))),
        ],
        questions: [
            RowQuestion(
                "unlimited",
                Term("核心系統還沒訂最大可容忍中斷時間", en: "Core, without a longest tolerable outage")
            ) { _ in
                "item.core = \(true) AND item.longestOutageHours IS NULL AND item.state = 'inUse'"
            }
        ])

    /// The gradings of all systems in use of the caller's own agency are looked at at once, however many
    /// others a list shows.
    private static func reviewing(
        _ view: View, _ count: (ListQuery) throws -> Int
    ) throws -> [RegisterAct] {
        let inUse = try register.columns.filter("state", SystemState.inUse.rawValue)
        let own = ListQuery(filters: inUse.map { [$0] } ?? [], agency: view.caller.agency)
        let systems = try count(own)
        guard systems > 0 else { return [] }
        let whose = view.caller.nameAmongOthers
        return [
            RegisterAct(
                Term(
                    "\(whose)\(systems) 個系統的分級都看過，不用改",
                    en: "\(whose)\(systems) gradings reviewed: all stand"),
                to: "/systems/grading-review")
        ]
    }

    private static let extras = RegisterExtras<InformationSystem>(
        acts: { view, count in try reviewing(view, count) },
        hint: { view, system in
            let twins = try system.twins(view)
            guard let twin = twins.first else { return nil }
            return Term(
                "已新增。清單裡還有 \(twins.count) 個「\(twin.name)」；是同一個系統，就留一個。",
                en: "Added. The list has another “\(twin.name)”; keep one if they are the same.")
        }, verbs: [.reviewGradings])

    private static func grade(
        _ name: SQLName,
        _ path: any KeyPath<InformationSystem, ProtectionNeed?> & Sendable, _ side: GradingSide
    ) -> Field<InformationSystem, ProtectionNeed?> {
        Field(name, path, side.term, FieldTraits(group: .grading))
    }

    private static func reason(
        _ name: SQLName, _ path: any KeyPath<InformationSystem, String?> & Sendable,
        _ side: GradingSide
    ) -> Field<InformationSystem, String?> {
        Field(
            name, path,
            Term("\(side.term.zh)影響說明", en: "\(side.term.en): why"),
            FieldTraits(long: true, group: .grading), rules: .atMost(500))
    }

    private static func hours(
        _ name: SQLName, _ path: any KeyPath<InformationSystem, Int?> & Sendable, _ term: Term,
        aliases: [String]
    ) -> Field<InformationSystem, Int?> {
        Field(
            name, path, term, FieldTraits(aliases: aliases, group: .continuity),
            rules: .within(0...8_760, Term("小時數", en: "hours")))
    }
}

extension FieldGroup {
    static let grading = FieldGroup(
        "grading", Term("防護需求分級", en: "Protection need"),
        help: Term(
            "四個構面各選普、中、高，寫一句為什麼。系統取最高的一級，不用自己算。",
            en: "Grade each side and say why. The highest of the four is the need."))

    static let continuity = FieldGroup(
        "continuity", Term("營運持續", en: "Continuity"),
        help: Term(
            "業務最多能停多久。不知道就先空著，不要填 0。",
            en: "How long the business can do without it. Leave blank what is not known."))
}
