/// A text of several statements, cut into words so that they can be changed one by one.
///
/// Quoted text and comments are one token each and are never changed.
struct SQLScript {
    enum Token: Equatable {
        case word(Substring)
        case quoted(Substring)
        case comment(Substring)
        case other(Substring)

        var text: Substring {
            switch self {
            case .word(let text), .quoted(let text), .comment(let text), .other(let text): text
            }
        }
    }

    let tokens: [Token]

    init(_ text: String) {
        var rest = text[...]
        var tokens: [Token] = []
        while let token = Self.takeToken(from: &rest) { tokens.append(token) }
        self.tokens = tokens
    }

    /// The same tables in SQLite's words: its names of types, and STRICT. Types are written in
    /// capitals; a column `uuid` keeps its name. A column that may hold one of several words is
    /// compared with each, for SQLite would make a table of the list for every row that it checks.
    ///
    /// - Parameter idsAreText: whether ids are kept as their text, as they were before they were bytes.
    func inWordsOfSQLite(idsAreText: Bool = false) -> String {
        let types = idsAreText ? Self.typesOfBefore : Self.typesOfSQLite
        var text = ""
        var statement: [String] = []
        var rest = tokens[...]
        while let token = rest.popFirst() {
            switch token {
            case .word("IN") where statement.starts(with: ["CREATE", "TABLE"]):
                guard let column = statement.last, column != "NOT",
                    let words = Self.takeList(from: &rest)
                else {
                    text += "IN"
                    continue
                }
                text.removeLast(column.count + 1)
                text += "(" + words.map { "\(column) = \($0)" }.joined(separator: " OR ") + ")"
            case .word(let word):
                statement.append(String(word))
                let isRestOfDouble = word == "PRECISION" && statement.suffix(2).first == "DOUBLE"
                text += isRestOfDouble ? "" : types[String(word)] ?? String(word)
            case .other(";"):
                if statement.starts(with: ["CREATE", "TABLE"]) { text += " STRICT" }
                statement = []
                text += ";"
            default: text += token.text
            }
        }
        return text
    }

    private static let typesOfSQLite = [
        "BIGINT": "INTEGER", "BOOLEAN": "INTEGER", "BYTEA": "BLOB", "DOUBLE": "REAL",
        "JSONB": "TEXT", "UUID": "BLOB",
    ]

    private static let typesOfBefore = typesOfSQLite.merging(["UUID": "TEXT"]) { $1 }

    /// The columns of ids in tables that the script makes or makes wider.
    var columnsOfIDs: [(table: String, column: String)] {
        var found: [(table: String, column: String)] = []
        var statement: [String] = []
        for token in tokens {
            switch token {
            case .word("UUID"):
                guard let verb = statement.first, ["CREATE", "ALTER"].contains(verb),
                    statement.count > 3, statement[1] == "TABLE", let column = statement.last
                else { continue }
                found.append((statement[2], column))
            case .word(let word): statement.append(String(word))
            case .other(";"): statement = []
            default: continue
            }
        }
        return found
    }

    /// Takes ` ('one', 'another')` off the front; `nil` where something else follows.
    private static func takeList(from rest: inout ArraySlice<Token>) -> [Substring]? {
        guard rest.starts(with: [.other(" "), .other("(")]),
            let end = rest.firstIndex(of: .other(")"))
        else { return nil }
        let inside = rest[..<end].dropFirst(2)
        let words = inside.compactMap { if case .quoted(let word) = $0 { word } else { nil } }
        let isPlain = inside.allSatisfy {
            switch $0 {
            case .quoted: true
            case .other(let text): text == "," || text.allSatisfy(\.isWhitespace)
            default: false
            }
        }
        // A doubled quote makes two tokens of one word.
        let commas = inside.count { $0 == .other(",") }
        guard isPlain, words.count == commas + 1 else { return nil }
        rest = rest[(end + 1)...]
        return words
    }

    private static func takeToken(from rest: inout Substring) -> Token? {
        guard let first = rest.first else { return nil }
        if first == "'" || first == "\"" {
            return .quoted(take(from: &rest, through: String(first)))
        }
        if rest.hasPrefix("--") { return .comment(take(from: &rest, through: "\n")) }
        if rest.hasPrefix("/*") { return .comment(take(from: &rest, through: "*/")) }
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if !word.isEmpty {
            rest = rest[word.endIndex...]
            return .word(word)
        }
        defer { rest = rest.dropFirst() }
        return .other(rest.prefix(1))
    }

    /// Takes the first character and what follows, up to and with `end`. A doubled quote inside
    /// quoted text begins a second token, which is all the same here.
    private static func take(from rest: inout Substring, through end: String) -> Substring {
        let start = rest.startIndex
        let found = rest.dropFirst(end == "*/" ? 2 : 1).firstRange(of: end)
        let stop = found?.upperBound ?? rest.endIndex
        defer { rest = rest[stop...] }
        return rest[start..<stop]
    }
}
