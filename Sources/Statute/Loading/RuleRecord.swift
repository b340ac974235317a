import Kernel

/// One rule as its file writes it: named values, each with the line it stands on.
///
/// A later edition, or a city's own file, gives only the values that it changes.
struct RuleRecord: Sendable {
    let id: String
    let section: LawSheet.Section
    var spot: FileSpot
    var values: [String: LawNode]

    init(id: String, section: LawSheet.Section, _ node: LawNode) throws(LawFileRefusal) {
        self.id = id
        self.section = section
        spot = node.spot
        guard case .map(let pairs) = node.content else {
            throw node.spot.refusal("\(section.rawValue).\(id)", .needsKeys)
        }
        values = [:]
        values.reserveCapacity(pairs.count)
        for (key, value) in pairs { values[key] = value }
    }

    init(
        id: String, section: LawSheet.Section, _ spot: FileSpot, _ values: [String: LawNode]
    ) {
        self.id = id
        self.section = section
        self.spot = spot
        self.values = values
    }

    /// This rule with the values of `patch` in the place of its own.
    func patched(with patch: RuleRecord) -> RuleRecord {
        var result = self
        result.spot = patch.spot
        result.values.merge(patch.values) { _, new in new }
        return result
    }

    /// What the rule says, as one text; its digest tells whether a confirmed rule has changed.
    var canonical: String {
        values.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value.canonical)" }.joined(separator: "\n")
    }
}

/// Takes a rule's values one by one and refuses those that nobody asked for.
struct RuleReader {
    let record: RuleRecord
    private var taken: [String] = []

    init(_ record: RuleRecord) {
        self.record = record
    }

    mutating func node(_ key: String) -> LawNode? {
        guard let node = record.values[key] else { return nil }
        taken.append(key)
        return node
    }

    func refusal(_ key: String, at node: LawNode? = nil, _ reason: Term) -> LawFileRefusal {
        let path = [record.section.rawValue, record.id, key].filter { !$0.isEmpty }
        return (node?.spot ?? record.spot).refusal(path.joined(separator: "."), reason)
    }

    mutating func optionalText(_ key: String) throws(LawFileRefusal) -> String? {
        guard let node = node(key) else { return nil }
        return try text(node, key)
    }

    mutating func text(_ key: String) throws(LawFileRefusal) -> String {
        guard let text = try optionalText(key) else { throw refusal(key, .missing) }
        return text
    }

    /// A value that its type reads from text.
    mutating func optional<Value: LosslessStringConvertible>(
        _ key: String, as type: Value.Type = Value.self
    ) throws(LawFileRefusal) -> Value? {
        guard let node = node(key) else { return nil }
        return try value(node, key)
    }

    mutating func value<Value: LosslessStringConvertible>(
        _ key: String, as type: Value.Type = Value.self
    ) throws(LawFileRefusal) -> Value {
        guard let value = try optional(key, as: type) else { throw refusal(key, .missing) }
        return value
    }

    mutating func choice<Choice: RawRepresentable>(
        _ key: String, or fallback: Choice? = nil
    ) throws(LawFileRefusal) -> Choice where Choice.RawValue == String {
        guard let node = node(key) else {
            guard let fallback else { throw refusal(key, .missing) }
            return fallback
        }
        let word = try text(node, key)
        guard let choice = Choice(rawValue: word) else {
            throw refusal(key, at: node, .unreadable(word))
        }
        return choice
    }

    /// Words in Chinese and English, written as a list of two.
    mutating func optionalTerm(_ key: String) throws(LawFileRefusal) -> Term? {
        guard let node = node(key) else { return nil }
        guard case .list(let items) = node.content, items.count == 2 else {
            throw refusal(key, at: node, .needsTwoWordings)
        }
        let term = Term(try text(items[0], key), en: try text(items[1], key))
        guard !term.zh.isEmpty, !term.en.isEmpty else {
            throw refusal(key, at: node, .needsTwoWordings)
        }
        return term
    }

    mutating func term(_ key: String) throws(LawFileRefusal) -> Term {
        guard let term = try optionalTerm(key) else { throw refusal(key, .missing) }
        return term
    }

    /// A list of words; a single word stands for a list of one.
    mutating func words(_ key: String) throws(LawFileRefusal) -> [String] {
        guard let node = node(key) else { return [] }
        guard case .list(let items) = node.content else { return [try text(node, key)] }
        var words: [String] = []
        for item in items { words.append(try text(item, key)) }
        return words
    }

    mutating func choices<Choice: RawRepresentable>(
        _ key: String
    ) throws(LawFileRefusal) -> [Choice] where Choice.RawValue == String {
        let node = record.values[key]
        var choices: [Choice] = []
        for word in try words(key) {
            guard let choice = Choice(rawValue: word) else {
                throw refusal(key, at: node, .unreadable(word))
            }
            choices.append(choice)
        }
        return choices
    }

    /// Values by name, as in `{A: 1y, C: 2y}`; `nil` where the rule gives no map.
    mutating func pairs(
        _ key: String
    ) throws(LawFileRefusal) -> [(key: String, value: LawNode)]? {
        guard let node = node(key) else { return nil }
        guard case .map(let pairs) = node.content else {
            throw refusal(key, at: node, .needsKeys)
        }
        return pairs
    }

    /// Ends the reading: a value that was not taken is a slip of the pen.
    func finish() throws(LawFileRefusal) {
        guard taken.count != record.values.count else { return }
        let left = Set(record.values.keys).subtracting(taken)
        guard let key = left.min(), let node = record.values[key] else { return }
        throw refusal(key, at: node, Term("沒有這個鍵。", en: "there is no such key."))
    }

    func text(_ node: LawNode, _ key: String) throws(LawFileRefusal) -> String {
        guard case .text(let text) = node.content, !text.isEmpty else {
            throw refusal(key, at: node, Term("這裡要寫字。", en: "words are needed here."))
        }
        return text
    }

    func value<Value: LosslessStringConvertible>(
        _ node: LawNode, _ key: String
    ) throws(LawFileRefusal) -> Value {
        let text = try text(node, key)
        guard let value = Value(text) else { throw refusal(key, at: node, .unreadable(text)) }
        return value
    }
}

extension Term {
    static let missing = Term("少了這個值。", en: "the value is missing.")
    static let needsKeys = Term("這裡要有鍵和值。", en: "keys and values are needed here.")
    static let needsTwoWordings = Term(
        "要有兩個字：[中文, English]。", en: "two wordings are needed: [Chinese, English].")

    static func unreadable(_ text: String) -> Term {
        Term("看不懂「\(text)」。", en: "“\(text)” cannot be read.")
    }
}
