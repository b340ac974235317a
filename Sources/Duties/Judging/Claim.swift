import Access
import Kernel
import Statute

/// One duty that one agency owes in one period: what the law says, before anybody looks whether
/// it was done.
package struct Claim: Sendable {
    package let agency: JudgedAgency
    package let owed: OwedDuty
    package let year: ROCYear
    package let period: Period
    /// What registers are asked about: the period, or the year for a state that is kept up. Few
    /// are different, so that few questions serve all agencies.
    package let asked: Period
    package let dueOn: Day?
    /// How it can become late.
    let lateness: Lateness

    /// Kept beside the duty, for it is asked many times of each of the city's thousands of claims.
    package let duty: MeasureID

    init(
        agency: JudgedAgency, owed: OwedDuty, year: ROCYear, period: Period, asked: Period,
        dueOn: Day?, lateness: Lateness
    ) {
        self.agency = agency
        self.owed = owed
        self.year = year
        self.period = period
        self.asked = asked
        self.dueOn = dueOn
        self.lateness = lateness
        duty = MeasureID(owed.duty.id)
    }

    enum Lateness: Sendable {
        /// The day after its last one.
        case after(Day)
        /// It is owed at all times: missing, it is late from the first day on.
        case atOnce
        /// An event sets it going, or it is only advice.
        case never
    }

    /// How many are needed, where the register does not say it.
    var lawNumber: Int {
        owed.duty.unit == .people ? owed.amount ?? owed.times : owed.times
    }
}

extension Law {
    /// What `agency` owes in `year`, as the law stands on `today` or, for another year, on the
    /// day of that year that is nearest.
    ///
    /// A duty of several years is owed in each year that its period touches, one of half a year
    /// twice; a period that begins only later is not in the list yet.
    package func claims(on agency: JudgedAgency, in year: ROCYear, asOf today: Day) -> [Claim] {
        let day = min(max(today, year.firstDay), year.lastDay)
        let firstLaw = editions.first?.from ?? day
        return agency.facts(since: firstLaw).flatMap { facts in
            owed(by: facts, on: day).flatMap { owed in
                claims(owed, of: agency, in: year, asOf: today)
            }
        }
    }

    private func claims(
        _ owed: OwedDuty, of agency: JudgedAgency, in year: ROCYear, asOf today: Day
    ) -> [Claim] {
        let whole = Period(year, asOf: today)
        switch owed.cadence {
        case .each(_, let months):
            guard let opensOn = owed.opensOn, let dueOn = owed.dueOn else { return [] }
            let began = months < 12 ? firstDays[owed.duty.id] : nil
            return periods(from: opensOn, months: months, in: year).compactMap { start in
                let end = start.adding(months: months).adding(days: -1)
                if let began, end < began { return nil }
                let due = start == opensOn ? dueOn : end
                let period = Period(from: start, to: end, asOf: today)
                return Claim(
                    agency: agency, owed: owed, year: year, period: period, asked: period,
                    dueOn: due, lateness: owed.isAdvice ? .never : .after(due))
            }
        case .within:
            guard let opensOn = owed.opensOn, let dueOn = owed.dueOn, opensOn <= year.lastDay
            else { return [] }
            let isKeptUp = dueOn < year.firstDay
            let period =
                isKeptUp ? whole : Period(from: opensOn, to: max(dueOn, year.lastDay), asOf: today)
            let lateness = isKeptUp ? Claim.Lateness.atOnce : .after(dueOn)
            return [
                Claim(
                    agency: agency, owed: owed, year: year, period: period, asked: whole,
                    dueOn: isKeptUp ? nil : dueOn, lateness: owed.isAdvice ? .never : lateness)
            ]
        case .always:
            return [
                Claim(
                    agency: agency, owed: owed, year: year, period: whole, asked: whole, dueOn: nil,
                    lateness: owed.isAdvice ? .never : .atOnce)
            ]
        case .after:
            return [
                Claim(
                    agency: agency, owed: owed, year: year, period: whole, asked: whole, dueOn: nil,
                    lateness: .never)
            ]
        }
    }

    /// The first days of the periods of so many months that touch `year`; `known` is one of them.
    private func periods(from known: Day, months: Int, in year: ROCYear) -> [Day] {
        guard months < 12 else {
            let end = known.adding(months: months).adding(days: -1)
            return known <= year.lastDay && end >= year.firstDay ? [known] : []
        }
        guard known <= year.lastDay else { return [] }
        return stride(from: 0, to: 12, by: months).map { year.firstDay.adding(months: $0) }
    }
}
