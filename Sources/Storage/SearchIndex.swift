import Foundation
import Kernel

/// Finds records by the words in them, whatever register they are in.
///
/// Every record that can be searched has one entry with its text, written in the transaction that
/// writes the record. Sealed columns never come here.
package enum SearchIndex {
    package static let migrations = [
        Migration(
            "2026-11-23 search: the words of records",
            """
            CREATE TABLE searchEntry (
              number BIGINT NOT NULL PRIMARY KEY,
              kind TEXT NOT NULL,
              recordID UUID NOT NULL,
              agencyID UUID NOT NULL,
              UNIQUE (kind, recordID)
            );

            -- sqlite: CREATE VIRTUAL TABLE searchTerms USING fts5 (
            -- sqlite:   scope, terms, tokenize = 'ascii', prefix = '1');
            -- postgreSQL: ALTER TABLE searchEntry ADD COLUMN terms TSVECTOR NOT NULL;
            -- postgreSQL: CREATE INDEX searchEntryTerms ON searchEntry
            -- postgreSQL:   USING GIN (terms) WITH (gin_pending_list_limit = 256);
            """)
    ]

    /// Makes `record` of `agency` found by the words of `text` and by no others.
    package static func put(
        _ record: RecordID, of agency: AgencyID, text: String, in session: any Session
    ) throws {
        let terms = SearchText(text).terms.prefix(Self.longest)
        let scope = scope(of: record.kind, in: agency)
        switch session.dialect {
        case .sqlite:
            let number = try entry(of: record, agency, in: session)
            try session.execute("DELETE FROM searchTerms WHERE rowid = \(number)")
            try session.execute(
                """
                INSERT INTO searchTerms (rowid, scope, terms)
                VALUES (\(number), \(scope), \(terms.joined(separator: " ")))
                """)
        case .postgreSQL:
            try session.execute(
                """
                INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
                VALUES (
                  (SELECT COALESCE(MAX(number), 0) + 1 FROM searchEntry), \(record.kind),
                  \(record.uuid), \(agency), CAST(\(vector(of: terms, in: scope)) AS TSVECTOR))
                ON CONFLICT (kind, recordID)
                DO UPDATE SET agencyID = excluded.agencyID, terms = excluded.terms
                """)
        }
    }

    /// Makes many records of one kind found that were not in the index before.
    package static func add(
        _ entries: [SearchEntry], of kind: RecordKind, in session: any Session
    ) throws {
        guard !entries.isEmpty else { return }
        let last: Int? = try session.value("SELECT COALESCE(MAX(number), 0) FROM searchEntry")
        let first = (last ?? 0) + 1
        let terms = entries.map { SearchText($0.text).terms.prefix(longest) }
        let isWhole = session.dialect == .postgreSQL
        try session.insert(
            entries.indices.map { index in
                let entry = entries[index]
                let keys: [StoredValue] = [
                    (first + index).stored, kind.stored, entry.uuid.stored, entry.agency.stored,
                ]
                guard isWhole else { return keys }
                let scope = scope(of: kind, in: entry.agency)
                return keys + [vector(of: terms[index], in: scope).stored]
            }, into: "searchEntry",
            columns: ["number", "kind", "recordID", "agencyID"] + (isWhole ? ["terms"] : []))
        guard !isWhole else { return }
        try session.insert(
            entries.indices.map { index in
                let scope = scope(of: kind, in: entries[index].agency)
                return [
                    (first + index).stored, scope.stored,
                    terms[index].joined(separator: " ").stored,
                ]
            }, into: "searchTerms", columns: ["rowid", "scope", "terms"])
    }

    /// Makes `record` found no longer.
    package static func remove(_ record: RecordID, in session: any Session) throws {
        if session.dialect == .sqlite {
            try session.execute(
                """
                DELETE FROM searchTerms WHERE rowid IN (
                  SELECT number FROM searchEntry
                  WHERE kind = \(record.kind) AND recordID = \(record.uuid))
                """)
        }
        try session.execute(
            "DELETE FROM searchEntry WHERE kind = \(record.kind) AND recordID = \(record.uuid)")
    }

    /// More terms than this of one text are not kept.
    private static let longest = 10_000

    /// One term for the kind and the agency, with which the search of one agency stays small.
    fileprivate static func scope(of kind: RecordKind, in agency: AgencyID) -> String {
        kind.name.lowercased() + "x" + agency.description.replacing("-", with: "")
    }

    /// The number of the record's entry, which is made where there is none.
    private static func entry(
        of record: RecordID, _ agency: AgencyID, in session: any Session
    ) throws -> Int {
        let number: Int? = try session.value(
            """
            INSERT INTO searchEntry (number, kind, recordID, agencyID)
            VALUES (
              (SELECT COALESCE(MAX(number), 0) + 1 FROM searchEntry), \(record.kind),
              \(record.uuid), \(agency))
            ON CONFLICT (kind, recordID) DO UPDATE SET agencyID = excluded.agencyID
            RETURNING number
            """)
        return number ?? 0
    }

    /// The terms with their places, as PostgreSQL writes a vector. Its own parser is not asked, for
    /// it cuts Chinese as the locale of the server tells it.
    private static func vector(of terms: ArraySlice<String>, in scope: String) -> String {
        terms.enumerated().reduce("'\(scope)'") { "\($0) '\($1.element)':\($1.offset + 1)" }
    }
}

/// A record on its way into the index, with the text that it is found by.
package struct SearchEntry: Sendable {
    let uuid: UUID
    let agency: AgencyID
    let text: String

    package init(_ uuid: UUID, of agency: AgencyID, text: String) {
        self.uuid = uuid
        self.agency = agency
        self.text = text
    }
}

/// A question to the search, in the words of either database.
struct SearchQuestion {
    let text: SearchText
    let kind: RecordKind?
    let agency: AgencyID?

    private var scope: String? {
        guard let kind, let agency else { return nil }
        return SearchIndex.scope(of: kind, in: agency)
    }

    /// The records that have all that is asked for; none where nothing is.
    ///
    /// CROSS JOIN makes SQLite begin with the terms and not with all entries of the kind.
    var recordIDs: SQL {
        let isOfKind: SQL = kind.map { "searchEntry.kind = \($0)" } ?? "TRUE"
        guard !text.pieces.isEmpty else { return "SELECT recordID FROM searchEntry WHERE FALSE" }
        return SQL(
            sqlite: """
                SELECT searchEntry.recordID
                FROM searchTerms
                CROSS JOIN searchEntry ON searchEntry.number = searchTerms.rowid
                WHERE searchTerms MATCH \(inWordsOfSQLite) AND \(isOfKind)
                """,
            postgreSQL: """
                SELECT searchEntry.recordID
                FROM searchEntry
                WHERE searchEntry.terms @@ CAST(\(inWordsOfPostgreSQL) AS TSQUERY) AND \(isOfKind)
                """)
    }

    private var inWordsOfSQLite: String {
        let terms = text.phrases.map { phrase in
            "\"\(phrase.terms.joined(separator: " "))\"" + (phrase.isPrefix ? " *" : "")
        }
        let asked = "terms : (\(terms.joined(separator: " AND ")))"
        return scope.map { "scope : \"\($0)\" AND \(asked)" } ?? asked
    }

    private var inWordsOfPostgreSQL: String {
        let terms = text.phrases.map { phrase in
            phrase.terms.map { "'\($0)'" + (phrase.isPrefix ? ":*" : "") }
                .joined(separator: " <-> ")
        }
        let asked = terms.map { "(\($0))" }.joined(separator: " & ")
        return scope.map { "'\($0)' & \(asked)" } ?? asked
    }
}

extension SQL.StringInterpolation {
    /// The condition that a record has the words of `text`, as in
    /// `WHERE \(search: text, of: "system", id: "system.id")`.
    ///
    /// Give `agency` where only its records are wanted anyway: then others cost nothing. A text
    /// without letters or digits is found nowhere.
    package mutating func appendInterpolation(
        search text: String, of kind: RecordKind?, id column: SQLName,
        in agency: AgencyID? = nil
    ) {
        let question = SearchQuestion(text: SearchText(text), kind: kind, agency: agency)
        appendInterpolation("\(column) IN (\(question.recordIDs))" as SQL)
    }
}
