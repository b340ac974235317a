import Duties
import Kernel
import Statute

extension LawDiff {
    /// Only what organisations of `kind` feel: duties of others are left out.
    func felt(by kind: OrganisationKind, _ law: Law) -> LawDiff {
        func isFelt(_ change: Change) -> Bool {
            guard change.kind == .duty,
                let duty = law.duties.last(where: { $0.id == change.id })
            else { return true }
            if kind == .city { return true }
            return duty.holder != .city && duty.kinds.contains(kind)
        }
        var felt = self
        felt.starts = starts.filter(isFelt)
        felt.stops = stops.filter(isFelt)
        felt.changes = changes.filter(isFelt)
        felt.moves = moves.filter(isFelt)
        return felt
    }
}

extension LawDiff.Kind {
    /// Whether people see it at once, not only when they ask for it.
    var isShownAtOnce: Bool {
        switch self {
        case .duty, .clock, .severity, .objective, .figure: true
        case .control, .item, .place: false
        }
    }

    var term: Term {
        switch self {
        case .duty: RuleKind.duty.term
        case .clock: RuleKind.clock.term
        case .severity: RuleKind.severity.term
        case .control: RuleKind.control.term
        case .item: RuleKind.item.term
        case .objective: RuleKind.objective.term
        case .figure: RuleKind.figure.term
        case .place: Term("條號", en: "Articles")
        }
    }

    fileprivate var rule: RuleKind? {
        switch self {
        case .duty: .duty
        case .clock: .clock
        case .severity: .severity
        case .control: .control
        case .item: .item
        case .objective: .objective
        case .figure: .figure
        case .place: nil
        }
    }
}

extension LawDiff.Change {
    /// One rule, whatever of it changed.
    struct Key: Hashable {
        let kind: LawDiff.Kind
        let id: String
    }

    var key: Key { Key(kind: kind, id: id) }

    /// The rule that it is about; `nil` for a place.
    var rule: RuleName? { kind.rule.map { RuleName($0, id) } }

    /// What changed, as 「A 級：每年 2 次 → 每年 1 次」; `nil` where the rule itself began or ended.
    var words: Term? {
        guard !field.isEmpty else { return nil }
        let what = fieldWords
        let then = value(before)
        let now = value(after)
        return Term(
            "\(what.zh)\(then.zh) → \(now.zh)", en: "\(what.en)\(then.en) → \(now.en)")
    }

    private var fieldWords: Term {
        if let level = Level(rawValue: field) {
            return Term("\(level.term.zh)：", en: "\(level.term.en): ")
        }
        if field.hasPrefix("amount."), let level = Level(rawValue: String(field.suffix(1))) {
            return Term("\(level.term.zh)數量：", en: "\(level.term.en), how much: ")
        }
        if field.hasPrefix("level "), let number = Int(field.dropFirst(6)),
            let level = IncidentLevel(rawValue: number)
        {
            return Term("\(level.term.zh)事件：", en: "\(level.term.en): ")
        }
        return switch field {
        case "term": Term("名稱：", en: "Name: ")
        case "wording": Term("文字：", en: "Wording: ")
        case "levels": Term("等級：", en: "Levels: ")
        case "assets": Term("對象：", en: "What: ")
        case "need": Term("從哪一級起：", en: "From need: ")
        default: Term("", en: "")
        }
    }

    private func value(_ text: String?) -> Term {
        guard let text, !text.isEmpty else { return Term("沒有", en: "none") }
        if kind == .duty, let cadence = Cadence(text) { return cadence.term }
        if kind == .clock, let length = Length(text) { return length.term }
        if kind == .objective, let hundredths = Int(text) {
            let words = "\(hundredths / 100).\("\(100 + hundredths % 100)".dropFirst())"
            return Term(words, en: words)
        }
        if field == "assets" {
            let assets = text.split(separator: ",").compactMap { HarmedAsset(rawValue: String($0)) }
            return Term(
                assets.map(\.term.zh).joined(separator: "、"),
                en: assets.map(\.term.en).joined(separator: ", "))
        }
        return Term(text, en: text)
    }
}
