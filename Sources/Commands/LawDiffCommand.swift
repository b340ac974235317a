import ArgumentParser
import Statute

/// `chengdun law diff`: what a reform changes.
struct LawDiffCommand: LawQuestion {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What changes from one edition of the law to another.")

    @Option(help: "The earlier edition, as 2021.")
    var from: String

    @Option(help: "The later edition, as 2026.")
    var to: String

    @Option(
        help: "Only what this responsibility level feels.",
        transform: { text in
            guard let level = Level(rawValue: text) else {
                throw ValidationError("'\(text)' is not a level. Choose A, B, C, D or E.")
            }
            return level
        })
    var level: Level?

    @OptionGroup var options: LawOptions

    func answer(by law: Law) throws -> Answer {
        Answer(try law.diff(from: from, to: to, at: level))
    }

    func sentences(_ answer: Answer) -> [String] {
        let parts = [
            ("開始", answer.starts), ("停止", answer.stops), ("改變", answer.changes),
            ("移動", answer.moves),
        ]
        return parts.flatMap { mark, rows in rows.map { "\(mark) \($0.sentence)" } }
    }

    struct Answer: Encodable {
        let starts: [Row]
        let stops: [Row]
        let changes: [Row]
        let moves: [Row]

        init(_ diff: LawDiff) {
            starts = diff.starts.map(Row.init)
            stops = diff.stops.map(Row.init)
            changes = diff.changes.map(Row.init)
            moves = diff.moves.map(Row.init)
        }
    }

    struct Row: Encodable {
        let kind: String
        let id: String
        let term: String
        let termEn: String
        let field: String
        let before: String?
        let after: String?
        let citation: String
        let certainty: String

        var sentence: String {
            let values = [before, after].map { $0 ?? "－" }.joined(separator: " → ")
            return field.isEmpty ? "\(term)（\(citation)）" : "\(term) \(field)：\(values)"
        }

        init(_ change: LawDiff.Change) {
            kind = change.kind.rawValue
            id = change.id
            term = change.term.zh
            termEn = change.term.en
            field = change.field
            before = change.before
            after = change.after
            citation = change.citation.zh
            certainty = change.certainty.word
        }

        private enum Key: String, CodingKey {
            case kind, id, term, termEn, field, before, after, citation, certainty
        }

        /// A side on which the rule is not there is `null`, and no missing key.
        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: Key.self)
            try row.encode(kind, forKey: .kind)
            try row.encode(id, forKey: .id)
            try row.encode(term, forKey: .term)
            try row.encode(termEn, forKey: .termEn)
            try row.encode(field, forKey: .field)
            try row.encode(before, forKey: .before)
            try row.encode(after, forKey: .after)
            try row.encode(citation, forKey: .citation)
            try row.encode(certainty, forKey: .certainty)
        }
    }
}
