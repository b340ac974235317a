import Kernel

extension OwedDuty {
    /// Why it is owed, by whom, counted from when and due when, in a sentence for those who do it.
    package var explanation: Term {
        let name = duty.rule.term
        let who = duty.bound(at: level)
        let measure = duty.measure(at: level) ?? duty.extent
        // Nobody lays in the calendar of a year that is over.
        let isOver = dueOn.map { $0 < askedOn } ?? false
        let remarks = end?.remarks(withCalendar: !isOver) ?? Term("", en: "")
        return Term(
            """
            \(who.zh)的\(isAdvice ? "建議" : "應辦")事項「\(name.zh)」\
            \(measure.map { "（\($0.zh)）" } ?? "")：\(timing.zh)。\
            \(remarks.zh)\(duty.why.zh)（\(citation.zh)）
            """,
            en: """
                “\(name.en)”\(measure.map { " (\($0.en))" } ?? "") is \
                \(isAdvice ? "advised for" : "owed by") \(who.en): \(timing.en).\
                \(remarks.en) \(duty.why.en) (\(citation.en))
                """)
    }

    /// How often, counted from when, and until when.
    private var timing: Term {
        let due = dueOn.map { Term("期限 \($0.rocSlashes)", en: "due \($0)") }
        guard let opensOn, let due else { return cadence.term }
        switch cadence {
        case .within(let length):
            let from = (start ?? .classified).term(opensOn)
            return Term(
                "\(from.zh)起算，\(length.term.zh)內完成，之後維持；\(due.zh)",
                en: "within \(length.term.en) \(from.en), then kept up; \(due.en)")
        case .each, .always, .after:
            let often = duty.unit == .hours ? cadence.spanTerm : cadence.term
            return Term(
                "\(often.zh)；這一期從 \(opensOn.rocSlashes) 起算，\(due.zh)",
                en: "\(often.en); this period counts from \(opensOn), \(due.en)")
        }
    }
}

extension OwedDuty.Start {
    fileprivate func term(_ day: Day) -> Term {
        switch self {
        case .classified: Term("從 \(day.rocSlashes) 核定等級", en: "of its classification on \(day)")
        case .dutyBegan: Term("從 \(day.rocSlashes) 這項規定施行", en: "of \(day), when the rule began")
        case .staffChanged: Term("從 \(day.rocSlashes) 人員異動", en: "of the change of staff on \(day)")
        }
    }
}

extension Cadence {
    /// The span in which hours are summed up, where what is done is not counted by times.
    fileprivate var spanTerm: Term {
        guard case .each(_, let months) = self else { return term }
        if months == 6 { return Term("半年一期", en: "summed up every half-year") }
        if months == 12 { return Term("每年一期", en: "summed up each year") }
        let length = Length.months(months).term
        return Term("\(length.zh)一期", en: "summed up over \(length.en)")
    }
}

extension Duty {
    /// How much there must be at a level, as 「至少 4 人」; `nil` where nothing is counted.
    package func measure(at level: Level) -> Term? {
        guard let unit, let count = amounts[level] else { return nil }
        let each =
            scope == .person ? Term("每人", en: " per person") : Term("", en: "")
        return switch unit {
        case .people:
            Term("至少 \(count) 人", en: count == 1 ? "at least 1 person" : "at least \(count) people")
        case .hours:
            Term("\(each.zh)至少 \(count) 小時", en: "at least \(count.of("hour"))\(each.en)")
        case .items: Term("\(count) 項", en: count.of("item"))
        case .certificates:
            Term(
                "\(each.zh.isEmpty ? "合計" : each.zh)至少 \(count) 張",
                en: "at least \(count)\(each.en.isEmpty ? " in all" : each.en)")
        }
    }

    /// Which systems it speaks of; `nil` where it speaks of the agency or of people.
    fileprivate var extent: Term? {
        switch scope {
        case .agency, .person: nil
        case .coreSystem: Term("全部核心資通系統", en: "every core system")
        case .system:
            need.map {
                Term("防護需求等級「\($0.term.zh)」的系統", en: "systems of need \($0.term.en.lowercased())")
            } ?? Term("全部資通系統", en: "every system")
        }
    }

    /// Who owes it at a level, as 「有郵件伺服器的 A 級單位」.
    fileprivate func bound(at level: Level) -> Term {
        if holder == .city { return Term("市府", en: "the city") }
        let condition = self.condition.map(\.term)
        return Term(
            "\(condition?.zh ?? "")\(condition == nil ? "" : " ")\(level.term.zh)單位",
            en:
                "\(level.term.en.lowercasedFirst) organisations\(condition.map { " \($0.en)" } ?? "")"
        )
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
