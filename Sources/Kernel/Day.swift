/// A calendar day of the Gregorian calendar, without a time or a place.
///
/// The arithmetic is that of the proleptic calendar (days from civil, H. Hinnant), so that no time
/// zone of the machine can move a day.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// The day of a date that exists; `nil` for 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotientRoundedDown(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    package func adding(days: Int) -> Day { Day(number: number + days) }

    /// The same day `months` later, or the last day of that month where there is none.
    package func adding(months: Int) -> Day {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        let newYear = index.quotientRoundedDown(by: 12)
        let newMonth = index - newYear * 12 + 1
        let last = Self.length(ofMonth: newMonth, year: newYear)
        return Day(year: newYear, month: newMonth, day: min(day, last)) ?? self
    }

    package var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.quotientRoundedDown(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part + (part < 10 ? 3 : -9)
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * part + 2) / 5 + 1
        )
    }

    package var year: Int { components.year }
    package var weekday: Weekday {
        Weekday(rawValue: (number + 3) - (number + 3).quotientRoundedDown(by: 7) * 7) ?? .monday
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var term: Term {
        switch self {
        case .monday: Term("星期一", en: "Monday")
        case .tuesday: Term("星期二", en: "Tuesday")
        case .wednesday: Term("星期三", en: "Wednesday")
        case .thursday: Term("星期四", en: "Thursday")
        case .friday: Term("星期五", en: "Friday")
        case .saturday: Term("星期六", en: "Saturday")
        case .sunday: Term("星期日", en: "Sunday")
        }
    }
}

extension Day: LosslessStringConvertible {
    /// Reads `2026-11-23` and nothing else. Written by hand because every row of a list reads one.
    package init?(_ text: String) {
        guard text.utf8.count == 10 else { return nil }
        var numbers = (year: 0, month: 0, day: 0)
        for (index, byte) in text.utf8.enumerated() {
            let digit = Int(byte) - 0x30
            switch index {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case _ where !(0...9).contains(digit): return nil
            case 0..<4: numbers.year = numbers.year * 10 + digit
            case 5, 6: numbers.month = numbers.month * 10 + digit
            default: numbers.day = numbers.day * 10 + digit
            }
        }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    package var description: String {
        let (year, month, day) = components
        return Self.text(of: String(String(10_000 + year).dropFirst()), month, day, "-")
    }

    /// A year, a month and a day of two digits each, with `sign` between them: by hand, for every row
    /// of a list has some.
    static func text(of year: String, _ month: Int, _ day: Int, _ sign: Unicode.Scalar) -> String {
        let year = year.utf8
        return String(unsafeUninitializedCapacity: year.count + 6) { text in
            var place = text.initialize(fromContentsOf: year)
            for number in [month, day] {
                let tens = UInt8(number / 10)
                text[place] = UInt8(ascii: sign)
                text[place + 1] = 0x30 + tens
                text[place + 2] = 0x30 + UInt8(number) - tens * 10
                place += 3
            }
            return place
        }
    }
}

/// A number of hours, minutes, months or days as dates have it: two digits, the first maybe nought.
package func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}

extension BinaryInteger {
    /// The quotient rounded towards negative infinity; `divisor` is positive.
    func quotientRoundedDown(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
