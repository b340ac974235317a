import Kernel

extension RuleReader {
    func has(_ key: String) -> Bool { record.values[key] != nil }

    /// Values by level, as in `{A: 2/y, C: 1/2y}`, or one for all levels under the key `all`.
    mutating func byLevel<Value: LosslessStringConvertible>(
        _ key: String, all: String
    ) throws(LawFileRefusal) -> [Level: Value] {
        var values: [Level: Value] = [:]
        if let value = try optional(all, as: Value.self) {
            for level in Level.allCases { values[level] = value }
        }
        for (name, node) in try pairs(key) ?? [] {
            guard let level = Level(rawValue: name) else {
                throw refusal(key, at: node, .unreadable(name))
            }
            values[level] = try value(node, key)
        }
        return values
    }

    mutating func marksByLevel(_ key: String) throws(LawFileRefusal) -> [Level: Certainty] {
        var marks: [Level: Certainty] = [:]
        for (name, node) in try pairs(key) ?? [] {
            guard let level = Level(rawValue: name),
                let mark = Certainty(rawValue: try text(node, key))
            else { throw refusal(key, at: node, .unreadable(name)) }
            marks[level] = mark
        }
        return marks
    }
}
