import Kernel

/// What a reform changes, from one edition to another: what begins, what ends, whose figure is
/// another, and what stands or is asked elsewhere.
package struct LawDiff: Sendable {
    package var starts: [Change] = []
    package var stops: [Change] = []
    package var changes: [Change] = []
    package var moves: [Change] = []

    /// One rule in both editions; one side is absent where it begins or ends.
    package struct Change: Hashable, Sendable {
        package let kind: Kind
        package let id: String
        package let term: Term
        /// What changed, in the file's word for it, as in `A`, `amount.C`, `article`.
        package let field: String
        package let before: String?
        package let after: String?
        package let citation: Term
        package let certainty: Certainty
    }

    package enum Kind: String, Sendable {
        case duty, clock, severity, control, item, objective, figure, place
    }
}

extension Law {
    /// What changes between two editions; for one level, only what it feels.
    package func diff(
        from old: String, to new: String, at level: Level? = nil
    ) throws(LawRefusal) -> LawDiff {
        let (before, after) = (try order(of: old), try order(of: new))
        var diff = LawDiff()
        func add<Element: Ruled>(
            _ kind: LawDiff.Kind, _ rules: [Element],
            _ figures: (Element) -> [(String, String)]
        ) {
            diff.add(kind, standing(rules, in: before), standing(rules, in: after), figures)
        }
        diff.add(
            .duty, standing(duties, in: before).filter { $0.speaks(at: level) },
            standing(duties, in: after).filter { $0.speaks(at: level) }
        ) { $0.figures(at: level) }
        add(.clock, clocks) { clock in
            clock.allowances.sorted { $0.key < $1.key }
                .map { ("level \($0.key.rawValue)", "\($0.value)") }
        }
        add(.severity, severity) { [("assets", $0.assets.map(\.rawValue).joined(separator: ","))] }
        if hasBaseline(level) { add(.control, controls) { _ in [] } }
        add(.item, items.filter { item in level.map { item.binds($0) } ?? true }) {
            [("wording", $0.rule.term.zh), ("levels", $0.levels.map(\.rawValue).joined())]
        }
        add(.objective, objectives) { [("value", "\($0.hundredths)")] }
        add(.figure, figures) { [("value", $0.value)] }
        if hasBaseline(level) {
            diff.addMoves(
                of: standing(controls, in: before), to: standing(controls, in: after))
        }
        diff.addMoves(of: standingPlaces(in: before), to: standingPlaces(in: after), in: self)
        return diff
    }

    private func order(of edition: String) throws(LawRefusal) -> Int {
        guard let order = editions.firstIndex(where: { $0.name == edition }) else {
            throw .unknownEdition(edition, known: editions.map(\.name))
        }
        return order
    }

    /// The last wording of each rule once an edition is wholly in force.
    private func standing<Element: Ruled>(_ rules: [Element], in order: Int) -> [Element] {
        rules.inForce(on: lastStart(of: order))
    }

    private func standingPlaces(in order: Int) -> [Place] {
        let day = lastStart(of: order)
        return places.filter { $0.span.contains(day) }
    }

    private func lastStart(of order: Int) -> Day {
        let edition = editions[order]
        let states = instruments.filter { $0.edition == edition.name && !$0.isOfTheCity }
        return states.map(\.span.from).max() ?? edition.from
    }

    private func hasBaseline(_ level: Level?) -> Bool {
        level.map { $0 >= .c } ?? true
    }
}

extension LawDiff {
    fileprivate mutating func add<Element: Ruled>(
        _ kind: Kind, _ old: [Element], _ new: [Element],
        _ figures: (Element) -> [(String, String)]
    ) {
        let before = Dictionary(old.map { ($0.id, $0) }) { $1 }
        let after = Dictionary(new.map { ($0.id, $0) }) { $1 }
        for element in new where before[element.id] == nil {
            starts.append(Change(kind, element.rule, "", nil, element.rule.term.zh))
        }
        for element in old where after[element.id] == nil {
            stops.append(Change(kind, element.rule, "", element.rule.term.zh, nil))
        }
        for element in new {
            guard let earlier = before[element.id] else { continue }
            let then = Dictionary(figures(earlier)) { $1 }
            let now = figures(element)
            for (field, value) in now where then[field] != value {
                changes.append(Change(kind, element.rule, field, then[field], value))
            }
            for (field, value) in figures(earlier) where !now.contains(where: { $0.0 == field }) {
                changes.append(Change(kind, element.rule, field, value, nil))
            }
        }
    }

    /// Rows of the baseline that another need must meet, or that took over others.
    fileprivate mutating func addMoves(of old: [Control], to new: [Control]) {
        let before = Dictionary(old.map { ($0.id, $0) }) { $1 }
        for control in new {
            if let earlier = before[control.id], earlier.from != control.from {
                moves.append(
                    Change(
                        .control, control.rule, "need", earlier.from.rawValue,
                        control.from.rawValue))
            }
            let isNew = before[control.id] == nil
            for key in control.successorOf where isNew && before[key] != nil {
                moves.append(Change(.control, control.rule, "key", key, control.id))
            }
        }
    }

    /// Subjects that stand in another article or under another title.
    fileprivate mutating func addMoves(of old: [Place], to new: [Place], in law: Law) {
        let before = Dictionary(old.map { ($0.id, $0) }) { $1 }
        for place in new {
            guard let earlier = before[place.id], earlier.edition != place.edition else { continue }
            let then = law.citation(of: earlier)
            let now = law.citation(of: place)
            guard then != now else { continue }
            moves.append(
                Change(
                    kind: .place, id: place.id, term: place.subject, field: "article",
                    before: then.zh, after: now.zh, citation: now.term,
                    certainty: place.certainty))
        }
    }
}

extension LawDiff.Change {
    fileprivate init(
        _ kind: LawDiff.Kind, _ rule: Rule, _ field: String, _ before: String?, _ after: String?
    ) {
        self.init(
            kind: kind, id: rule.id, term: rule.term, field: field, before: before, after: after,
            citation: rule.citation.term, certainty: rule.certainty)
    }
}

extension Law {
    /// Where a place stands, under the title of its own time.
    fileprivate func citation(of place: Place) -> Citation {
        let name = instruments.last {
            $0.id == place.instrument && $0.span.from <= place.span.from
        }?.name
        return Citation(
            place: place.id, instrument: name ?? Term("", en: ""), articles: place.articles,
            subject: place.subject)
    }
}

extension Duty {
    fileprivate func speaks(at level: Level?) -> Bool {
        level.map { levels[$0] != nil } ?? true
    }

    /// Every figure of the duty by its field: cadences and amounts at each level asked for.
    fileprivate func figures(at level: Level?) -> [(String, String)] {
        var figures: [(String, String)] = []
        for one in Level.allCases where level == nil || level == one {
            if let cadence = levels[one] { figures.append((one.rawValue, "\(cadence)")) }
            if let amount = amounts[one] { figures.append(("amount.\(one.rawValue)", "\(amount)")) }
        }
        figures.append(("term", rule.term.zh))
        return figures
    }
}
