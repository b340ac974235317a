import Kernel

/// The length of a statutory period, as the law counts it. Years are twelve months each.
package enum Length: Hashable, Sendable {
    case hours(Int)
    case days(Int)
    case months(Int)

    package var term: Term {
        switch self {
        case .hours(let count): Term("\(count) 小時", en: count.of("hour"))
        case .days(let count): Term("\(count) 日", en: count.of("day"))
        case .months(let count) where count.isMultiple(of: 12):
            Term("\(count / 12) 年", en: (count / 12).of("year"))
        case .months(let count): Term("\(count) 個月", en: count.of("month"))
        }
    }
}

extension Length: LosslessStringConvertible {
    /// Reads `72h`, `5d`, `1m` or `2y`.
    package init?(_ text: String) {
        guard let unit = text.last, let count = Int(text.dropLast()), (1...9_999).contains(count)
        else { return nil }
        switch unit {
        case "h": self = .hours(count)
        case "d": self = .days(count)
        case "m": self = .months(count)
        case "y": self = .months(count * 12)
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .hours(let count): "\(count)h"
        case .days(let count): "\(count)d"
        case .months(let count) where count.isMultiple(of: 12): "\(count / 12)y"
        case .months(let count): "\(count)m"
        }
    }
}

extension Int {
    /// The count with its English noun: "1 hour", "2 hours".
    func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
