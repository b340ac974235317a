import Kernel

/// When a period ends, and which rest days moved its end.
package struct PeriodEnd: Hashable, Sendable {
    /// The moment by which the act must be done; the end of a day is 00:00 of the next.
    package let moment: Instant
    /// The rest days that the end was moved over, in order; hours have none.
    package let moves: [Rest]
    /// Whether the office calendar of the year was missing, so that only weekends were known.
    package let withoutCalendar: Bool

    /// The last day of a period that is counted in days or months.
    package var lastDay: Day { moment.adding(seconds: -1).day }
}

extension WorkingCalendar {
    /// The end of a period of `length` that `start` sets running (行政程序法 §48).
    ///
    /// Hours run at once and without pause. Days and months leave out the day of the start; a month
    /// ends on the day before the one that corresponds to its first day or, where there is none, on
    /// the month's last; an end on a rest day moves to the next working day, at midnight.
    package func end(of length: Length, from start: Instant) -> PeriodEnd {
        switch length {
        case .hours(let hours):
            PeriodEnd(moment: start.adding(hours: hours), moves: [], withoutCalendar: false)
        case .days(let days): endOfWork(from: start.day.adding(days: days))
        case .months(let months): endOfWork(from: start.day.last(ofMonths: months))
        }
    }

    /// The same for a period that a day sets running.
    package func end(of length: Length, from day: Day) -> PeriodEnd {
        end(of: length, from: Instant(startOf: day))
    }

    private func endOfWork(from last: Day) -> PeriodEnd {
        var day = last
        var moves: [Rest] = []
        var isKnown = covers(day)
        while let rest = rest(on: day) {
            moves.append(rest)
            day = day.adding(days: 1)
            isKnown = isKnown && covers(day)
        }
        return PeriodEnd(
            moment: Instant(startOf: day.adding(days: 1)), moves: moves, withoutCalendar: !isKnown)
    }
}

extension Day {
    /// The last day of so many months, counted from the day after this one.
    func last(ofMonths months: Int) -> Day {
        let first = adding(days: 1)
        let corresponding = first.adding(months: months)
        return corresponding.components.day == first.components.day
            ? corresponding.adding(days: -1) : corresponding
    }
}
