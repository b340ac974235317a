import Access
import Kernel
import Registers
import Storage
import Systems

extension Asset {
    package static let register = Register<Asset>(
        kind: "asset", table: "asset", path: "assets",
        title: Term("資產清冊", en: "Assets"), one: Term("資產", en: "Asset"),
        emptyHint: Term(
            "還沒有資產。從財產清單或去年的清冊匯入，或先新增一筆。",
            en: "No assets yet. Import the property list or last year's register, or add one."),
        sort: "name", see: .seeAssets, edit: .editAssets, supervision: .open,
        columns: columns, remarks: \.remarks,
        references: [
            Reference("systemName", to: Term("資通系統", en: "information system")) { view, agency in
                try NamedSystem.names(of: agency, view)
            }
        ],
        ways: [ListWay(Term("列印標籤", en: "Labels"), "labels")], ties: ties,
        extras: RegisterExtras(
            offers: { view in
                [
                    "kind": try AssetKind.names(view),
                    "systemName": try NamedSystem.names(of: view.caller.agency, view),
                ]
            },
            gone: (
                "state", AssetState.scrapped.rawValue, Term("已報廢", en: "scrapped")
            ),
            verbs: [.markLabelled]))

    private static let columns = Columns<Asset>(
        identity: ["propertyNumber"], otherwise: ["systemName", "name", "place"],
        make: make, rules: problems,
        systemField, nameField, classField,
        words(
            "owner", \.owner, Term("擁有者", en: "Owner"), aliases: ["權責單位", "所有者"],
            isAsked: true,
            hint: Term(
                "決定它怎麼用、給誰用的人、職稱或單位。學校發的電腦，擁有者是學校的單位，不是老師個人。",
                en: "Who decides on it: a person, a post or a unit.")),
        words(
            "manager", \.manager, Term("管理者", en: "Manager"), aliases: ["資產管理人", "管理單位"],
            isAsked: true,
            hint: Term("平常照顧它的人、職稱或單位，例如：資訊組", en: "Who looks after it day by day.")),
        words(
            "usedBy", \.usedBy, Term("使用者", en: "User"), aliases: ["使用人", "使用單位"],
            isAsked: true,
            hint: Term("誰在用；大家都用就寫「全體教職員」", en: "Who uses it.")),
        placeField, needField,
        numberField,
        label("keeper", \.label.keeper, Term("保管人", en: "Keeper"), aliases: ["保管單位", "保管者"]),
        label("maker", \.label.maker, Term("廠牌", en: "Make"), aliases: ["品牌", "製造商"]),
        label("model", \.label.model, Term("型號", en: "Model"), aliases: ["型式", "規格型號", "廠牌型號"]),
        Field(
            "labelledOn", \.label.labelledOn, Term("貼標日期", en: "Labelled on"),
            FieldTraits(
                hint: Term("還沒貼就空著", en: "Leave blank until it is labelled"), group: .label)),
        kindField,
        detail("edition", \.details.edition, Term("版本", en: "Version"), aliases: ["軟體版本"]),
        Field(
            "quantity", \.details.quantity, Term("數量", en: "Quantity"),
            FieldTraits(group: .details),
            rules: .within(1...1_000_000, Term("整數", en: "pieces"))),
        detail("serial", \.details.serial, Term("序號", en: "Serial number"), aliases: ["產品序號"]),
        detail(
            "address", \.details.address, Term("IP 位址", en: "IP address"), aliases: ["IP", "IP位址"]),
        detail("domain", \.details.domain, Term("網域名稱", en: "Domain name"), aliases: ["網址"]),
        mark("iot", \.details.isIoT, Term("物聯網設備", en: "IoT device"), aliases: ["IoT"]),
        mark("cloud", \.details.isCloud, Term("雲端服務", en: "Cloud service"), aliases: ["雲端"]),
        mark(
            "personalData", \.details.holdsPersonalData, Term("含個人資料", en: "Holds personal data"),
            aliases: ["是否含個資", "含個資"]),
        Field(
            "note", \.details.note, Term("備註", en: "Note"),
            FieldTraits(aliases: ["資產說明", "說明"], long: true, group: .details),
            rules: .atMost(500)),
        Field(
            "supportEndsOn", \.provenance.supportEndsOn, Term("停止支援日", en: "Support ends on"),
            FieldTraits(
                aliases: ["EOS", "停止支援", "終止支援日"],
                hint: Term("廠商公布不再更新的日子", en: "When its maker stops updates"),
                group: .provenance)),
        Field(
            "origin", \.provenance.origin, Term("廠牌註記", en: "Origin mark"),
            FieldTraits(aliases: ["是否大陸廠牌"], filtered: true, group: .provenance)),
        Field(
            "replacementPlan", \.provenance.replacementPlan,
            Term("替代方案", en: "Replacement plan"),
            FieldTraits(aliases: ["替代方案說明"], long: true, group: .provenance),
            rules: .atMost(500)),
        Field(
            "replaceOn", \.provenance.replaceOn, Term("預計汰換日期", en: "To be replaced on"),
            FieldTraits(group: .provenance)),
        Field(
            "acquiredOn", \.life.acquiredOn, Term("購置日期", en: "Acquired on"),
            FieldTraits(
                aliases: ["購置日", "購買日期", "取得日期", "取得日", "購入日期"], group: .life)),
        Field(
            "state", \.life.state, Term("狀態", en: "State"),
            FieldTraits(
                aliases: ["使用狀態"], listed: true, filtered: true,
                assumed: AssetState.inUse.rawValue, begins: AssetState.inUse.rawValue,
                group: .life)
        ),
        Field(
            "disposedOn", \.life.disposedOn, Term("報廢日期", en: "Scrapped on"),
            FieldTraits(
                aliases: ["報廢日"], hint: Term("報廢的資產才填", en: "Only of what is scrapped"),
                nothing: Term("沒有報廢", en: "Not scrapped"), group: .life)),
        Field(
            "erasure", \.life.erasure, Term("資料抹除方式", en: "How data was erased"),
            FieldTraits(
                hint: Term("例如：消磁、實體破壞、覆寫三次；沒有儲存媒體就寫「無」", en: "As: degaussed, shredded"),
                group: .life),
            rules: .atMost(200)),
        Field(
            "systemID", \.systemID, Term("資通系統編號", en: "System id"),
            FieldTraits(settled: "", group: .unseen)),
        Field(
            "core", \.isCore, Term("核心資通系統資產", en: "Of a core system"),
            FieldTraits(listed: true, filtered: true, settled: "false")),
        questions: questions)
}

extension FieldGroup {
    static let label = FieldGroup(
        "label", Term("標籤", en: "Label"),
        help: Term(
            "貼在設備明顯處的標籤：財產編號、保管人、廠牌、型號。",
            en: "What stands on the label of a device."))
    static let details = FieldGroup("details", Term("細項", en: "Details"))
    static let provenance = FieldGroup(
        "provenance", Term("支援與廠牌", en: "Support and origin"),
        help: Term(
            "危害國家資通安全產品要寫替代方案和預計汰換日期。",
            en: "A harmful product needs a plan and a date for its replacement."))
    static let life = FieldGroup("life", Term("使用狀態", en: "Life"))
}
