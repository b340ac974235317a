import Kernel

/// A list that the law closes: the items of the plan, of a report, of a contract, of an audit.
package struct LawList: Ruled {
    package let rule: Rule

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        rule = try Rule(version, &reader, shelf)
        try reader.finish()
    }
}

/// One item of such a list; its id is the list's and its number, as in `audit.1.1`.
package struct LawItem: Ruled {
    package let rule: Rule
    package let list: String
    /// As the law counts it, as in `1.1`.
    package let number: String
    /// Levels it binds; empty where it binds all.
    package let levels: [Level]
    /// The lowest need of a system that it asks about.
    package let need: Need?
    /// A fact that must be there, in the words of the file, as in `core-system`.
    package let condition: String?
    /// The year of the Republic in which the law behind it changed, where the form says so.
    package let changedIn: ROCYear?
    /// Whether levels, need or condition were derived from the schedules and stand not in the form.
    package let isDerived: Bool

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        list = version.record.id.beforeDot
        number = String(version.record.id.dropFirst(list.count + 1))
        levels = try reader.choices("levels")
        need = reader.has("need") ? try reader.choice("need") : nil
        let condition = try reader.optionalText("if")
        self.condition = condition == "always" ? nil : condition
        changedIn = try reader.optional("year", as: Int.self).flatMap { ROCYear($0) }
        isDerived = try reader.optionalText("derived") == "yes"
        rule = try Rule(
            version, &reader, shelf,
            place: reader.has("place") ? nil : try shelf.place(ofList: list))
        try reader.finish()
    }

    package func binds(_ level: Level) -> Bool { levels.isEmpty || levels.contains(level) }
}

/// What an agency aims at in a year, with its figure.
package struct Objective: Ruled {
    package let rule: Rule
    package let target: Target
    /// The value that must not be missed, in hundredths: 99 % is 9,900 and one incident is 100.
    package let hundredths: Int
    /// The hours of a year of which an availability is a share.
    package let baseHours: Int?
    /// The level from which incidents count, or the need of the systems that are measured.
    package let incidentsFrom: IncidentLevel?
    package let need: Need?

    /// What is measured.
    package enum Target: String, Sendable {
        /// At most so many incidents.
        case incidents
        /// At least so great a share of the year, for each system of a need.
        case availability
        /// The same, for each service or system that citizens use.
        case publicAvailability = "public-availability"
    }

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        rule = try Rule(version, &reader, shelf)
        target = try reader.choice("target")
        let value: Double = try reader.value("value")
        guard value.isFinite, value >= 0, value < 1_000_000 else {
            throw reader.refusal("value", .unreadable("\(value)"))
        }
        hundredths = Int((value * 100).rounded())
        baseHours = try reader.optional("base-hours")
        incidentsFrom = try reader.optional("from-level", as: Int.self)
            .flatMap(IncidentLevel.init(rawValue:))
        need = reader.has("need") ? try reader.choice("need") : nil
        try reader.finish()
    }

    /// How many minutes of a year a system may be down; `nil` where no share is measured.
    package var allowedDowntimeMinutes: Int? {
        baseHours.map { $0 * 60 * (10_000 - hundredths) / 10_000 }
    }
}

/// A single figure of the law that other rules lean on, as a threshold in NT$.
package struct Figure: Ruled {
    package let rule: Rule
    package let value: String

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        rule = try Rule(version, &reader, shelf)
        value = try reader.text("value")
        try reader.finish()
    }

    package var number: Int? { Int(value) }
}

extension RuleShelf {
    /// The words of a list's item on a day.
    func item(_ id: String, on day: Day) -> Term? {
        let chain = chains[Key(section: .items, id: id)] ?? []
        guard let version = chain.last(where: { $0.from <= day }) ?? chain.first else {
            return nil
        }
        var reader = RuleReader(version.record)
        return try? reader.term("term")
    }

    func place(ofList list: String) throws(LawFileRefusal) -> String {
        guard let version = chains[Key(section: .lists, id: list)]?.last else { return "" }
        var reader = RuleReader(version.record)
        return try reader.text("place")
    }
}
