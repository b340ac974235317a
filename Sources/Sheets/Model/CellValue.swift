import Kernel

/// What a cell of a spreadsheet holds, as its own file says.
package enum CellValue: Hashable, Sendable {
    case empty
    case text(String)
    /// Also percentages (as fractions) and money (without its currency).
    case number(Double)
    case day(Day)
    case moment(Day, seconds: Int)
    /// A time of day or a length of time, in seconds.
    case time(seconds: Int)
    case boolean(Bool)
    /// A formula that failed, as `#N/A`.
    case fault(String)
}

extension CellValue {
    /// The value as a person would type it: `3`, `2026-11-23`, `2026-11-23 09:30`.
    package var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): Self.text(of: number)
        case .day(let day): day.description
        case .moment(let day, let seconds): "\(day) \(Self.clock(seconds))"
        case .time(let seconds): Self.clock(seconds)
        case .boolean(let answer): answer ? "TRUE" : "FALSE"
        case .fault(let name): name
        }
    }

    /// Whether nothing can be seen: no value, or text of nothing but white space.
    package var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isBlank
        default: false
        }
    }

    /// Whether a formula failed here: as the file says or, in CSV, which has nothing but text, by what
    /// the programs write for it (ECMA-376 part 1 §18.17.3; OpenFormula, ODF 1.3 part 4 §4.6).
    package var isFault: Bool {
        switch self {
        case .fault: true
        case .text(let text): text.utf8.first == 0x23 && Self.faults.contains(text.tidied)
        default: false
        }
    }

    private static let faults: Set = [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!",
    ]

    /// A property number typed as a number keeps its digits: no exponent, no decimal point.
    static func text(of number: Double) -> String {
        if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return "\(whole)" }
        return "\(number)"
    }

    /// `09:30`, and the seconds where there are any.
    static func clock(_ seconds: Int) -> String {
        let full = fullClock(seconds)
        return seconds.isMultiple(of: 60) ? String(full.dropLast(3)) : full
    }

    /// `09:30:00`.
    static func fullClock(_ seconds: Int) -> String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

extension String {
    /// Whether nothing of the text can be seen. Most texts show with their first byte that it can:
    /// of ASCII, or of the Chinese characters between U+4000 and U+9FFF.
    fileprivate var isBlank: Bool {
        guard let first = utf8.first else { return true }
        switch first {
        case 0x21...0x7E, 0xE4...0xE9: return false
        default: return allSatisfy(\.isWhitespace)
        }
    }
}
