/// A year as people in Taiwan count it: 民國 115 is 2026.
package struct ROCYear: Hashable, Comparable, Sendable {
    /// From 1 (1912) on.
    package let number: Int

    /// `nil` before the first year or beyond 民國 999.
    package init?(_ number: Int) {
        guard (1...999).contains(number) else { return nil }
        self.number = number
    }

    /// The year that `day` falls in; days before 1912 count as the first year.
    package init(of day: Day) {
        self.init(gregorian: day.year)
    }

    /// The year that people elsewhere call `gregorian`; years before 1912 count as the first.
    package init(gregorian: Int) {
        number = max(1, gregorian - Self.offset)
    }

    package var gregorian: Int { number + Self.offset }
    package var firstDay: Day { Day(year: gregorian, month: 1, day: 1) ?? Day(number: 0) }
    package var lastDay: Day { Day(year: gregorian, month: 12, day: 31) ?? Day(number: 0) }

    /// As in 「115 年」, of the year that people elsewhere call `gregorian`.
    package static func words(gregorian: Int) -> String {
        "\(ROCYear(gregorian: gregorian).number) 年"
    }

    package static func < (a: ROCYear, b: ROCYear) -> Bool { a.number < b.number }

    private static let offset = 1911
}

extension Day {
    /// As in 「115/11/23」.
    package var rocSlashes: String {
        let (year, month, day) = components
        return Self.text(of: String(year - 1911), month, day, "/")
    }

    /// As in 「115 年 11 月 23 日」.
    package var rocWords: String {
        let (year, month, day) = components
        return "\(year - 1911) 年 \(month) 月 \(day) 日"
    }
}
