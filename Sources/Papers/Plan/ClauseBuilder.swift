/// Builds the tree of clauses from lines in order; the last of `open` takes what comes.
struct ClauseBuilder {
    private var open: [OpenClause] = []
    private var chapters: [Clause] = []
    private var notes: [PlanReading.Note] = []
    /// The number the source printed before the last chapter that was closed.
    private var lastChapter = 0

    mutating func take(_ line: SourceLine) {
        if let label = ClauseLabel(line.text), accepts(label, on: line) {
            begin(label, isFull: line.isFull)
        } else if !open.isEmpty {
            let continues =
                open[open.count - 1].isUnfinished
                || (!line.startsParagraph && open[open.count - 1].lastLineIsFull)
            open[open.count - 1].add(line, continuing: continues)
        }
    }

    mutating func take(_ table: Table) {
        guard !open.isEmpty else { return }
        open[open.count - 1].add(table)
    }

    mutating func finish() -> (chapters: [Clause], notes: [PlanReading.Note]) {
        close(to: 0)
        return (chapters, notes)
    }

    /// Whether the label continues the sequence at its level or begins a deeper one. A number that
    /// is one off is a misprint, if it stands where a clause can begin.
    private func accepts(_ label: ClauseLabel, on line: SourceLine) -> Bool {
        let expected = expectedOrdinal(at: label.level)
        if label.level != .chapter, open.isEmpty { return false }
        if label.ordinal == expected { return true }
        let unfinished = open.last?.isUnfinished ?? false
        guard line.startsParagraph, !unfinished, expected > 1 else { return false }
        return label.ordinal == expected + 1 || label.ordinal == expected - 1
    }

    private func expectedOrdinal(at level: ClauseLevel) -> Int {
        if let brother = open.last(where: { $0.level <= level }), brother.level == level {
            return brother.printed + 1
        }
        return level == .chapter ? lastChapter + 1 : 1
    }

    private mutating func begin(_ label: ClauseLabel, isFull: Bool) {
        let expected = expectedOrdinal(at: label.level)
        close(to: open.firstIndex { $0.level >= label.level } ?? open.count)
        let brothers = open.last?.clauses ?? chapters
        let position = brothers.reversed().prefix { $0.level == label.level }.count + 1
        let path = (open.last.map { $0.path + "/" } ?? "") + label.level.numeral(position)
        if label.ordinal != expected {
            notes.append(.misnumbered(path: path, printed: label.ordinal))
        }
        if label.level == .chapter { lastChapter = label.ordinal }
        open.append(OpenClause(label, path: path, isFull: isFull))
    }

    private mutating func close(to count: Int) {
        while open.count > count, let last = open.popLast() {
            if open.isEmpty {
                chapters.append(last.clause)
            } else {
                open[open.count - 1].clauses.append(last.clause)
            }
        }
    }
}

/// A clause that is still taking lines.
private struct OpenClause {
    let level: ClauseLevel
    /// The number in the source.
    let printed: Int
    let path: String
    var clauses: [Clause] = []
    private(set) var lastLineIsFull: Bool
    private var text: Sentence
    private var blocks: [Block] = []
    private var paragraph: Sentence?

    init(_ label: ClauseLabel, path: String, isFull: Bool) {
        level = label.level
        printed = label.ordinal
        text = Sentence(label.rest)
        lastLineIsFull = isFull
        self.path = path
    }

    /// Whether the words so far stop in the middle of a sentence.
    var isUnfinished: Bool { (paragraph ?? text).isUnfinished }

    mutating func add(_ line: SourceLine, continuing: Bool) {
        lastLineIsFull = line.isFull
        if continuing, paragraph != nil {
            paragraph?.join(line.text)
        } else if continuing, blocks.isEmpty {
            text.join(line.text)
        } else {
            endParagraph()
            paragraph = Sentence(line.text)
        }
    }

    mutating func add(_ table: Table) {
        endParagraph()
        blocks.append(.table(table))
    }

    var clause: Clause {
        var whole = self
        whole.endParagraph()
        var clause = Clause(ClauseID(path), level, [.text(text.words)])
        clause.blocks = whole.blocks
        clause.clauses = clauses
        return clause
    }

    private mutating func endParagraph() {
        if let begun = paragraph { blocks.append(.paragraph([.text(begun.words)])) }
        paragraph = nil
    }
}

/// Words that come line by line, and whether they stop in the middle of a sentence. It looks at
/// each line once, however long the sentence grows.
struct Sentence {
    private(set) var words = ""
    private var depth = 0
    private var hasComma = false

    init(_ line: Substring) {
        add(line)
    }

    /// Whether the words stop within brackets, after a comma, or in a sentence without its end. A
    /// heading, which has no comma, is finished.
    var isUnfinished: Bool {
        guard depth <= 0, let last = words.last else { return depth > 0 }
        if "，、".contains(last) { return true }
        return hasComma && !"。：:；！？".contains(last)
    }

    /// Goes on with the next part of a broken line; Latin words get their space back.
    mutating func join(_ line: Substring) {
        if let last = words.last, let next = line.first,
            last.isASCII, last != "(", next.isASCII, next != ")"
        {
            words += " "
        }
        add(line)
    }

    private mutating func add(_ line: Substring) {
        words += line
        for character in line {
            if Self.opening.contains(character) { depth += 1 }
            if Self.closing.contains(character) { depth -= 1 }
            if "，。；：".contains(character) { hasComma = true }
        }
    }

    private static let opening: Set<Character> = ["(", "（", "「", "『", "《"]
    private static let closing: Set<Character> = [")", "）", "」", "』", "》"]
}
