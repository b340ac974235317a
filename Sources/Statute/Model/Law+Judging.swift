import Kernel

extension Law {
    /// What an organisation owes on a day: every duty that speaks to its level and kind, with the
    /// period that the day falls in.
    package func owed(by agency: AgencyFacts, on day: Day) -> [OwedDuty] {
        duties.compactMap { duty in
            guard duty.rule.span.contains(day), let cadence = duty.levels[agency.level],
                duty.speaks(to: agency)
            else { return nil }
            return owed(duty, cadence, by: agency, on: day)
        }
    }

    private func owed(
        _ duty: Duty, _ cadence: Cadence, by agency: AgencyFacts, on day: Day
    ) -> OwedDuty {
        var opens: Day?
        var due: Day?
        var times = 1
        var end: PeriodEnd?
        var start: OwedDuty.Start?
        switch cadence {
        case .each(let count, let months):
            let period = duty.period(of: months, around: day, for: agency)
            opens = period.opens
            due = period.due
            times = count
        case .within(let length):
            let (day, event) = duty.start(for: agency)
            let allowed = calendar.end(of: length, from: day)
            opens = day
            start = event
            due = allowed.lastDay
            end = allowed
        case .always, .after: break
        }
        return OwedDuty(
            duty: duty, level: agency.level, cadence: cadence, askedOn: day, opensOn: opens,
            start: start,
            dueOn: due, times: times, amount: duty.amounts[agency.level],
            waiver: agency.waivers[duty.id].flatMap { $0.recordedOn <= day ? $0 : nil },
            isAdvice: duty.advised.contains(agency.level), end: end)
    }
}

extension Duty {
    fileprivate func speaks(to agency: AgencyFacts) -> Bool {
        if let condition, agency.conditions[condition] == false { return false }
        switch holder {
        case .city: return agency.kind == .city
        case .superior:
            return kinds.contains(agency.kind) && agency.conditions[.hasSubordinates] != false
        case .agency: return kinds.contains(agency.kind)
        }
    }

    /// The day from which an allowance runs: the classification, a later start of the duty, or the
    /// last change of staff.
    fileprivate func start(for agency: AgencyFacts) -> (day: Day, event: OwedDuty.Start) {
        var start = (day: agency.classifiedOn, event: OwedDuty.Start.classified)
        if let since, since > start.day { start = (since, .dutyBegan) }
        if restartsOnStaffChange, let changed = agency.staffChangedOn, changed > start.day {
            start = (changed, .staffChanged)
        }
        return start
    }

    /// The period of so many months, counted from the January in which the duty first counts,
    /// that holds `day`; before that January, the first period.
    fileprivate func period(
        of months: Int, around day: Day, for agency: AgencyFacts
    ) -> (opens: Day, due: Day) {
        let base = max(agency.classifiedOn, since ?? agency.classifiedOn).year
        let first = counting == .nextYear ? base + 1 : base
        let (year, month, _) = day.components
        let elapsed = max(0, (year - first) * 12 + month - 1)
        let opens = (Day(year: first, month: 1, day: 1) ?? day)
            .adding(months: elapsed / months * months)
        guard let filing = filing[agency.kind], months == 12 else {
            return (opens, opens.adding(months: months).adding(days: -1))
        }
        return (opens, filing.inYear(opens.year))
    }
}
