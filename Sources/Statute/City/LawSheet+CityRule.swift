import Kernel

extension LawSheet {
    /// The sheet that a city duty would be, were it written as a file: its letter, the place in it,
    /// and the duty.
    init(laying rule: CityRule, in edition: Edition) {
        let letter = "city-letter-\(rule.number)"
        let spot = FileSpot(file: rule.id, line: 1)
        self.init(
            rule, edition,
            from: rule.from,
            rules: [
                RuleRecord(
                    id: letter, section: .instruments, spot,
                    ["term": .both(rule.document, spot), "made-by": .word("city", spot)]),
                RuleRecord(
                    id: "\(letter).duty", section: .places, spot,
                    ["at": .list([], spot), "term": .both(rule.term, spot)]),
                RuleRecord(
                    id: rule.id, section: .duties, spot, rule.values(letter, edition, spot)),
            ], ends: [])
    }

    /// The sheet that ends a city duty; `nil` while it stands.
    init?(ending rule: CityRule, in edition: Edition) {
        guard let endsOn = rule.endsOn else { return nil }
        self.init(
            rule, edition, from: endsOn, rules: [],
            ends: [(.duties, rule.id, FileSpot(file: rule.id, line: 1))])
    }

    private init(
        _ rule: CityRule, _ edition: Edition, from: Day, rules: [RuleRecord],
        ends: [(section: Section, id: String, spot: FileSpot)]
    ) {
        file = rule.id
        self.edition = edition.name
        isOverlay = true
        follows = nil
        self.from = from
        mark = Certainty.verified.rawValue
        restates = []
        counting = nil
        self.rules = rules
        self.ends = ends
    }
}

extension CityRule {
    fileprivate func values(
        _ letter: String, _ edition: Edition, _ spot: FileSpot
    ) -> [String: LawNode] {
        var values: [String: LawNode] = [
            "place": .word("\(letter).duty", spot), "aspect": .word(aspect.rawValue, spot),
            "term": .both(term, spot), "why": .both(why, spot),
            "kinds": .list(kinds.map { .word($0.rawValue, spot) }, spot),
            "levels": .map(levels.map { ($0.rawValue, .word("\(cadence)", spot)) }, spot),
        ]
        if case .each(_, let months) = cadence {
            let base = edition.counting == .nextYear ? firstYear - 1 : firstYear
            values["since"] = .word("\(base)-12-31", spot)
            if months == 12, let dueOn {
                values["by"] = .map(
                    kinds.map { ($0.rawValue, .word("\(dueOn)", spot)) }, spot)
            }
        }
        return values
    }
}

extension LawNode {
    fileprivate static func word(_ text: String, _ spot: FileSpot) -> LawNode {
        LawNode(text: text, spot: spot)
    }

    fileprivate static func both(_ term: Term, _ spot: FileSpot) -> LawNode {
        list([word(term.zh, spot), word(term.en, spot)], spot)
    }

    fileprivate static func list(_ items: [LawNode], _ spot: FileSpot) -> LawNode {
        LawNode(.list(items), spot)
    }

    fileprivate static func map(
        _ pairs: [(key: String, value: LawNode)], _ spot: FileSpot
    ) -> LawNode {
        LawNode(.map(pairs), spot)
    }
}
