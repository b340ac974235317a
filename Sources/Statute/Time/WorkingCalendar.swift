import Kernel

/// The days on which the government works: the yearly office calendar (政府行政機關辦公日曆表).
///
/// A year that has no calendar yet falls back to Saturdays and Sundays, and every period that
/// relied on it says so.
package struct WorkingCalendar: Hashable, Sendable {
    /// Days that rest, with the name of the holiday where the calendar gives one.
    private var restDays: [Day: String]
    package private(set) var years: Set<Int>

    package init() {
        restDays = [:]
        years = []
    }

    init(year: Int, restDays: [Day: String]) {
        self.restDays = restDays
        years = [year]
    }

    /// This calendar with the years of `other` put in the place of its own.
    package func replacing(with other: WorkingCalendar) -> WorkingCalendar {
        var result = self
        result.restDays = restDays.filter { !other.years.contains($0.key.year) }
        result.restDays.merge(other.restDays) { _, new in new }
        result.years.formUnion(other.years)
        return result
    }

    package func covers(_ day: Day) -> Bool { years.contains(day.year) }

    package func isRest(_ day: Day) -> Bool {
        covers(day) ? restDays[day] != nil : day.isWeekend
    }

    /// Why nobody works on `day`; `nil` on a working day.
    package func rest(on day: Day) -> Rest? {
        guard isRest(day) else { return nil }
        return Rest(day: day, holiday: restDays[day] ?? "")
    }

    /// The calendar of one year in the central government's form, as it can be read again; `nil`
    /// for a year that is not in.
    package func sheet(of year: Int) -> String? {
        guard years.contains(year), var day = Day(year: year, month: 1, day: 1) else { return nil }
        var lines = ["西元日期,星期,是否放假,備註"]
        while day.year == year {
            let (_, month, number) = day.components
            let date = year * 10_000 + month * 100 + number
            let weekday = day.weekday.term.zh.suffix(1)
            lines.append(
                "\(date),\(weekday),\(isRest(day) ? 2 : 0),\(restDays[day] ?? "")")
            day = day.adding(days: 1)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    package func restDays(in year: Int) -> [Day] {
        restDays.keys.filter { $0.year == year }.sorted()
    }
}

/// A day on which offices rest, as a deadline that moved tells it.
package struct Rest: Hashable, Sendable {
    package let day: Day
    /// The calendar's remark; empty on a plain weekend.
    package let holiday: String

    package var term: Term {
        let name =
            holiday.isEmpty ? day.weekday.term : Term(holiday, en: "a public holiday (\(holiday))")
        return Term("\(day.rocSlashes)（\(name.zh)）", en: "\(day) (\(name.en))")
    }
}

extension Day {
    var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}
