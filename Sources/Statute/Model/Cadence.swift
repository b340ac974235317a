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
    case after(Event, within: Length?)

    package var term: Term {
        switch self {
        case .each(let times, 12):
            Term("每年 \(times) 次", en: "\(times.timesWords) a year")
        case .each(let times, 6):
            Term("每半年 \(times) 次", en: times == 1 ? "every half-year" : "\(times) per half-year")
        case .each(let times, let months) where months.isMultiple(of: 12):
            Term("每 \(months / 12) 年 \(times) 次", en: "\(times) in every \(months / 12) years")
        case .each(let times, let months):
            Term("每 \(months) 個月 \(times) 次", en: "\(times) in every \(months) months")
        case .within(let length):
            Term(
                "核定等級後 \(length.term.zh)內完成，之後維持",
                en: "within \(length.term.en) of classification, then kept up")
        case .always: Term("隨時都要做到", en: "at all times")
        case .after(let event, nil):
            Term("\(event.term.zh)時就辦", en: "whenever \(event.term.en)")
        case .after(let event, let length?):
            Term(
                "\(event.term.zh)後 \(length.term.zh)內",
                en: "within \(length.term.en) after \(event.term.en)")
        }
    }
}

extension Cadence {
    /// What sets a duty going that has no day of its own.
    package enum Event: String, CaseIterable, Sendable {
        case organisationChange = "organisation-change"
        case assetChange = "asset-change"
        case majorIncident = "major-incident"
        case contractEnd = "contract-end"
        case drill, arrival, intelligence

        /// What happens, in words that 「時」 or "whenever" can join.
        package var term: Term {
            switch self {
            case .organisationChange:
                Term("組織或業務有變動", en: "the organisation or its business changes")
            case .assetChange: Term("設備或系統有異動", en: "a device or system changes")
            case .majorIncident: Term("發生重大資安事件", en: "a major incident happens")
            case .contractEnd: Term("委外契約結束", en: "a contract ends")
            case .drill: Term("上級或主管機關辦演練", en: "a superior or the authority holds a drill")
            case .arrival: Term("新進人員報到", en: "somebody joins")
            case .intelligence: Term("收到資安情資", en: "intelligence arrives")
            }
        }
    }
}

extension Cadence: LosslessStringConvertible {
    /// Reads `2/y`, `1/2y`, `1/6m`, `in 1y`, `always`, `on asset-change` or `1m after drill`.
    package init?(_ text: String) {
        if text == "always" {
            self = .always
        } else if text.hasPrefix("in ") {
            guard let length = Length(String(text.dropFirst(3))) else { return nil }
            self = .within(length)
        } else if text.hasPrefix("on ") {
            guard let event = Event(rawValue: String(text.dropFirst(3))) else { return nil }
            self = .after(event, within: nil)
        } else if let parts = text.pair(separatedBy: " after ") {
            guard let length = Length(parts.0), let event = Event(rawValue: parts.1) else {
                return nil
            }
            self = .after(event, within: length)
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
        case .after(let event, nil): "on \(event.rawValue)"
        case .after(let event, let length?): "\(length) after \(event.rawValue)"
        }
    }
}

extension Int {
    /// "once", "twice", "3 times".
    fileprivate var timesWords: String {
        switch self {
        case 1: "once"
        case 2: "twice"
        default: "\(self) times"
        }
    }
}

extension String {
    func pair(separatedBy separator: String) -> (String, String)? {
        guard let range = firstRange(of: separator) else { return nil }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}
