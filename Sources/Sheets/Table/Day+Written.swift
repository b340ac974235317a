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
        let plain = text.precomposedStringWithCompatibilityMapping
            .filter { $0 != "\u{FEFF}" }.trimmingCharacters(in: .whitespacesAndNewlines)
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

    var year: Int
    var month: Int
    var day: Int
    var era: Era
    var digits: Int

    /// Numbers with something between them.
    init?(parted text: String) {
        let number = "([0-9〇零一二三四五六七八九十百]{1,6})"
        let pattern =
            #"^(中華民國|民國|西元|公元)?\s*"# + number + #"\s*([年/.\-])\s*"# + number
            + #"\s*[月/.\-]\s*"# + number + #"\s*日?\s*"#
            + #"(?:\(?(?:星期|週|周)?[一二三四五六日天]\)?)?\s*"#
            + #"(?:T|上午|下午)?\s*(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?$"#
        guard let match = Self.groups(of: pattern, in: text),
            let year = Int(chinese: match[1]), let month = Int(chinese: match[3]),
            let day = Int(chinese: match[4])
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        digits = match[1].allSatisfy(\.isASCII) ? match[1].count : 3
        era = Self.era(match[0])
        // 「99年」 is a year of the Republic; 「99/1/1」 only probably.
        if era == .unsaid, match[2] == "年", year < 1_000 { era = .republic }
    }

    /// Digits in a row: two for the day, two for the month, the rest for the year.
    init?(joined text: String) {
        let pattern = #"^(民國|西元)?\s*([0-9]{2,4})([0-9]{2})([0-9]{2})$"#
        guard let match = Self.groups(of: pattern, in: text), let year = Int(match[1]),
            let month = Int(match[2]), let day = Int(match[3])
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        digits = match[1].count
        era = Self.era(match[0])
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

    private static func era(_ word: String) -> Era {
        switch word {
        case "中華民國", "民國": .republic
        case "西元", "公元": .western
        default: .unsaid
        }
    }

    /// The groups of a match of the whole text; a group that took no part is empty.
    private static func groups(of pattern: String, in text: String) -> [String]? {
        guard text.utf8.count < 100, let regex = try? Regex(pattern),
            let match = try? regex.wholeMatch(in: text)
        else { return nil }
        return match.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
    }
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
