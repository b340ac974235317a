import Kernel

extension Duty {
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
}

extension RuleReader {
    func has(_ key: String) -> Bool { record.values[key] != nil }

    /// Values by level, as in `{A: 2/y, C: 1/2y}`, or one for all levels under the key `all`.
    mutating func byLevel<Value: LosslessStringConvertible>(
        _ key: String, all: String
    ) throws(LawFileRefusal) -> [Level: Value] {
        var values: [Level: Value] = [:]
        if let value = try optional(all, as: Value.self) {
            for level in Level.allCases { values[level] = value }
        }
        for (name, node) in try pairs(key) ?? [] {
            guard let level = Level(rawValue: name) else {
                throw refusal(key, at: node, .unreadable(name))
            }
            values[level] = try value(node, key)
        }
        return values
    }

    mutating func marksByLevel(_ key: String) throws(LawFileRefusal) -> [Level: Certainty] {
        var marks: [Level: Certainty] = [:]
        for (name, node) in try pairs(key) ?? [] {
            guard let level = Level(rawValue: name),
                let mark = Certainty(rawValue: try text(node, key))
            else { throw refusal(key, at: node, .unreadable(name)) }
            marks[level] = mark
        }
        return marks
    }
}
