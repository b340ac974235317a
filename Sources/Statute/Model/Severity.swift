import Kernel

/// One cell of the table of incident levels: what was harmed, how much, and the level it makes.
package struct SeverityRow: Ruled {
    package let rule: Rule
    package let harm: Harm
    package let assets: [HarmedAsset]
    package let extents: [Extent]
    package let level: IncidentLevel

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        rule = try Rule(version, &reader, shelf)
        harm = try reader.choice("harm")
        assets = try reader.choices("of")
        extents = try reader.choices("extent")
        let number: Int = try reader.value("level")
        guard let level = IncidentLevel(rawValue: number) else {
            throw reader.refusal("level", .unreadable("\(number)"))
        }
        self.level = level
        try reader.finish()
    }

    func decides(_ fact: HarmFact) -> Bool {
        harm == fact.harm && assets.contains(fact.asset) && extents.contains(fact.extent)
    }
}

/// In what way security was lost: confidentiality, integrity or availability.
package enum Harm: String, CaseIterable, Sendable {
    case leak, alteration, interruption

    package var term: Term {
        switch self {
        case .leak: Term("洩漏", en: "leak")
        case .alteration: Term("竄改", en: "alteration")
        case .interruption: Term("中斷", en: "interruption")
        }
    }
}

/// What was harmed, from the least to the most weighty.
package enum HarmedAsset: String, CaseIterable, Sendable {
    case noncore, core, ci, secret, sensitive, state

    package var term: Term {
        switch self {
        case .noncore: Term("非核心業務", en: "non-core business")
        case .core: Term("核心業務", en: "core business")
        case .ci: Term("涉及關鍵基礎設施的核心業務", en: "core business of critical infrastructure")
        case .secret: Term("一般公務機密", en: "official secrets")
        case .sensitive: Term("敏感資訊", en: "sensitive information")
        case .state: Term("國家機密", en: "state secrets")
        }
    }
}

/// How far the harm went; an interruption is within or beyond the tolerable time.
package enum Extent: String, CaseIterable, Sendable {
    case slight, serious, within, beyond

    package var term: Term {
        switch self {
        case .slight: Term("輕微", en: "slight")
        case .serious: Term("嚴重", en: "serious")
        case .within: Term("可容忍中斷時間內回復", en: "restored within the tolerable time")
        case .beyond: Term("超過可容忍中斷時間", en: "beyond the tolerable time")
        }
    }
}

/// One thing that is known of an incident's effect.
package struct HarmFact: Hashable, Sendable {
    package let harm: Harm
    package let asset: HarmedAsset
    package let extent: Extent

    /// `nil` where the extent does not suit the harm: only an interruption is measured in time.
    package init?(_ harm: Harm, _ asset: HarmedAsset, _ extent: Extent) {
        guard (harm == .interruption) == (extent == .within || extent == .beyond) else {
            return nil
        }
        self.harm = harm
        self.asset = asset
        self.extent = extent
    }
}
