import HTML
import Kernel
import Registers
import Statute
import Web

/// The third screen: what was harmed. The rule makes a level of it.
struct EffectPage: Sendable {
    let seen: SeenIncident
    let law: Law
    let typed: Fields?
    var errors: [FieldMessage] = []

    private var incident: Incident { seen.incident }

    var page: Page {
        let title = Term("影響什麼？", en: "What does it affect?")
        return Page(title, width: .narrow, trail: incident.trail) {
            ErrorSummary(errors)
            PageHeading(
                title,
                eyebrow: HTML(Term("\(incident.number)・3／4", en: "\(incident.number) · 3 of 4")),
                lede: HTML(
                    Term("照現在知道的選，之後可以改。", en: "By what you know now; you can change it.")))
            DrillBanner(isDrill: incident.isDrill)
            form(.post, to: incident.place.appending("effects"), .class("stack")) {
                hiddenField("version", String(incident.version))
                systems
                for harm in Harm.allCases { question(harm) }
                assets
                FormField(
                    "personal", Term("個人資料", en: "Personal data"),
                    .tick(
                        Term("有個人資料（姓名、身分證號、成績…）", en: "Personal data are among it"),
                        isTicked: typed.map { $0.isTicked("personal") }
                            ?? incident.effect?.hasPersonalData ?? false))
                div(.class("row")) {
                    submit(Term("看建議的等級", en: "See the level"))
                    ActionLink(Term("晚點再補", en: "Later"), incident.place)
                }
            }
        }
    }

    @HTMLBuilder
    private var systems: HTML {
        if !seen.systems.isEmpty {
            FormField(
                "system", Term("哪些系統", en: "Which systems"),
                .boxes(
                    seen.systems.map { system in
                        .init(
                            system.id.uuidString.lowercased(), Term(system.name, en: system.name),
                            hint: system.isCore ? Term("核心資通系統", en: "Core system") : nil)
                    },
                    chosen: Set(
                        typed?.all("system")
                            ?? seen.affected.map { $0.id.uuidString.lowercased() })),
                hint: Term("選了核心系統，就照核心業務判斷。", en: "A core system counts as core business."),
                optional: true)
        }
    }

    private func question(_ harm: Harm) -> HTML {
        let options =
            [Web.Control.Option("", Term("沒有", en: "None"))]
            + IncidentEffect.extents(of: harm).map { .init($0.rawValue, $0.term, hint: $0.hint) }
        return FormField(
            harm.rawValue, harm.question, .radios(options, chosen: chosen(harm)),
            error: errors.first { $0.field == harm.rawValue }?.message
        ).body
    }

    private func chosen(_ harm: Harm) -> String {
        if let typed { return typed[harm.rawValue] }
        if let effect = incident.effect { return effect.extents[harm]?.rawValue ?? "" }
        let guess = incident.account?.kind.usualHarms.first { $0.harm == harm }
        return guess?.extent.rawValue ?? ""
    }

    private var assets: HTML {
        let known = law.weightyAssets(on: incident.report.knownAt.day)
        let chosen =
            typed.map { Set($0.all("asset")) }
            ?? Set((incident.effect?.assets ?? []).map(\.rawValue))
        return FormField(
            "asset", Term("有沒有牽涉到", en: "Is any of these touched"),
            .boxes(known.map { .init($0.rawValue, $0.term, hint: $0.hint) }, chosen: chosen),
            hint: Term("都沒有就不用選，照非核心業務判斷。", en: "Choose none for non-core business."),
            optional: true
        ).body
    }
}

extension Harm {
    fileprivate var question: Term {
        switch self {
        case .leak: Term("資料被看到或拿走", en: "Data seen or taken")
        case .alteration: Term("資料或網頁被改掉", en: "Data or pages altered")
        case .interruption: Term("服務停掉", en: "Service interrupted")
        }
    }
}

extension Extent {
    fileprivate var hint: Term? {
        switch self {
        case .slight: Term("少量，範圍可以控制", en: "Little, and contained")
        case .serious: Term("大量，或影響會擴大", en: "Much, or spreading")
        case .within: Term("在最大可容忍中斷時間內", en: "Within the longest tolerable outage")
        case .beyond: Term("超過最大可容忍中斷時間", en: "Beyond the longest tolerable outage")
        }
    }
}

extension HarmedAsset {
    fileprivate var hint: Term? {
        switch self {
        case .core: Term("維護計畫附件2 列為核心的業務", en: "As annex 2 of the plan lists it")
        case .ci: Term("水、電、醫療、交通等關鍵基礎設施", en: "Water, power, health, transport")
        case .secret: Term("公文上標示「密」的資料", en: "Documents marked secret")
        case .state: Term("絕對機密、極機密、機密", en: "State secrets of any grade")
        case .noncore, .sensitive: nil
        }
    }
}
