import Access
import Duties
import HTML
import Kernel
import Statute
import Web

/// What of the law is asked for.
struct LawQuestion: Sendable {
    var words = ""
    var kind: RuleKind?
    var aspect: Duty.Aspect?
    var organisation: OrganisationKind?
    var level: Level?
    var isUnsureOnly = false

    init(_ fields: Fields) {
        words = fields["q"]
        kind = RuleKind(rawValue: fields["kind"])
        aspect = Duty.Aspect(rawValue: fields["aspect"])
        organisation = OrganisationKind(rawValue: fields["who"])
        level = Level(rawValue: fields["level"])
        isUnsureOnly = fields["sure"] == "no"
    }

    var isNarrow: Bool {
        !words.isEmpty || aspect != nil || organisation != nil || level != nil || isUnsureOnly
    }

    /// The same question about rules of another kind.
    func path(_ kind: RuleKind) -> Path {
        LawPlace.list.with("kind", kind.rawValue).with("q", words.isEmpty ? nil : words)
            .with("aspect", kind == .duty ? aspect?.rawValue : nil)
            .with("who", kind == .duty ? organisation?.rawValue : nil)
            .with("level", level?.rawValue).with("sure", isUnsureOnly ? "no" : nil)
    }

    func takes(_ ruled: any Ruled, isUnsure: Bool) -> Bool {
        if isUnsureOnly && !isUnsure { return false }
        let rule = ruled.rule
        let text = [rule.term.zh, rule.term.en, rule.citation.zh, rule.citation.en, rule.id]
        if !words.isEmpty {
            guard text.contains(where: { $0.localizedStandardContains(words) }) else {
                return false
            }
        }
        if let duty = ruled as? Duty {
            return (aspect == nil || duty.aspect == aspect)
                && (level.map { duty.levels[$0] != nil } ?? true)
                && (organisation.map(duty.isFor) ?? true)
        }
        if let item = ruled as? LawItem { return level.map(item.binds) ?? true }
        return true
    }
}

extension Duty {
    fileprivate func isFor(_ organisation: OrganisationKind) -> Bool {
        holder == .city ? organisation == .city : kinds.contains(organisation)
    }
}

/// The rules in force today: searched, by kind and aspect, each with whom it binds.
struct LawListPage: Sendable {
    let readout: LawReadout
    let question: LawQuestion
    let caller: Caller
    let today: Day

    private struct Found {
        let kind: RuleKind
        let rules: [any Ruled]
    }

    private var found: [Found] {
        RuleKind.allCases.map { kind in
            Found(
                kind: kind,
                rules: readout.law.rules(kind, on: today).filter {
                    question.takes($0, isUnsure: readout.isUnsure($0.rule, kind))
                })
        }
    }

    private var title: Term { Term("法規", en: "The law") }

    var page: Page {
        let found = found
        let shown =
            found.first { $0.kind == question.kind && !$0.rules.isEmpty }
            ?? found.first { !$0.rules.isEmpty }
        return Page(title) {
            PageHeading(
                Term("現在適用的規則", en: "The rules in force"),
                eyebrow: HTML(Term("\(today.rocWords)", en: "\(today)")), lede: lede,
                actions: actions)
            filters
            if let shown {
                Tabs(Term("種類", en: "Kinds"), tabs(found, shown.kind))
                groups(shown)
            } else {
                EmptyState(
                    Term("沒有符合的規則。換個詞，或清除條件。", en: "No rule matches. Try another word."),
                    ActionLink(Term("清除條件", en: "Clear"), LawPlace.list))
            }
        }
    }

    private var lede: HTML {
        HTML(
            Term(
                "每條規則寫明出自哪一條、誰要辦、從哪天起。紀錄按當時的規則看，改版不會回頭改判。",
                en:
                    "Each rule says where it stands, whom it binds, since when. Records keep the law of their own day."
            ))
    }

    private var actions: [HTML] {
        [
            ActionLink(Term("改版對您改了什麼", en: "What changed for you"), LawPlace.changes).body,
            ActionLink(Term("市府應辦事項", en: "The city's duties"), LawPlace.cityDuties).body,
            ActionLink(Term("辦公日曆", en: "Office calendars"), LawPlace.calendars).body,
        ]
    }

    private var filters: HTML {
        FilterBar(
            to: LawPlace.list, words: question.words,
            choices: [
                FilterBar.Choice(
                    "aspect", Term("面向", en: "Aspect"),
                    Duty.Aspect.allCases.map { Control.Option($0.rawValue, $0.term) },
                    chosen: question.aspect?.rawValue ?? ""),
                FilterBar.Choice(
                    "who", Term("誰要辦", en: "Whom it binds"),
                    OrganisationKind.allCases.map { Control.Option($0.rawValue, $0.term) },
                    chosen: question.organisation?.rawValue ?? ""),
                FilterBar.Choice(
                    "level", Term("責任等級", en: "Level"),
                    Level.allCases.map { Control.Option($0.rawValue, $0.term) },
                    chosen: question.level?.rawValue ?? ""),
            ] + (caller.may(.manageLaw) ? [certainty] : []),
            clear: question.isNarrow ? LawPlace.list : nil
        ).body
    }

    private var certainty: FilterBar.Choice {
        FilterBar.Choice(
            "sure", Term("核對", en: "Compared"),
            [Control.Option("no", Term("還沒核對原文", en: "Not yet compared"))],
            chosen: question.isUnsureOnly ? "no" : "")
    }

    private func tabs(_ found: [Found], _ current: RuleKind) -> [Tabs.Tab] {
        found.filter { !$0.rules.isEmpty }.map { one in
            Tabs.Tab(
                Term(
                    "\(one.kind.term.zh) \(one.rules.count)",
                    en: "\(one.kind.term.en) \(one.rules.count)"),
                question.path(one.kind), isCurrent: one.kind == current)
        }
    }

    @HTMLBuilder
    private func groups(_ found: Found) -> HTML {
        if found.kind == .duty {
            for aspect in Duty.Aspect.allCases {
                let some = found.rules.filter { ($0 as? Duty)?.aspect == aspect }
                if !some.isEmpty {
                    panel(aspect.term, id: "aspect-\(aspect.rawValue)") { rows(some, .duty) }
                }
            }
        } else {
            panel(found.kind.term, id: "rules") { rows(found.rules, found.kind) }
        }
    }

    private func rows(_ rules: [any Ruled], _ kind: RuleKind) -> HTML {
        ul(.class("picks")) {
            for ruled in rules {
                li {
                    div {
                        a(.href(LawPlace.rule(RuleName(kind, ruled.rule.id)))) { ruled.rule.term }
                        small { RuleWords(ruled).line }
                    }
                    if caller.may(.manageLaw) && readout.isUnsure(ruled.rule, kind) {
                        status(.none, Term("還沒核對原文", en: "Not yet compared"))
                    }
                }
            }
        }
    }
}
