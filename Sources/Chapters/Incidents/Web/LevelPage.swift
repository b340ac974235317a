import HTML
import Kernel
import Registers
import Statute
import Web

/// The fourth screen: the level that the rule proposes, with its sentence, and what is sent.
struct LevelPage: Sendable {
    let seen: SeenIncident
    let verdict: SeverityVerdict
    let typed: Fields?
    var errors: [FieldMessage] = []

    private var incident: Incident { seen.incident }

    var page: Page {
        let title = Term("確認等級，送出", en: "Confirm the level")
        return Page(title, width: .narrow, trail: incident.trail) {
            ErrorSummary(errors)
            PageHeading(
                title,
                eyebrow: HTML(Term("\(incident.number)・4／4", en: "\(incident.number) · 4 of 4")))
            DrillBanner(isDrill: incident.isDrill)
            proposal
            form(.post, to: incident.place.appending("level"), .class("stack")) {
                hiddenField("version", String(incident.version))
                FormField(
                    "level", Term("等級", en: "Level"),
                    .radios(Web.Control.Option.levels(proposed: verdict.level), chosen: chosen),
                    error: errors.first { $0.field == "level" }?.message)
                FormField(
                    "reason", Term("為什麼和建議不同", en: "Why another level"),
                    .paragraph(
                        typed?.first("reason") ?? incident.judgement?.reason ?? "", rows: 2,
                        most: 500),
                    hint: Term("照建議的等級就不用寫。", en: "Leave it blank if you agree."),
                    error: errors.first { $0.field == "reason" }?.message, optional: true)
                submit(Term("確認送出", en: "Send"), .alarm)
            }
            panel(Term("送出的內容", en: "What is sent"), id: "sent") {
                SummaryList(seen.facts(mayChange: true))
            }
        }
    }

    private var chosen: String {
        typed?.first("level") ?? String((incident.level ?? verdict.level).rawValue)
    }

    private var proposal: HTML {
        panel(
            Term("建議：\(verdict.level.term.zh)", en: "Proposed: \(verdict.level.term.en)"),
            id: "proposal"
        ) {
            p { verdict.explanation }
            p(.class("hint")) {
                Term("依據的列：", en: "The deciding row: ")
                verdict.decidedBy.rule.term
            }
        }
    }
}

extension Web.Control.Option {
    /// The four levels; the one that the rule proposes is marked.
    static func levels(proposed: IncidentLevel?) -> [Web.Control.Option] {
        IncidentLevel.allCases.map { level in
            .init(
                String(level.rawValue), level.term,
                hint: level == proposed ? Term("系統建議", en: "Proposed") : nil)
        }
    }
}

extension SeenIncident {
    /// What was told of the incident, fact by fact.
    func facts(mayChange: Bool, mayCorrect: Bool = false) -> [SummaryList.Fact] {
        func change(_ part: String) -> Path? {
            mayChange ? incident.place.appending(part) : nil
        }
        return [
            .init(
                Term("知悉時間", en: "Known since"), time(incident.report.knownAt),
                change: mayCorrect ? incident.place.appending("knowledge") : nil),
            .init(
                Term("發生什麼事", en: "What happened"), incident.account.map { HTML($0.kind.term) },
                change: change("details")),
            .init(
                Term("狀況", en: "Account"), text: incident.account?.words ?? "",
                change: change("details")),
            .init(Term("影響的系統", en: "Systems"), systemWords, change: change("effects")),
            .init(
                Term("影響", en: "Harm"), incident.effect.map { HTML($0.term) },
                change: change("effects")),
            .init(
                Term("個人資料", en: "Personal data"),
                incident.effect.map { HTML($0.hasPersonalData.shown) }, change: change("effects")),
        ]
    }

    private var systemWords: HTML? {
        guard incident.effect != nil else { return nil }
        guard !affected.isEmpty else { return HTML(Term("沒有登錄的系統", en: "None on the list")) }
        return HTML(affected.map(\.name).joined(separator: "、"))
    }
}

extension IncidentEffect {
    /// As in 「竄改：輕微；核心業務」.
    var term: Term {
        let harms = Harm.allCases.compactMap { harm in
            extents[harm].map {
                Term("\(harm.term.zh)：\($0.term.zh)", en: "\(harm.term.en): \($0.term.en)")
            }
        }
        let touched = HarmedAsset.allCases.filter(assets.contains).map(\.term)
        return Term(
            (harms + touched).map(\.zh).joined(separator: "；"),
            en: (harms + touched).map(\.en).joined(separator: "; "))
    }
}
