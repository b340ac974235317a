import Foundation
import Kernel

extension Day {
    /// The day that a cell means; `nil` where it is blank.
    ///
    /// Also a number that is a date in digits, and the year 115 that a program took for one of
    /// antiquity.
    package static func written(_ value: CellValue) throws(WrittenDayRefusal) -> Day? {
        switch value {
        case _ where value.isBlank: return nil
        case .text(let text): return try Day(written: text)
        case .number(let number):
            let text = CellValue.text(of: number)
            guard (6...8).contains(text.count) else { throw .notADate(text) }
            return try Day(written: text)
        case .day(let day), .moment(let day, _):
            let (year, month, date) = day.components
            guard year < 200 else { return day }
            guard let meant = Day(year: year + 1_911, month: month, day: date) else {
                throw .noSuchDay(value.text)
            }
            return meant
        default: throw .notADate(value.text)
        }
    }

    /// Reads a date as people write it: 「中華民國115年3月13日」, `115/03/13`, `115.3.13`, `1150313`,
    /// 「一百一十五年三月十三日」, `2026-03-13`, with or without weekday and clock.
    ///
    /// Years of up to three digits are those of the Republic. A date that does not exist is refused,
    /// never moved to the next month.
    package init(written text: String) throws(WrittenDayRefusal) {
        let plain = text.tidied.precomposedStringWithCompatibilityMapping
        guard let parts = WrittenDay(parted: plain) ?? WrittenDay(joined: plain) else {
            throw .notADate(text)
        }
        guard let year = parts.gregorianYear else {
            throw parts.isAmbiguous ? .ambiguousYear(text) : .notADate(text)
        }
        guard let day = Day(year: year, month: parts.month, day: parts.day) else {
            throw .noSuchDay(text)
        }
        self = day
    }
}

/// The three numbers of a written date, and what was said about the year.
private struct WrittenDay {
    /// How the year is counted, where the text says so.
    enum Era {
        case republic, western, unsaid
    }

    let year: Int
    let month: Int
    let day: Int
    let era: Era
    let digits: Int

    /// Numbers with something between them.
    init?(parted text: String) {
        var scanner = DateScanner(text)
        let said = scanner.era()
        guard let year = scanner.number(upTo: 4), let mark = scanner.separator("年/.-"),
            let month = scanner.number(upTo: 2), scanner.separator("月/.-") != nil,
            let day = scanner.number(upTo: 2), scanner.endsWithClockOrWeekday()
        else { return nil }
        (self.year, self.month, self.day) = (year.value, month.value, day.value)
        digits = year.digits
        // 「99年」 is a year of the Republic; 「99/1/1」 only probably.
        era = said == .unsaid && mark == "年" && year.value < 1_000 ? .republic : said
    }

    /// Digits in a row: two for the day, two for the month, the rest for the year.
    init?(joined text: String) {
        var scanner = DateScanner(text)
        era = scanner.era()
        guard let all = scanner.number(upTo: 8), (6...8).contains(all.digits), scanner.isAtEnd
        else { return nil }
        (year, month, day) = (all.value / 10_000, all.value / 100 % 100, all.value % 100)
        digits = all.digits - 4
    }

    /// The year as the calendar of the world counts it.
    var gregorianYear: Int? {
        switch era {
        case .republic: (1...200).contains(year) ? year + 1_911 : nil
        case .western: (1_000...9_999).contains(year) ? year : nil
        case .unsaid where year >= 1_000: (1_900...2_200).contains(year) ? year : nil
        case .unsaid where digits > 2 || year >= 40:
            (1...200).contains(year) ? year + 1_911 : nil
        case .unsaid: nil
        }
    }

    /// Whether the year may be one of two: `26/03/13`.
    var isAmbiguous: Bool { era == .unsaid && digits <= 2 }
}

/// Walks through a written date.
private struct DateScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = Substring(text).unicodeScalars
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// What stands before the year.
    mutating func era() -> WrittenDay.Era {
        let text = String(rest)
        for (word, era) in Self.eras where text.hasPrefix(word) {
            rest = Substring(text.dropFirst(word.count)).unicodeScalars
            skipSpaces()
            return era
        }
        return .unsaid
    }

    /// A number of at most so many digits, or of Chinese ones.
    mutating func number(upTo most: Int) -> (value: Int, digits: Int)? {
        skipSpaces()
        let digits = rest.prefix { ("0"..."9").contains($0) }
        if !digits.isEmpty {
            guard digits.count <= most, let value = Int(String(digits)) else { return nil }
            rest = rest[digits.endIndex...]
            return (value, digits.count)
        }
        let chinese = rest.prefix { "〇零一二三四五六七八九十百".unicodeScalars.contains($0) }
        guard (1...6).contains(chinese.count), let value = Int(chinese: String(chinese)) else {
            return nil
        }
        rest = rest[chinese.endIndex...]
        return (value, 3)
    }

    mutating func separator(_ marks: String) -> Unicode.Scalar? {
        skipSpaces()
        guard let first = rest.first, marks.unicodeScalars.contains(first) else { return nil }
        rest.removeFirst()
        return first
    }

    /// Whether nothing follows the day but its weekday and a clock time.
    mutating func endsWithClockOrWeekday() -> Bool {
        if rest.first == "日" { rest.removeFirst() }
        guard let first = rest.first else { return true }
        guard !("0"..."9").contains(first), first != ".", first != ":" else { return false }
        let marks = "()星期週周一二三四五六日天上午下午T:.0123456789 Z".unicodeScalars
        return rest.count <= 24 && rest.allSatisfy(marks.contains)
            && (rest.contains(":") || !rest.contains { ("0"..."9").contains($0) })
    }

    private mutating func skipSpaces() {
        rest = rest.drop { $0.properties.isWhitespace }
    }

    private static let eras: [(String, WrittenDay.Era)] = [
        ("中華民國", .republic), ("民國", .republic), ("西元", .western), ("公元", .western),
    ]
}

extension Int {
    /// A number in digits, or in Chinese as dates have it: 一一五, 一百一十五, 十三.
    fileprivate init?(chinese text: String) {
        if let number = Int(text) {
            self = number
            return
        }
        let digits: [Character: Int] = [
            "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
            "九": 9,
        ]
        var (total, last) = (0, 0)
        let isPositional = !text.contains { $0 == "十" || $0 == "百" }
        for character in text {
            if let digit = digits[character] {
                last = isPositional ? last * 10 + digit : digit
            } else if let unit = ["十": 10, "百": 100][character] {
                total += Swift.max(last, 1) * unit
                last = 0
            } else {
                return nil
            }
        }
        self = total + last
    }
}

/// Why a written date is not taken.
package enum WrittenDayRefusal: Refusal, Hashable {
    case notADate(String)
    case noSuchDay(String)
    /// Two digits that may be a year of the Republic or of this century.
    case ambiguousYear(String)

    package var kind: RefusalKind { .invalid }

    package var code: String {
        switch self {
        case .notADate: "date.not_a_date"
        case .noSuchDay: "date.no_such_day"
        case .ambiguousYear: "date.ambiguous_year"
        }
    }

    package var message: Term {
        switch self {
        case .notADate(let text):
            Term(
                "「\(text)」不是日期，請寫成 115/03/13 或 2026-03-13。",
                en: "“\(text)” is not a date. Write it as 115/03/13 or 2026-03-13.")
        case .noSuchDay(let text):
            Term("沒有「\(text)」這一天，請更正。", en: "There is no such day as “\(text)”. Correct it.")
        case .ambiguousYear(let text):
            Term(
                "「\(text)」看不出是民國還是西元，請寫出完整的年。",
                en: "The year of “\(text)” is not clear. Write it in full.")
        }
    }
}
