import Kernel

/// How often, or by when, a duty is owed.
package enum Cadence: Hashable, Sendable {
    /// So many times in each period of so many months, counted from January.
    case each(times: Int, months: Int)
    /// In place within a period after the agency got its level, and kept up from then on.
    case within(Length)
    /// At all times.
    case always
    /// Whenever something happens: at once, or within a period after it.
    case after(event: String, within: Length?)

    package var term: Term {
        switch self {
        case .each(let times, 12):
            Term("每年 \(times) 次", en: times == 1 ? "once a year" : "\(times) times a year")
        case .each(let times, 6):
            Term("每半年 \(times) 次", en: times == 1 ? "every half-year" : "\(times) per half-year")
        case .each(let times, let months) where months.isMultiple(of: 12):
            Term("每 \(months / 12) 年 \(times) 次", en: "\(times) in every \(months / 12) years")
        case .each(let times, let months):
            Term("每 \(months) 個月 \(times) 次", en: "\(times) in every \(months) months")
        case .within(let length):
            Term(
                "核定後 \(length.term.zh)內完成，之後持續",
                en: "within \(length.term.en) of classification, then kept up")
        case .always: Term("隨時", en: "at all times")
        case .after(_, nil): Term("有異動就辦", en: "at once when it happens")
        case .after(_, let length?):
            Term("事情發生後 \(length.term.zh)內", en: "within \(length.term.en) of the event")
        }
    }
}

extension Cadence: LosslessStringConvertible {
    /// Reads `2/y`, `1/2y`, `1/6m`, `in 1y`, `always`, `on change` or `1m after drill`.
    package init?(_ text: String) {
        if text == "always" {
            self = .always
        } else if text.hasPrefix("in ") {
            guard let length = Length(String(text.dropFirst(3))) else { return nil }
            self = .within(length)
        } else if text.hasPrefix("on ") {
            self = .after(event: String(text.dropFirst(3)), within: nil)
        } else if let parts = text.pair(separatedBy: " after ") {
            guard let length = Length(parts.0) else { return nil }
            self = .after(event: parts.1, within: length)
        } else if let parts = text.pair(separatedBy: "/"), let times = Int(parts.0), times > 0,
            case .months(let months) = Length(
                parts.1.first?.isNumber == true ? parts.1 : "1" + parts.1)
        {
            self = .each(times: times, months: months)
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .each(let times, let months):
            "\(times)/"
                + (months == 12 ? "y" : Length.months(months).description)
        case .within(let length): "in \(length)"
        case .always: "always"
        case .after(let event, nil): "on \(event)"
        case .after(let event, let length?): "\(length) after \(event)"
        }
    }
}

extension String {
    func pair(separatedBy separator: String) -> (String, String)? {
        guard let range = firstRange(of: separator) else { return nil }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}
