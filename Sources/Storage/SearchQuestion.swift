import Kernel

/// A question to the search: the records of one kind that have all words of a text.
///
/// A rare word is looked up in the index, which gives its records. A common one is asked of one
/// record after the other, in the order in which a list shows them, until its page is full: what
/// a page costs does not grow with the records that have the word.
package struct SearchQuestion: Sendable {
    private let kind: RecordKind
    private let agencies: [AgencyID]
    /// What is looked up in the index.
    private var phrases: [Phrase]
    /// What is asked of the records that are found by the rest.
    private var asked: [Phrase] = []

    /// More records than this are not worth being fetched and sorted for one page.
    package static let many = 4_000

    /// - Parameter agencies: where only their records are wanted; others then cost nothing.
    package init(_ text: String, of kind: RecordKind, in agencies: [AgencyID] = []) {
        let phrases = SearchText(text).phrases
        self.init(
            phrases.map { Phrase(terms: $0.terms, isPrefix: $0.isPrefix) }, of: kind, in: agencies)
    }

    private init(_ phrases: [Phrase], of kind: RecordKind, in agencies: [AgencyID]) {
        self.phrases = phrases
        self.kind = kind
        self.agencies = agencies
    }

    /// The same question where the words that many records have are asked of those alone that have
    /// its rare ones, as of a property number: the index of SQLite brings all together that begins
    /// like a word before it gives the first.
    package func lookingUpRareWords(
        _ many: Int = many, in session: any Session
    ) throws -> SearchQuestion {
        guard session.dialect == .sqlite, phrases.count > 1, goesOn else { return self }
        var question = self
        question.phrases = []
        for phrase in phrases {
            let isCommon = try phrase.isLong && isWhole(phrase, inMoreThan: many, session)
            if isCommon { question.asked.append(phrase) } else { question.phrases.append(phrase) }
        }
        guard !question.phrases.isEmpty, !question.asked.isEmpty else { return self }
        var rest = question
        rest.asked = []
        return try rest.extent(upTo: many, in: session).matched > many ? self : question
    }

    private func isWhole(
        _ phrase: Phrase, inMoreThan number: Int, _ session: any Session
    ) throws -> Bool {
        let question = SearchQuestion([phrase], of: kind, in: [])
        return try question.extent(of: question.matches(ofWholeWords: true), number, session)
            .matched > number
    }

    /// How many records have the words, counted up to one more than `number`, and among how many.
    ///
    /// Where words may go on, SQLite first counts those that do not: they may be enough for
    /// knowing that a page of `rows` is sooner found by asking one record after the other.
    package func extent(
        upTo number: Int = many, forPageOf rows: Int? = nil, in session: any Session
    ) throws -> SearchExtent {
        guard !phrases.isEmpty else { return SearchExtent(matched: 0, searched: nil) }
        if let rows, goesOn, session.dialect == .sqlite {
            var extent = try extent(of: matches(ofWholeWords: true), number, session)
            extent.isWhole = extent.matched > number
            if extent.isWhole || extent.isCommon(forPageOf: rows) { return extent }
        }
        return try extent(of: matches(), number, session)
    }

    private func extent(
        of matches: SQL, _ number: Int, _ session: any Session
    ) throws -> SearchExtent {
        let extent: SearchExtent? = try session.first(
            """
            SELECT count(*), \(searched)
            FROM (SELECT 1 FROM \(matches) LIMIT \(number + 1)) AS matched
            """)
        return extent ?? SearchExtent(matched: 0, searched: nil)
    }

    /// The ids of the records as the rows of a query with the column `recordID`: all of them, or
    /// the first of the index. A text without letters or digits is found nowhere.
    package func records(atMost limit: Int? = nil) -> SQL {
        guard !phrases.isEmpty else { return "SELECT recordID FROM searchEntry WHERE FALSE" }
        let ending: SQL = limit.map { "LIMIT \($0)" } ?? ""
        return SQL(
            // CROSS JOIN makes SQLite begin with the words and not with all entries of the kind.
            sqlite: """
                SELECT searchEntry.recordID
                FROM (SELECT searchTerms.rowid AS number FROM \(matches()) \(ending)) AS matched
                CROSS JOIN searchEntry WHERE searchEntry.number = matched.number
                """,
            postgreSQL: "SELECT searchEntry.recordID FROM \(matches()) \(ending)")
    }

    /// Whether an entry of SQLite says all of it.
    private static func saying(_ phrases: [Phrase]) -> SQL {
        let all: [SQL] = phrases.map { phrase in
            let ways: [SQL] = phrase.spellings.map { terms in
                let run = " " + terms.joined(separator: " ") + (phrase.isPrefix ? "" : " ")
                return "instr(' ' || searchTerms.terms || ' ', \(run)) > 0"
            }
            return ways.count == 1 ? ways[0] : "(\(SQL(joining: ways, with: " OR ")))"
        }
        return all.isEmpty ? "TRUE" : SQL(joining: all, with: " AND ")
    }

    /// Whether the record whose id stands in `column` has the words.
    package func isAnswered(by column: SQLName) -> SQL {
        guard !phrases.isEmpty else { return "FALSE" }
        return SQL(
            sqlite: """
                (SELECT \(Self.saying(phrases + asked))
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
    private func matches(ofWholeWords isOfWholeWords: Bool = false) -> SQL {
        SQL(
            sqlite: """
                (\(shelves)) AS shelf CROSS JOIN searchTerms
                WHERE searchTerms MATCH \(inWordsOfSQLite(isOfWholeWords))
                  AND searchTerms.rowid BETWEEN shelf.first AND shelf.last
                  AND \(stands) AND \(Self.saying(asked))
                """,
            postgreSQL: """
                searchEntry WHERE searchEntry.terms @@ CAST(\(inWordsOfPostgreSQL) AS TSQUERY)
                """)
    }

    /// Where the entries lie in SQLite: on the shelf of each agency, or on all of the kind.
    ///
    /// All that begins like a word is brought together anew for each shelf, so that several are
    /// then read as one.
    private var shelves: SQL {
        guard agencies.isEmpty || isReadAsOne else {
            return "SELECT first, \(SearchShelf.end) AS last FROM \(wanted)"
        }
        return """
            SELECT COALESCE(MIN(first), 0) AS first, COALESCE(MAX(\(SearchShelf.end)), 0) AS last
            FROM \(wanted)
            """
    }

    /// What must hold where shelves in between are read with those that are wanted.
    private var stands: SQL {
        isReadAsOne
            ? """
            searchTerms.rowid / \(SearchShelf.room) IN (
              SELECT first / \(SearchShelf.room) FROM \(wanted))
            """ : "TRUE"
    }

    private var wanted: SQL {
        agencies.isEmpty
            ? "searchShelf WHERE kind = \(kind)"
            : "searchShelf WHERE kind = \(kind) AND agencyID IN \(list: agencies)"
    }

    private var isReadAsOne: Bool { agencies.count > 1 && goesOn }

    /// Whether the index has to bring together what begins like a word. It keeps what begins with a
    /// single character.
    private var goesOn: Bool { phrases.contains(where: \.isLong) }

    /// About how many entries lie there; unknown where that is as much to count as they are.
    private var searched: SQL {
        guard !agencies.isEmpty else { return "CAST(NULL AS BIGINT)" }
        return SQL(
            sqlite: """
                (SELECT SUM(\(SearchShelf.lastNumber) - searchShelf.first)
                 FROM \(wanted))
                """,
            postgreSQL: "CAST(NULL AS BIGINT)")
    }

    private func inWordsOfSQLite(_ isOfWholeWords: Bool) -> String {
        phrases.map { phrase in
            let goesOn = phrase.isPrefix && !isOfWholeWords
            let ways = phrase.spellings.map {
                "\"\($0.joined(separator: " "))\"" + (goesOn ? " *" : "")
            }
            return ways.count == 1 ? ways[0] : "(\(ways.joined(separator: " OR ")))"
        }.joined(separator: " AND ")
    }

    private var inWordsOfPostgreSQL: String {
        let scopes =
            agencies.isEmpty
            ? [SearchIndex.scope(of: kind)] : agencies.map { SearchIndex.scope(of: kind, in: $0) }
        return "(\(scopes.map { "'=\($0)'" }.joined(separator: " | "))) & \(askedOfPostgreSQL)"
    }

    private var askedOfPostgreSQL: String {
        phrases.map { phrase in
            let ways = phrase.spellings.map { terms in
                terms.map { "'\($0)'" + (phrase.isPrefix ? ":*" : "") }.joined(separator: " <-> ")
            }
            return "(\(ways.map { "(\($0))" }.joined(separator: " | ")))"
        }.joined(separator: " & ")
    }
}

/// Terms that stand side by side in a record, in each way of writing them: 「台」 and 「臺」 are one
/// character to people, and the index keeps what was written.
private struct Phrase {
    let spellings: [[String]]
    /// Whether the record's word may go on.
    let isPrefix: Bool

    init(terms: [String], isPrefix: Bool) {
        self.isPrefix = isPrefix
        let number = terms.joined().count(where: Self.alike.contains)
        guard number <= Self.most else {
            let ways = Self.alike.map { one in terms.map { Self.written($0, with: one) } }
            spellings = [terms] + ways.filter { $0 != terms }
            return
        }
        // A character in the middle stands in two terms, and in both alike.
        spellings = terms.reduce([[]]) { made, term in
            made.flatMap { spelling in
                Self.ways(of: term)
                    .filter { spelling.last == nil || spelling.last?.last == $0.first }
                    .map { spelling + [$0] }
            }
        }
    }

    /// Whether an index has to bring together what begins so; it keeps what begins with a single
    /// character.
    var isLong: Bool { isPrefix && spellings[0][0].unicodeScalars.count > 1 }

    private static let alike: [Character] = ["臺", "台"]
    /// Of more than this, counted in all terms, not every mixture is looked for.
    private static let most = 6

    private static func ways(of term: String) -> [String] {
        term.reduce([""]) { made, character in
            let ways = alike.contains(character) ? alike : [character]
            return made.flatMap { start in ways.map { start + String($0) } }
        }
    }

    private static func written(_ term: String, with one: Character) -> String {
        String(term.map { alike.contains($0) ? one : $0 })
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
