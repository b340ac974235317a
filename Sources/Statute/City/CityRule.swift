import Kernel

/// A duty that the city itself adds to what the state asks, under a letter or a rule of its own.
///
/// Once it is laid over the law it is a duty like every other: judged, shown, printed.
package struct CityRule: Hashable, Sendable {
    /// Its place among the city's duties; never used twice.
    package let number: Int
    package let term: Term
    package let why: Term
    /// The letter or rule that it rests on, as people cite it.
    package let document: Term
    package let aspect: Duty.Aspect
    package let kinds: [OrganisationKind]
    package let levels: [Level]
    package let cadence: Cadence
    /// The day of the year by which it is owed; `nil` for the end of the period.
    package let dueOn: MonthDay?
    package let from: Day
    /// The first day on which it binds nobody any more; `nil` while it stands.
    package let endsOn: Day?

    package init(
        number: Int, term: Term, why: Term, document: Term, aspect: Duty.Aspect,
        kinds: [OrganisationKind], levels: [Level], cadence: Cadence, dueOn: MonthDay?,
        from: Day, endsOn: Day?
    ) {
        self.number = number
        self.term = term
        self.why = why
        self.document = document
        self.aspect = aspect
        self.kinds = kinds
        self.levels = levels
        self.cadence = cadence
        self.dueOn = dueOn
        self.from = from
        self.endsOn = endsOn
    }

    /// The stable name of the duty, as in `city.3`.
    package var id: String { "city.\(number)" }

    /// The first year in which it is counted: no period counts whose last day was over when the
    /// duty began. Of shorter periods than a year, `Law.claims` leaves out those that were.
    var firstYear: Int {
        let last = firstDue(in: from.year)
        return last < from ? from.year + 1 : from.year
    }

    private func firstDue(in year: Int) -> Day {
        guard case .each(_, let months) = cadence, let first = Day(year: year, month: 1, day: 1)
        else { return from }
        // Of several periods in a year, the last one is over when the year is.
        guard months >= 12 else { return first.adding(months: 12).adding(days: -1) }
        if months == 12, let dueOn { return dueOn.inYear(year) }
        return first.adding(months: months).adding(days: -1)
    }
}

/// What the city keeps of the law itself, beside its files: duties and office calendars.
package struct CityLaw: Sendable {
    package let rules: [CityRule]
    package let calendars: [WorkingCalendar]
    /// Grows with every change, so that a process sees whether it still has the law in force.
    package let revision: Int

    package init(rules: [CityRule], calendars: [WorkingCalendar], revision: Int) {
        self.rules = rules
        self.calendars = calendars
        self.revision = revision
    }

    /// Nothing of the city's own.
    package static let none = CityLaw(rules: [], calendars: [], revision: 0)
}

extension Law {
    /// This law with the city's own duties and office calendars laid over it.
    ///
    /// - Throws: `LawFileRefusal` where a duty cannot be laid over the last edition.
    package func with(_ own: CityLaw) throws(LawFileRefusal) -> Law {
        var calendar = calendar
        for year in own.calendars { calendar = calendar.replacing(with: year) }
        guard let edition = editions.last, !own.rules.isEmpty else {
            var law = self
            law.calendar = calendar
            return law
        }
        let laid = own.rules.sorted { $0.number < $1.number }.flatMap { rule in
            [LawSheet(laying: rule, in: edition), LawSheet(ending: rule, in: edition)]
                .compactMap { $0 }
        }
        return try Law(sheets: sheets + laid, calendar: calendar)
    }
}
