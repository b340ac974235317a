import Foundation
import Kernel

extension WorkingCalendar {
    /// Reads one year of the office calendar in the central government's own form: the columns
    /// 西元日期, 星期, 是否放假 (0 work, 2 rest) and 備註; UTF-8, or Big5 as in older years.
    ///
    /// Every day of the year must be there, once and in order.
    package init(csv bytes: [UInt8]) throws(CalendarRefusal) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let isUnicode = String(validating: bytes, as: UTF8.self) != nil
        var restDays: [Day: String] = [:]
        var expected: Day?
        for (index, line) in lines.enumerated().dropFirst() {
            let cells = line.trimmingReturn.split(
                separator: 0x2C, maxSplits: 3, omittingEmptySubsequences: false)
            if cells.count == 1, cells[0].isEmpty { continue }
            guard cells.count >= 3, let day = Day(compact: cells[0]) else {
                throw .line(index + 1)
            }
            guard expected.map({ $0 == day }) ?? day.isFirstOfYear else {
                throw .order(index + 1)
            }
            let weekday = Self.remark(cells[1], isUnicode).last
            guard weekday.map({ day.weekday.term.zh.last == $0 }) ?? true else {
                throw .weekday(index + 1)
            }
            expected = day.adding(days: 1)
            switch cells[2] {
            case [0x30]: break
            case [0x32]:
                restDays[day] = cells.count > 3 ? Self.remark(cells[3], isUnicode) : ""
            default: throw .mark(index + 1)
            }
        }
        guard let after = expected, after.isFirstOfYear else { throw .incomplete }
        self.init(year: after.year - 1, restDays: restDays)
    }

    private static func remark(_ bytes: ArraySlice<UInt8>, _ isUnicode: Bool) -> String {
        if isUnicode { return String(decoding: bytes, as: UTF8.self) }
        return String(big5: Array(bytes)) ?? ""
    }
}

/// Why a file is not taken as an office calendar.
package enum CalendarRefusal: Refusal, Equatable {
    case line(Int)
    case order(Int)
    case mark(Int)
    /// The weekday is not that of the date: the file is of another year.
    case weekday(Int)
    case incomplete

    package var kind: RefusalKind { .invalid }

    package var code: String {
        switch self {
        case .line: "calendar.line"
        case .order: "calendar.order"
        case .mark: "calendar.mark"
        case .weekday: "calendar.weekday"
        case .incomplete: "calendar.incomplete"
        }
    }

    package var message: Term {
        switch self {
        case .line(let line):
            Term(
                "日曆表第 \(line) 行要有西元日期、星期、是否放假、備註四欄。",
                en: "Line \(line) of the calendar needs date, weekday, rest mark and remark.")
        case .order(let line):
            Term(
                "日曆表第 \(line) 行的日期沒有接著前一天。從 1 月 1 日起逐日列出。",
                en: "Line \(line) of the calendar does not follow the day before it.")
        case .mark(let line):
            Term(
                "日曆表第 \(line) 行的「是否放假」要是 0 或 2。",
                en: "The rest mark on line \(line) of the calendar must be 0 or 2.")
        case .weekday(let line):
            Term(
                "日曆表第 \(line) 行的星期和日期不符。確認是那一年公布的日曆表。",
                en: "The weekday on line \(line) of the calendar is not that of its date.")
        case .incomplete:
            Term("日曆表沒有列到 12 月 31 日。", en: "The calendar does not reach 31 December.")
        }
    }
}

extension String {
    /// Reads Big5 as the government's older files use it; `nil` where the machine cannot.
    init?(big5 bytes: [UInt8]) {
        let converter = iconv_open("UTF-8", "CP950")
        guard Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 3 + 1)
        let converted = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target -> Int? in
                var from = source.baseAddress
                var to = target.baseAddress
                var sourceLeft = source.count
                var targetLeft = target.count
                let result = iconv(converter, &from, &sourceLeft, &to, &targetLeft)
                return result == Int.max || Int(bitPattern: UInt(result)) == -1
                    ? nil : target.count - targetLeft
            }
        }
        guard let converted else { return nil }
        self.init(decoding: output.prefix(converted).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension Day {
    /// Reads `20261123`.
    fileprivate init?(compact bytes: ArraySlice<UInt8>) {
        guard bytes.count == 8, bytes.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(String(decoding: bytes, as: UTF8.self))
        else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    fileprivate var isFirstOfYear: Bool {
        let (_, month, day) = components
        return month == 1 && day == 1
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingReturn: Self { last == 0x0D ? dropLast() : self }
}
