extension Document {
    /// The fields of the paper, in the order of their first mention.
    package var fields: [FieldName] {
        var seen: Set<FieldName> = []
        return everyText.flatMap { $0 }.compactMap { inline in
            guard case .field(let name, _) = inline, seen.insert(name).inserted else { return nil }
            return name
        }
    }

    /// The paper with its fields filled; those without a value stay as they are.
    package func filled(_ values: [FieldName: String]) -> Document {
        var copy = self
        copy.opening = opening.map { $0.filled(values) }
        copy.chapters = chapters.map { $0.filled(values) }
        copy.annexes = annexes.map { annex in
            var annex = annex
            annex.blocks = annex.blocks.map { $0.filled(values) }
            return annex
        }
        return copy
    }

    /// The clauses that answer a row of the list of demands.
    package func clauses(answering row: RequirementNumber) -> [PlacedClause] {
        chapters.placed.filter { $0.clause.requirements.contains(row) }
    }

    /// The paper with an agency's own clause at the end of those below `parent`; unchanged where
    /// there is no such clause or the level is not below its own.
    ///
    /// The city's words stay as they are: an agency adds, it does not edit.
    package func adding(_ clause: Clause, below parent: ClauseID) -> Document {
        var addition = clause
        addition.origin = .agency
        var copy = self
        copy.chapters = chapters.map { $0.adding(addition, below: parent) }
        return copy
    }

    private var everyText: [[Inline]] {
        opening.flatMap(\.texts)
            + chapters.placed.flatMap { [$0.clause.text] + $0.clause.blocks.flatMap(\.texts) }
            + annexes.flatMap { $0.blocks.flatMap(\.texts) }
    }
}

extension Clause {
    fileprivate func filled(_ values: [FieldName: String]) -> Clause {
        var copy = self
        copy.text = text.filled(values)
        copy.blocks = blocks.map { $0.filled(values) }
        copy.clauses = clauses.map { $0.filled(values) }
        return copy
    }

    fileprivate func adding(_ clause: Clause, below parent: ClauseID) -> Clause {
        var copy = self
        copy.clauses = clauses.map { $0.adding(clause, below: parent) }
        if id == parent, clause.level > level { copy.clauses.append(clause) }
        return copy
    }
}

extension Block {
    fileprivate var texts: [[Inline]] {
        switch self {
        case .paragraph(let text): [text]
        case .list(let points): points
        case .table: []
        }
    }

    fileprivate func filled(_ values: [FieldName: String]) -> Block {
        switch self {
        case .paragraph(let text): .paragraph(text.filled(values))
        case .list(let points): .list(points.map { $0.filled(values) })
        case .table: self
        }
    }
}

extension [Inline] {
    fileprivate func filled(_ values: [FieldName: String]) -> [Inline] {
        map { inline in
            guard case .field(let name, _) = inline, let value = values[name] else {
                return inline
            }
            return .field(name, value: value)
        }
    }
}
