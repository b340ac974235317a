import Kernel

/// What is known of an incident's times; a moment that has not come is absent.
package struct IncidentTimes: Hashable, Sendable {
    package var level: IncidentLevel
    package var knownAt: Instant
    package var moments: [IncidentMoment: Instant]

    package init(
        level: IncidentLevel, knownAt: Instant, _ moments: [IncidentMoment: Instant] = [:]
    ) {
        self.level = level
        self.knownAt = knownAt
        self.moments = moments
        self.moments[.known] = knownAt
    }
}

/// One deadline of an incident, with everything that explains it.
package struct Deadline: Sendable {
    package let clock: Clock
    package let level: IncidentLevel
    package let allowance: Length
    /// The moment that started the clock; `nil` while it has not come.
    package let start: Instant?
    /// Where the period ends; `nil` while it has not begun.
    package let end: PeriodEnd?

    package var due: Instant? { end?.moment }

    /// Why this is the moment, in a sentence for those who must act.
    package var explanation: Term {
        guard let start, let end else { return waiting }
        let rule = clock.rule
        let remarks = end.remarks(withCalendar: true)
        return Term(
            """
            \(start.rocWords) \(clock.starts.term.zh)，\(level.term.zh)事件的\(rule.term.zh)\
            要在 \(allowance.term.zh)內辦好，期限 \(end.moment.rocDeadline)。\
            \(remarks.zh)\(clock.why.zh)（\(rule.citation.zh)）
            """,
            en: """
                \(rule.term.en): \(allowance.term.en) from \(start) \
                (\(clock.starts.term.en)) for a \(level.term.en.lowercased()) incident, \
                so by \(end.moment).\(remarks.en) \(clock.why.en) (\(rule.citation.en))
                """)
    }

    /// What is owed once the clock starts.
    private var waiting: Term {
        let rule = clock.rule
        return Term(
            """
            \(rule.term.zh)要在\(clock.starts.term.zh)後 \(allowance.term.zh)內辦好，\
            現在還沒起算。\(clock.why.zh)（\(rule.citation.zh)）
            """,
            en: """
                \(rule.term.en) is due within \(allowance.term.en) of: \
                \(clock.starts.term.en). The clock has not started. \(clock.why.en) \
                (\(rule.citation.en))
                """)
    }
}

extension PeriodEnd {
    /// What moved the end and, where asked for, whether the calendar was missing; empty where
    /// neither is so.
    func remarks(withCalendar: Bool) -> Term {
        var zh = ""
        var en = ""
        if !moves.isEmpty {
            zh += "末日遇休息日 \(moves.map(\.term.zh).joined(separator: "、"))，順延到下一個上班日。"
            en += " Rest days move it to the next working day: "
            en += moves.map(\.term.en).joined(separator: ", ") + "."
        }
        if withoutCalendar && withCalendar {
            zh += "這一年還沒有辦公日曆表，只按週末推算。"
            en += " That year has no office calendar yet; only weekends were counted."
        }
        return Term(zh, en: en)
    }
}

extension Law {
    /// Every deadline of an incident, by the edition in force when the agency knew of it.
    ///
    /// The five that the law always sets stand first; those after a change of level or a drill
    /// are there only once that has happened.
    package func deadlines(of incident: IncidentTimes) throws(LawRefusal) -> [Deadline] {
        let clocks = clocks(on: incident.knownAt.day)
        guard !clocks.isEmpty else { throw .noLaw(incident.knownAt.day) }
        return clocks.compactMap { clock in
            guard let allowance = clock.allowances[incident.level] else { return nil }
            let start = incident.moments[clock.starts]
            let isOccasional = clock.starts == .levelChanged || clock.starts == .drilled
            if isOccasional && start == nil { return nil }
            return Deadline(
                clock: clock, level: incident.level, allowance: allowance, start: start,
                end: start.map { calendar.end(of: allowance, from: $0) })
        }
    }

    /// What would change if the incident were otherwise: another level, another time.
    package func changes(
        from incident: IncidentTimes, to other: IncidentTimes
    ) throws(LawRefusal) -> [(before: Deadline?, after: Deadline)] {
        let before = try deadlines(of: incident)
        return try deadlines(of: other).compactMap { after in
            let match = before.first { $0.clock.id == after.clock.id }
            return match?.due == after.due && match?.allowance == after.allowance
                ? nil : (match, after)
        }
    }
}

extension Instant {
    /// As in 「115/11/23 09:12」.
    var rocWords: String {
        let time = timeOfDay
        return "\(day.rocSlashes) \(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    /// A deadline at midnight is told as the end of the day before.
    var rocDeadline: String {
        let time = timeOfDay
        guard time.hour == 0, time.minute == 0, time.second == 0 else { return rocWords }
        return "\(day.adding(days: -1).rocSlashes) 24:00"
    }
}
