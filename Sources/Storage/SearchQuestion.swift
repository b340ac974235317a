import Kernel

/// A question to the search: the records of one kind that have all words of a text.
///
/// A rare word is looked up in the index, which gives its records. A common one is asked of one
/// record after the other, in the order in which a list shows them, until its page is full: what
/// a page costs does not grow with the records that have the word.
package struct SearchQuestion: Sendable {
    private let text: SearchText
    private let kind: RecordKind
    private let agencies: [AgencyID]

    /// More records than this are not worth being fetched and sorted for one page.
    package static let many = 4_000

    /// - Parameter agencies: where only their records are wanted; others then cost nothing.
    package init(_ text: String, of kind: RecordKind, in agencies: [AgencyID] = []) {
        self.text = SearchText(text)
        self.kind = kind
        self.agencies = agencies
    }

    /// Whether more records than `number` have the words.
    package func isAnswered(
        byMoreThan number: Int = many, in session: any Session
    ) throws -> Bool {
        guard !text.pieces.isEmpty else { return false }
        let some: SQL = "SELECT 1 FROM \(matches) LIMIT \(number + 1)"
        let count: Int? = try session.value("SELECT count(*) FROM (\(some)) AS matched")
        return count ?? 0 > number
    }

    /// The ids of the records as the rows of a query with the column `recordID`: all of them, or
    /// the first of the index. A text without letters or digits is found nowhere.
    package func records(atMost limit: Int? = nil) -> SQL {
        guard !text.pieces.isEmpty else { return "SELECT recordID FROM searchEntry WHERE FALSE" }
        let ending: SQL = limit.map { "LIMIT \($0)" } ?? ""
        return SQL(
            // CROSS JOIN makes SQLite begin with the words and not with all entries of the kind.
            sqlite: """
                SELECT searchEntry.recordID
                FROM (SELECT rowid AS number FROM \(matches) \(ending)) AS matched
                CROSS JOIN searchEntry
                WHERE searchEntry.number = matched.number AND searchEntry.kind = \(kind)
                """,
            postgreSQL: "SELECT searchEntry.recordID FROM \(matches) \(ending)")
    }

    /// Whether the record whose id stands in `column` has the words.
    package func isAnswered(by column: SQLName) -> SQL {
        guard !text.pieces.isEmpty else { return "FALSE" }
        let all: [SQL] = text.phrases.map { phrase in
            let run = " " + phrase.terms.joined(separator: " ") + (phrase.isPrefix ? "" : " ")
            return "instr(' ' || searchTerms.terms || ' ', \(run)) > 0"
        }
        return SQL(
            sqlite: """
                (SELECT \(SQL(joining: all, with: " AND "))
                 FROM searchEntry CROSS JOIN searchTerms
                 WHERE searchEntry.kind = \(kind) AND searchEntry.recordID = \(column)
                   AND searchTerms.rowid = searchEntry.number)
                """,
            postgreSQL: """
                (SELECT searchEntry.terms @@ CAST(\(askedOfPostgreSQL) AS TSQUERY)
                 FROM searchEntry
                 WHERE searchEntry.kind = \(kind) AND searchEntry.recordID = \(column))
                """)
    }

    /// The entries of the index that have the words: what follows FROM.
    private var matches: SQL {
        SQL(
            sqlite: "searchTerms WHERE searchTerms MATCH \(inWordsOfSQLite)",
            postgreSQL: """
                searchEntry WHERE searchEntry.terms @@ CAST(\(inWordsOfPostgreSQL) AS TSQUERY)
                """)
    }

    private var scopes: [String] {
        agencies.isEmpty
            ? [SearchIndex.scope(of: kind)] : agencies.map { SearchIndex.scope(of: kind, in: $0) }
    }

    private var inWordsOfSQLite: String {
        let terms = text.phrases.map { phrase in
            "\"\(phrase.terms.joined(separator: " "))\"" + (phrase.isPrefix ? " *" : "")
        }
        let scopes = scopes.map { "\"\($0)\"" }.joined(separator: " OR ")
        return "scope : (\(scopes)) AND terms : (\(terms.joined(separator: " AND ")))"
    }

    private var inWordsOfPostgreSQL: String {
        "(\(scopes.map { "'=\($0)'" }.joined(separator: " | "))) & \(askedOfPostgreSQL)"
    }

    private var askedOfPostgreSQL: String {
        text.phrases.map { phrase in
            let terms = phrase.terms.map { "'\($0)'" + (phrase.isPrefix ? ":*" : "") }
            return "(\(terms.joined(separator: " <-> ")))"
        }.joined(separator: " & ")
    }
}

extension SQL.StringInterpolation {
    /// The condition that a record has the words of `text`, as in
    /// `WHERE \(search: text, of: "system", id: "system.id")`.
    ///
    /// Give `agency` where only its records are wanted anyway: then others cost nothing. A text
    /// without letters or digits is found nowhere.
    package mutating func appendInterpolation(
        search text: String, of kind: RecordKind, id column: SQLName, in agency: AgencyID? = nil
    ) {
        let agencies = agency.map { [$0] } ?? []
        let question = SearchQuestion(text, of: kind, in: agencies)
        appendInterpolation("\(column) IN (\(question.records()))" as SQL)
    }
}
