import Duties
import HTML
import Kernel
import Statute
import Web

/// A rule in the words of those whom it binds: whom, how often, how much, where it stands.
struct RuleWords: Sendable {
    let ruled: any Ruled

    init(_ ruled: any Ruled) {
        self.ruled = ruled
    }

    /// One line for lists: whom it binds, and where it stands.
    var line: Term {
        let place = ruled.rule.citation.term
        guard let who else { return place }
        return Term("\(who.zh)・\(place.zh)", en: "\(who.en) · \(place.en)")
    }

    /// Whom it binds, as 「A、B 級的機關、學校」; `nil` where it binds nobody by itself.
    var who: Term? {
        switch ruled {
        case let duty as Duty: Self.who(duty)
        case let item as LawItem where !item.levels.isEmpty: Self.levels(item.levels)
        case let control as Statute.Control:
            Term("\(control.from.term.zh)級以上的系統", en: "systems of need \(control.from.term.en)")
        default: nil
        }
    }

    private static func who(_ duty: Duty) -> Term {
        let levels = Self.levels(Array(duty.levels.keys))
        if duty.holder == .city { return Term("市府統一辦理", en: "the city, for all") }
        let kinds =
            duty.holder == .superior
            ? Term("有所屬的機關", en: "agencies with subordinates")
            : Term(
                duty.kinds.map(\.term.zh).joined(separator: "、"),
                en: duty.kinds.map { $0.term.en.lowercased() }.joined(separator: ", "))
        let condition = duty.condition.map(\.term)
        return Term(
            "\(levels.zh)\(kinds.zh)" + (condition.map { "（\($0.zh)）" } ?? ""),
            en: "\(levels.en): \(kinds.en)" + (condition.map { " (\($0.en))" } ?? ""))
    }

    private static func levels(_ levels: [Level]) -> Term {
        guard levels.count < Level.allCases.count else {
            return Term("各級", en: "all levels")
        }
        let names = levels.sorted(by: >).map(\.rawValue)
        return Term(
            "\(names.joined(separator: "、")) 級", en: "levels \(names.joined(separator: ", "))")
    }

    /// What a wording set, in a line beside the days on which it held.
    var summary: Term {
        let place = ruled.rule.citation.term
        guard let figures else { return place }
        return Term("\(place.zh)：\(figures.zh)", en: "\(place.en): \(figures.en)")
    }

    private var figures: Term? {
        var parts: [Term] = []
        switch ruled {
        case let duty as Duty:
            parts = duty.byCadence.map { cadence, levels in
                let who = Self.levels(levels)
                let how = cadence.term(at: levels, of: duty)
                return Term("\(who.zh)\(how.zh)", en: "\(who.en) \(how.en)")
            }
        case let clock as Clock:
            parts = clock.allowances.sorted { $0.key < $1.key }.map { level, length in
                Term("\(level.term.zh) \(length.term.zh)", en: "\(level.term.en) \(length.term.en)")
            }
        case let control as Statute.Control: parts = [who].compactMap { $0 } + [control.rule.term]
        default: return ruled.rule.term
        }
        return Term(
            parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    }

    /// What the rule sets, fact by fact, beside where it stands and since when.
    var facts: [SummaryList.Fact] {
        switch ruled {
        case let duty as Duty: Self.facts(duty)
        case let clock as Clock: Self.facts(clock)
        case let row as SeverityRow: Self.facts(row)
        case let row as GradingRow:
            Need.allCases.reversed().compactMap { need in
                row.criteria[need].map { SummaryList.Fact(need.term, HTML($0)) }
            }
        case let control as Statute.Control:
            [
                SummaryList.Fact(Term("構面", en: "Dimension"), HTML(control.dimension)),
                SummaryList.Fact(Term("措施", en: "Measure"), HTML(control.measure)),
                SummaryList.Fact(
                    Term("從哪一級起", en: "From need"), HTML(control.from.term)),
            ]
        case let objective as Objective: Self.facts(objective)
        case let figure as Figure:
            [SummaryList.Fact(Term("數字", en: "Figure"), text: figure.value)]
        case let item as LawItem:
            [SummaryList.Fact(Term("項次", en: "Item"), text: item.number)]
        default: []
        }
    }

    private static func facts(_ duty: Duty) -> [SummaryList.Fact] {
        var facts = [
            SummaryList.Fact(Term("面向", en: "Aspect"), HTML(duty.aspect.term)),
            SummaryList.Fact(Term("誰要辦", en: "Whom it binds"), HTML(who(duty))),
        ]
        for (cadence, levels) in duty.byCadence {
            facts.append(
                SummaryList.Fact(
                    Self.levels(levels),
                    HTML(cadence.term(at: levels, of: duty))))
        }
        for (kind, day) in duty.filing.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            facts.append(
                SummaryList.Fact(
                    Term("\(kind.term.zh)的期限", en: "Due for: \(kind.term.en.lowercased())"),
                    HTML(day.term)))
        }
        if let clause = duty.clause {
            facts.append(SummaryList.Fact(Term("維護計畫", en: "Plan"), text: clause))
        }
        return facts
    }

    private static func facts(_ clock: Clock) -> [SummaryList.Fact] {
        [SummaryList.Fact(Term("起算", en: "Starts"), HTML(clock.starts.term))]
            + clock.allowances.sorted { $0.key < $1.key }.map { level, length in
                SummaryList.Fact(
                    level.term, HTML(Term("\(length.term.zh)內", en: "within \(length.term.en)")))
            }
    }

    private static func facts(_ row: SeverityRow) -> [SummaryList.Fact] {
        func joined(_ terms: [Term]) -> Term {
            Term(
                terms.map(\.zh).joined(separator: "、"), en: terms.map(\.en).joined(separator: ", "))
        }
        return [
            SummaryList.Fact(Term("情形", en: "Harm"), HTML(row.harm.term)),
            SummaryList.Fact(Term("受影響的", en: "What"), HTML(joined(row.assets.map(\.term)))),
            SummaryList.Fact(Term("程度", en: "Extent"), HTML(joined(row.extents.map(\.term)))),
            SummaryList.Fact(Term("事件等級", en: "Level"), HTML(row.level.term)),
        ]
    }

    private static func facts(_ objective: Objective) -> [SummaryList.Fact] {
        let whole = objective.hundredths / 100
        let part = objective.hundredths % 100
        let value = part == 0 ? "\(whole)" : "\(whole)." + "\(100 + part)".dropFirst()
        return [
            SummaryList.Fact(
                Term("目標值", en: "Target"),
                HTML(
                    objective.baseHours == nil
                        ? Term("至多 \(value) 件", en: "at most \(value)")
                        : Term("至少 \(value) %", en: "at least \(value) %")))
        ]
    }
}

extension Duty {
    /// The levels that owe it equally, the heaviest first.
    fileprivate var byCadence: [(Cadence, [Level])] {
        var groups: [(Cadence, [Level])] = []
        for level in levels.keys.sorted(by: >) {
            guard let cadence = levels[level] else { continue }
            let same = groups.firstIndex {
                $0.0 == cadence && amounts[$0.1[0]] == amounts[level]
                    && advised.contains($0.1[0]) == advised.contains(level)
            }
            if let same { groups[same].1.append(level) } else { groups.append((cadence, [level])) }
        }
        return groups
    }
}

extension Cadence {
    /// How often levels owe a duty, with the number of what is counted.
    fileprivate func term(at levels: [Level], of duty: Duty) -> Term {
        let number = levels.first.flatMap(duty.measure)
        let advice = levels.first.map(duty.advised.contains) ?? false
        let places = levels.compactMap { duty.citations[$0] }.flatMap(\.articles)
        let zh = places.map(\.zh).joined(separator: "、")
        let en = places.map(\.en).joined(separator: ", ")
        return Term(
            term.zh + (number.map { "，\($0.zh)" } ?? "") + (advice ? "（建議）" : "")
                + (zh.isEmpty ? "" : "（\(zh)）"),
            en: term.en + (number.map { ", \($0.en)" } ?? "") + (advice ? " (advice)" : "")
                + (en.isEmpty ? "" : " (\(en))"))
    }
}

extension MonthDay {
    /// As in 「每年 3 月 31 日」.
    var term: Term { Term("每年 \(month) 月 \(day) 日", en: "\(self) of each year") }
}
