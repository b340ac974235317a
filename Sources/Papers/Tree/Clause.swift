/// The permanent name of a clause within a paper, which survives renumbering: `policy.accounts`.
package struct ClauseID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }
}

/// A row of the list of what the plan demands, as in `05-3`: chapter and place. Demands that run
/// across the chapters are `X-1` and on.
package struct RequirementNumber: Hashable, Sendable {
    /// Nought for demands across the chapters.
    package let chapter: Int
    package let row: Int
}

extension RequirementNumber: Comparable, LosslessStringConvertible {
    /// Reads `05-3` and `X-1`; `nil` outside the seventeen chapters.
    package init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(\d{2}|X)-(\d{1,2})/), let row = Int(match.2),
            row > 0
        else { return nil }
        let chapter = Int(match.1)
        guard chapter.map({ (1...17).contains($0) }) ?? true else { return nil }
        self.init(chapter: chapter ?? 0, row: row)
    }

    package var description: String {
        chapter == 0 ? "X-\(row)" : (chapter < 10 ? "0" : "") + "\(chapter)-\(row)"
    }

    package static func < (a: RequirementNumber, b: RequirementNumber) -> Bool {
        (a.chapter, a.row) < (b.chapter, b.row)
    }
}

/// Whose words a clause is: the city's, which bind everybody, or an agency's own addition.
package enum ClauseOrigin: String, CaseIterable, Sendable {
    case city, agency
}

/// One numbered clause of a paper, with what hangs below it.
///
/// Its number is its place among its brothers; nothing stores it.
package struct Clause: Hashable, Sendable {
    package let id: ClauseID
    package let level: ClauseLevel
    package var origin = ClauseOrigin.city
    /// The rows of the list of demands that this clause answers.
    package var requirements: [RequirementNumber] = []
    /// The heading or the sentence that stands behind the number.
    package var text: [Inline]
    /// Unnumbered paragraphs, lists and tables below it.
    package var blocks: [Block] = []
    package var clauses: [Clause] = []

    package init(_ id: ClauseID, _ level: ClauseLevel, _ text: [Inline]) {
        self.id = id
        self.level = level
        self.text = text
    }

    /// Whether the clause is set as a heading: it has no full stop and something hangs below it.
    package var isHeading: Bool {
        guard level != .chapter else { return true }
        guard level <= .item, !blocks.isEmpty || !clauses.isEmpty else { return false }
        guard let end = text.suffix(1).first.map({ [$0].plainText.last }) ?? nil else {
            return false
        }
        return !Self.sentenceEnds.contains(end)
    }

    private static let sentenceEnds: Set<Character> = ["。", "：", ":", "；", "，", "！", "？"]
}

/// A clause together with the place where it stands, as in 壹拾伍/三/2/(4)/A.
package struct PlacedClause: Hashable, Sendable {
    package let clause: Clause
    package let ordinal: Int
    package let path: String
    /// Levels above it that the paper really uses; a chapter has none.
    package let depth: Int

    package var label: String { clause.level.label(ordinal) }
}

extension [Clause] {
    /// Every clause below, each before its children, in the order of the paper.
    package var placed: [PlacedClause] {
        var found: [PlacedClause] = []
        place(below: "", depth: 0, into: &found)
        return found
    }

    private func place(below path: String, depth: Int, into found: inout [PlacedClause]) {
        var last: (level: ClauseLevel, ordinal: Int)?
        for clause in self {
            let ordinal = last.map { $0.level == clause.level ? $0.ordinal + 1 : 1 } ?? 1
            last = (clause.level, ordinal)
            let own = path + (path.isEmpty ? "" : "/") + clause.level.numeral(ordinal)
            found.append(PlacedClause(clause: clause, ordinal: ordinal, path: own, depth: depth))
            clause.clauses.place(below: own, depth: depth + 1, into: &found)
        }
    }
}
