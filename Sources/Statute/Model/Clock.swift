import Kernel

/// A statutory clock of an incident: what starts it and how long it runs at each level.
package struct Clock: Ruled {
    package let rule: Rule
    package let starts: IncidentMoment
    package let allowances: [IncidentLevel: Length]
    /// Whether the law lets those above allow more time.
    package let isExtendable: Bool
    /// What has to be done by then, for those who do it.
    package let why: Term

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        rule = try Rule(version, &reader, shelf)
        starts = try reader.choice("starts")
        var allowances: [IncidentLevel: Length] = [:]
        for (name, node) in try reader.pairs("allow") ?? [] {
            guard let level = Int(name).flatMap(IncidentLevel.init(rawValue:)) else {
                throw reader.refusal("allow", at: node, .unreadable(name))
            }
            allowances[level] = try reader.value(node, "allow")
        }
        guard allowances.count == IncidentLevel.allCases.count else {
            throw reader.refusal("allow", .missing)
        }
        self.allowances = allowances
        isExtendable = try reader.optionalText("extendable") == "yes"
        why = try reader.term("why")
        try reader.finish()
    }
}

/// A moment in an incident that may start a clock.
package enum IncidentMoment: String, CaseIterable, Sendable {
    case known, received, reviewed, contained
    case levelChanged = "level-changed"
    case drilled

    package var term: Term {
        switch self {
        case .known: Term("知悉", en: "known")
        case .received: Term("收到通報", en: "notification received")
        case .reviewed: Term("完成審核", en: "review done")
        case .contained: Term("完成損害控制或復原", en: "damage controlled or service restored")
        case .levelChanged: Term("等級變更", en: "level changed")
        case .drilled: Term("完成演練", en: "drill done")
        }
    }
}
