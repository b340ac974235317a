import Kernel

extension PlanReading {
    /// The plan for programs: every clause with its path and its words, its own paragraphs on
    /// lines of their own.
    package var json: CanonicalJSON {
        [
            "chapters": .array(document.chapterList.map { Self.json(of: $0) }),
            "issued": CanonicalJSON(document.issued),
            "issuer": .string(document.issuer),
            "notes": .array(notes.map { .string($0.message.zh) }),
            "title": .string(document.fullTitle),
        ]
    }

    private static func json(of chapter: PlacedClause) -> CanonicalJSON {
        let clause = chapter.clause
        let own = clause.blocks.map(\.plainText).joined(separator: "\n")
        let opening: [CanonicalJSON] =
            own.isEmpty ? [] : [["path": .string(chapter.path), "text": .string(own)]]
        let below = clause.clauses.placed.map { placed -> CanonicalJSON in
            [
                "path": .string(chapter.path + "/" + placed.path),
                "text": .string(placed.clause.ownText),
            ]
        }
        return [
            "clauses": .array(opening + below), "number": .string(chapter.path),
            "title": .string(clause.text.plainText),
        ]
    }
}

extension PlanReading.Note {
    package var message: Term {
        switch self {
        case .misnumbered(let path, let printed):
            Term(
                "\(path) 在原檔的編號是 \(printed)，已按位置編號。",
                en: "\(path) is numbered \(printed) in the source and was numbered by place.")
        }
    }
}

extension Document {
    /// The chapters with their numbers.
    package var chapterList: [PlacedClause] {
        chapters.placed.filter { $0.depth == 0 }
    }
}

extension Clause {
    /// Its own words: the heading or sentence, then its unnumbered paragraphs, a line each.
    package var ownText: String {
        ([text.plainText] + blocks.map(\.plainText)).joined(separator: "\n")
    }
}
