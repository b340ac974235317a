import Kernel

/// Something an organisation owes by its responsibility level or by the city's plan.
///
/// Shared and never changed: judging hands hundreds of them around, and copying their many parts
/// cost more than the judging.
package final class Duty: Ruled {
    package let rule: Rule
    package let aspect: Aspect
    package let scope: Scope
    /// Which people, where the duty is counted person by person.
    package let group: Group?
    /// Which systems, where only those of some need are meant.
    package let need: Need?
    package let holder: Holder
    package let kinds: [OrganisationKind]
    /// The duty at each level; a level that stands not here owes nothing.
    package let levels: [Level: Cadence]
    /// How much at each level: people, hours or items.
    package let amounts: [Level: Int]
    package let unit: Unit?
    /// Levels for which it is only advice.
    package let advised: [Level]
    /// Owed only where this is so.
    package let condition: Condition?
    /// The first day from which the allowance of older organisations runs.
    package let since: Day?
    /// Whether the allowance runs anew when the staff changes.
    package let restartsOnStaffChange: Bool
    /// The day of the year by which each kind of organisation files.
    package let filing: [OrganisationKind: MonthDay]
    /// The clause of the plan that asks for it.
    package let clause: String?
    /// Why it is owed, for those who do it.
    package let why: Term
    /// The certainty at single levels, where it differs.
    package let certainties: [Level: Certainty]
    /// Where the duty stands at single levels: each has an annex of its own.
    package let citations: [Level: Citation]
    package let counting: Counting

    package enum Aspect: String, CaseIterable, Sendable {
        case management, technical, awareness, programme

        package var term: Term {
            switch self {
            case .management: Term("管理面", en: "Management")
            case .technical: Term("技術面", en: "Technique")
            case .awareness: Term("認知與訓練", en: "Awareness and training")
            case .programme: Term("維護計畫", en: "The plan")
            }
        }
    }

    /// What the duty is counted over.
    package enum Scope: String, Sendable {
        case agency, person, system
        case coreSystem = "core-system"
    }

    package enum Group: String, Sendable {
        case dedicated, it, everyone
    }

    package enum Holder: String, Sendable {
        case agency, city, superior
    }

    package enum Unit: String, Sendable {
        case people, hours, items, certificates
    }

    /// A fact about an organisation on which a duty hangs.
    package enum Condition: String, CaseIterable, Sendable {
        case hasSubordinates = "has-subordinates"
        case hasMailServer = "mail-server"
        case hasPublicCoreSystem = "public-core-system"
        case outsources
        case developsSystems = "develops-systems"
    }

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        levels = try reader.byLevel("levels", all: "all")
        guard !levels.isEmpty else { throw reader.refusal("levels", .missing) }
        amounts = try reader.byLevel("amount", all: "amount-of-all")
        unit = amounts.isEmpty ? nil : try reader.choice("unit")
        var citations: [Level: Citation] = [:]
        let placeOfLevel = try reader.optionalText("place-of-level")
        if let placeOfLevel, placeOfLevel != "none" {
            for level in levels.keys {
                citations[level] = try shelf.citation(
                    "\(placeOfLevel).\(level.rawValue)", for: version)
            }
        }
        self.citations = citations
        certainties = try reader.marksByLevel("mark-of-level")
        rule = try Rule(version, &reader, shelf)
        aspect = try reader.choice("aspect")
        scope = try reader.choice("scope", or: .agency)
        group = scope == .person ? try reader.choice("group") : nil
        need = reader.has("need") ? try reader.choice("need") : nil
        holder = try reader.choice("holder", or: .agency)
        let kinds: [OrganisationKind] = try reader.choices("kinds")
        self.kinds = kinds.isEmpty ? [.agency, .school] : kinds
        advised = try reader.choices("advice")
        condition = reader.has("if") ? try reader.choice("if") : nil
        since = try reader.optional("since")
        restartsOnStaffChange = try reader.optionalText("restarts") == "staff-change"
        var filing: [OrganisationKind: MonthDay] = [:]
        for (name, node) in try reader.pairs("by") ?? [] {
            guard let kind = OrganisationKind(rawValue: name) else {
                throw reader.refusal("by", at: node, .unreadable(name))
            }
            filing[kind] = try reader.value(node, "by")
        }
        self.filing = filing
        clause = try reader.optionalText("clause")
        why = try reader.term("why")
        let edition = rule.edition
        counting = shelf.editions.first { $0.name == edition }?.counting ?? .sameYear
        try reader.finish()
    }

    package func certainty(at level: Level) -> Certainty { certainties[level] ?? rule.certainty }
    package func citation(at level: Level) -> Citation { citations[level] ?? rule.citation }
}

extension Duty.Condition {
    /// Who is meant, in words that follow 「機關」.
    package var term: Term {
        switch self {
        case .hasSubordinates: Term("有所屬機關的", en: "with subordinates")
        case .hasMailServer: Term("有郵件伺服器的", en: "with a mail server")
        case .hasPublicCoreSystem: Term("核心系統對外服務的", en: "with a public core system")
        case .outsources: Term("有委外的", en: "that outsource")
        case .developsSystems: Term("自行或委外開發系統的", en: "that develop systems")
        }
    }
}

/// A day that comes every year, as in 31 March.
package struct MonthDay: Hashable, Sendable, LosslessStringConvertible {
    package let month: Int
    package let day: Int

    /// Reads `03-31`.
    package init?(_ text: String) {
        guard let day = Day("2024-" + text) else { return nil }
        month = day.components.month
        self.day = day.components.day
    }

    package var description: String { String("\(inYear(2024))".dropFirst(5)) }

    package func inYear(_ year: Int) -> Day {
        let last = Day.length(ofMonth: month, year: year)
        return Day(year: year, month: month, day: min(day, last)) ?? Day(number: 0)
    }
}
