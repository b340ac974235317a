import Kernel

/// The whole law that the programme runs on: every wording of every rule, each with the days on
/// which it holds, and the office calendar.
///
/// It is read once from files and never changes; a new decree makes a new `Law`. A record asks with
/// its own date and so keeps the law under which it was made.
package struct Law: Sendable {
    package let editions: [Edition]
    package let instruments: [Instrument]
    package let places: [Place]
    package let lists: [LawList]
    package let items: [LawItem]
    package let duties: [Duty]
    /// The day on which the law, or the city, began to ask for a duty, by its id.
    package let firstDays: [String: Day]
    package let clocks: [Clock]
    package let severity: [SeverityRow]
    package let grading: [GradingRow]
    package let controls: [Control]
    package let objectives: [Objective]
    package let figures: [Figure]
    package var calendar: WorkingCalendar
    /// The texts the law was read from, kept so that a city's files can be laid over them.
    let sheets: [LawSheet]

    init(_ shelf: RuleShelf, _ sheets: [LawSheet], _ calendar: WorkingCalendar)
        throws(LawFileRefusal)
    {
        self.sheets = sheets
        self.calendar = calendar
        editions = shelf.editions
        instruments = try shelf.read(.instruments) { version throws(LawFileRefusal) in
            try Instrument(version)
        }
        places = try shelf.read(.places) { version throws(LawFileRefusal) in try Place(version) }
        lists = try shelf.read(.lists, LawList.init)
        items = try shelf.read(.items, LawItem.init)
        duties = try shelf.read(.duties, Duty.init)
        firstDays = Dictionary(duties.map { ($0.id, $0.rule.span.from) }) { min($0, $1) }
        clocks = try shelf.read(.clocks, Clock.init)
        severity = try shelf.read(.severity, SeverityRow.init)
        grading = try shelf.read(.grading, GradingRow.init)
        controls = try shelf.read(.controls, Control.init)
        objectives = try shelf.read(.objectives, Objective.init)
        figures = try shelf.read(.figures, Figure.init)
    }
}

extension RuleShelf {
    fileprivate func read<Value>(
        _ section: LawSheet.Section, _ make: (RuleVersion) throws(LawFileRefusal) -> Value
    ) throws(LawFileRefusal) -> [Value] {
        var values: [Value] = []
        for version in versions(section) { values.append(try make(version)) }
        return values
    }

    fileprivate func read<Value>(
        _ section: LawSheet.Section,
        _ make: (RuleVersion, RuleShelf) throws(LawFileRefusal) -> Value
    ) throws(LawFileRefusal) -> [Value] {
        try read(section) { version throws(LawFileRefusal) in try make(version, self) }
    }
}

extension Law {
    /// The edition whose wording of `instrument` is in force on `day`; `nil` before the first.
    package func edition(of instrument: String, on day: Day) -> Edition? {
        let version = instruments.last { $0.id == instrument && $0.span.contains(day) }
        return version.flatMap { edition(named: $0.edition) }
    }

    package func edition(named name: String) -> Edition? {
        editions.first { $0.name == name }
    }

    package func instrument(_ id: String, on day: Day) -> Instrument? {
        instruments.last { $0.id == id && $0.span.contains(day) }
    }

    package func duties(on day: Day) -> [Duty] { duties.inForce(on: day) }
    package func clocks(on day: Day) -> [Clock] { clocks.inForce(on: day) }

    /// The rows of the baseline that a system of `need` must meet, in the order of the form.
    package func controls(for need: Need, on day: Day) -> [Control] {
        controls.filter { $0.rule.span.contains(day) && $0.from <= need }
            .sorted { $0.number < $1.number }
    }

    package func objectives(on day: Day) -> [Objective] { objectives.inForce(on: day) }
    package func grading(on day: Day) -> [GradingRow] { grading.inForce(on: day) }

    /// The items of a closed list, as `plan`, `outsourcing`, `report` or `audit`.
    package func items(of list: String, on day: Day) -> [LawItem] {
        items.filter { $0.list == list && $0.rule.span.contains(day) }
            .sorted { $0.number.isInOrder(before: $1.number) }
    }

    package func figure(_ id: String, on day: Day) -> Figure? {
        figures.last { $0.id == id && $0.rule.span.contains(day) }
    }

    /// Whether a system counts as core: core business leans on it, or its need is so high
    /// (資通安全管理法施行細則, core systems).
    package func isCore(supportsCoreBusiness: Bool, need: Need, on day: Day) -> Bool {
        let threshold = figure("core-need", on: day).flatMap { Need(rawValue: $0.value) }
        return supportsCoreBusiness || threshold.map { need >= $0 } ?? false
    }

    /// Whether custom work must be tested by the agency or a third party it hires.
    package func needsIndependentTest(isCore: Bool, contractNTD: Int, on day: Day) -> Bool {
        guard let threshold = figure("test-threshold", on: day)?.number else { return isCore }
        return isCore || contractNTD >= threshold
    }
}

extension Array where Element: Ruled {
    func inForce(on day: Day) -> [Element] { filter { $0.rule.span.contains(day) } }
}

extension String {
    /// Item numbers in the order people count: 5.2 before 5.12.
    package func isInOrder(before other: String) -> Bool {
        let mine = split(separator: ".")
        let others = other.split(separator: ".")
        for (one, two) in zip(mine, others) where one != two {
            guard let first = Int(one), let second = Int(two) else { return one < two }
            return first < second
        }
        return mine.count < others.count
    }
}
