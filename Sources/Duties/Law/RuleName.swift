import Kernel
import Statute
import Storage

/// What a rule of the law is about; the word of its section in the files.
package enum RuleKind: String, CaseIterable, Hashable, Sendable {
    case duty = "duties"
    case clock = "clocks"
    case severity
    case grading
    case control = "controls"
    case item = "items"
    case objective = "objectives"
    case figure = "figures"

    package var term: Term {
        switch self {
        case .duty: Term("應辦事項", en: "Duties")
        case .clock: Term("事件時限", en: "Incident clocks")
        case .severity: Term("事件等級", en: "Incident levels")
        case .grading: Term("系統分級", en: "Grading of systems")
        case .control: Term("防護基準", en: "Protection baseline")
        case .item: Term("應備項目", en: "Closed lists")
        case .objective: Term("年度目標", en: "Yearly objectives")
        case .figure: Term("法定數字", en: "Figures")
        }
    }
}

/// The stable name of one rule: its kind and its id, as in `duties/level.audit`.
package struct RuleName: Hashable, Sendable, LosslessStringConvertible, StoredAsText {
    package let kind: RuleKind
    package let id: String

    package init(_ kind: RuleKind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// Reads `duties/level.audit`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = RuleKind(rawValue: parts[0]) else { return nil }
        self.init(kind, parts[1])
    }

    package var description: String { "\(kind.rawValue)/\(id)" }
}

extension Law {
    /// Every wording of the rules of one kind.
    package func rules(_ kind: RuleKind) -> [any Ruled] {
        switch kind {
        case .duty: duties
        case .clock: clocks
        case .severity: severity
        case .grading: grading
        case .control: controls
        case .item: items
        case .objective: objectives
        case .figure: figures
        }
    }

    /// Every wording of one rule, the newest first.
    package func wordings(of name: RuleName) -> [any Ruled] {
        rules(name.kind).filter { $0.rule.id == name.id }.reversed()
    }

    /// The wordings of a kind that are in force on `day`.
    package func rules(_ kind: RuleKind, on day: Day) -> [any Ruled] {
        rules(kind).filter { $0.rule.span.contains(day) }
    }
}
