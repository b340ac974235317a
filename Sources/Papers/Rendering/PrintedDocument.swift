/// A paper with every number and mention worked out: what all renderers print, alike.
struct PrintedDocument {
    let document: Document
    let clauses: [PrintedClause]
    let annexes: [PrintedAnnex]
    private let names: [ClauseID: String]

    init(_ document: Document) {
        self.document = document
        annexes = document.annexes.enumerated().map { place, annex in
            PrintedAnnex(
                annex: annex, label: "附件\u{2060}\(place + 1)",
                isWholePaper: document.front == .table)
        }
        let placed = document.chapters.placed
        var names: [ClauseID: String] = [:]
        for clause in placed { names[clause.clause.id] = clause.spokenPath }
        for annex in annexes { names[annex.annex.id] = annex.label }
        self.names = names
        clauses = PrintedClause.all(of: placed)
    }

    /// The words of running text with mentions as they print now.
    func runs(_ text: [Inline]) -> [Run] {
        text.map { inline in
            switch inline {
            case .text(let words): Run(words, .plain)
            case .field(let name, nil): Run("〔\(name)〕", .blank)
            case .field(_, let value?): Run(value, .filled)
            case .reference(let id): Run(names[id] ?? "〔\(id)〕", .plain)
            }
        }
    }

    func words(_ text: [Inline]) -> String {
        runs(text).map(\.text).joined()
    }

    /// What stands at the head of every page: who, which version, and whether it is a draft.
    var pageHead: String {
        let mark = document.standing == .draft ? "草稿" : nil
        return [mark, document.issuer, document.title, document.edition].compactMap { $0 }
            .filter { !$0.isEmpty }.joined(separator: "　")
    }

    /// Words of one kind within a line.
    struct Run {
        let text: String
        let kind: Kind

        init(_ text: String, _ kind: Kind) {
            self.text = text
            self.kind = kind
        }

        /// Whether the words are fixed, were filled in, or are still missing.
        enum Kind {
            case plain, filled, blank
        }
    }
}

/// A clause as it is set: its number in words and where it begins on the line.
struct PrintedClause {
    let clause: Clause
    let label: String
    let depth: Int
    /// Where the label begins, in tenths of a character.
    let indent: Int
    /// How far the second line hangs behind the label, in tenths of a character.
    let hang: Int
    let isHeading: Bool

    /// Where its unnumbered paragraphs begin.
    var bodyIndent: Int { indent + clause.level.labelWidth }

    /// An agency's own clause says so.
    var originMark: String? { clause.origin == .agency ? "（本機關增訂）" : nil }

    static func all(of placed: [PlacedClause]) -> [PrintedClause] {
        var bodyIndents: [Int] = []
        return placed.map { place in
            bodyIndents.removeLast(bodyIndents.count - place.depth)
            let indent = bodyIndents.last ?? 0
            let level = place.clause.level
            // 壹拾壹、 is wider than 壹、, and wraps behind its own end.
            let hang = level <= .section ? place.label.count * 10 : level.labelWidth
            bodyIndents.append(indent + level.labelWidth)
            return PrintedClause(
                clause: place.clause, label: place.label, depth: place.depth, indent: indent,
                hang: hang, isHeading: place.clause.isHeading)
        }
    }
}

/// An annex with its number.
struct PrintedAnnex {
    let annex: Annex
    let label: String
    /// Whether it stands by itself and is nobody's annex.
    let isWholePaper: Bool

    var heading: String { isWholePaper ? annex.title : "\(label)　\(annex.title)" }
}

extension SignOff.Post {
    /// The day of signing, or the room for it.
    var signedOnWords: String { signedOn.isEmpty ? "　年　月　日" : signedOn }
}

extension ClauseLevel {
    /// The room of a label of this level, in tenths of a character.
    var labelWidth: Int {
        switch self {
        case .chapter, .section, .item: 20
        case .number, .letter: 15
        case .subnumber: 18
        }
    }
}

extension PlacedClause {
    /// How another clause mentions it: 「肆、二、(一)」.
    fileprivate var spokenPath: String {
        path.split(separator: "/").joined(separator: "、")
    }
}
