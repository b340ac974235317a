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
            """),
        // Entries had one term for kind and agency together, which a word of a question could mean.
        Migration(
            "2026-11-26 search: terms for the kind alone",
            """
            -- sqlite: UPDATE searchTerms
            -- sqlite: SET scope = substr(scope, 1, length(scope) - 33) || ' ' || scope;
            -- postgreSQL: UPDATE searchEntry
            -- postgreSQL: SET terms = array_to_tsvector(ARRAY[
            -- postgreSQL:   '=' || lower(kind),
            -- postgreSQL:   '=' || lower(kind) || 'x' || replace(CAST(agencyID AS TEXT), '-', '')])
            -- postgreSQL:   || ts_delete(
            -- postgreSQL:     terms, lower(kind) || 'x' || replace(CAST(agencyID AS TEXT), '-', ''));
            """),
    ]

    /// Makes `record` of `agency` found by the words of `text` and by no others.
    package static func put(
        _ record: RecordID, of agency: AgencyID, text: String, in session: any Session
    ) throws {
        let text = SearchText(text)
        let scopes = [scope(of: record.kind), scope(of: record.kind, in: agency)]
        switch session.dialect {
        case .sqlite:
            let number = try entry(of: record, agency, in: session)
            try session.execute("DELETE FROM searchTerms WHERE rowid = \(number)")
            try session.execute(
                """
                INSERT INTO searchTerms (rowid, scope, terms)
                VALUES (
                  \(number), \(scopes.joined(separator: " ")), \(text.line(ofTerms: longest)))
                """)
        case .postgreSQL:
            try session.execute(
                """
                INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
                VALUES (
                  (SELECT COALESCE(MAX(number), 0) + 1 FROM searchEntry), \(record.kind),
                  \(record.uuid), \(agency), CAST(\(vector(of: text, in: scopes)) AS TSVECTOR))
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
        let isWhole = session.dialect == .postgreSQL
        var (kept, words): ([[StoredValue]], [[StoredValue]]) = ([], [])
        var known: [AgencyID: [String]] = [:]
        for (number, entry) in zip(first..., entries) {
            let text = SearchText(entry.text)
            let scopes =
                known[entry.agency] ?? [scope(of: kind), scope(of: kind, in: entry.agency)]
            known[entry.agency] = scopes
            let keys: [StoredValue] = [
                number.stored, kind.stored, entry.uuid.stored, entry.agency.stored,
            ]
            kept.append(isWhole ? keys + [vector(of: text, in: scopes).stored] : keys)
            guard !isWhole else { continue }
            words.append([
                number.stored, scopes.joined(separator: " ").stored,
                text.line(ofTerms: longest).stored,
            ])
        }
        try session.insert(
            kept, into: "searchEntry",
            columns: ["number", "kind", "recordID", "agencyID"] + (isWhole ? ["terms"] : []))
        guard !isWhole else { return }
        try session.insert(words, into: "searchTerms", columns: ["rowid", "scope", "terms"])
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

    /// One term for the kind, with which the search of one register passes over no other.
    static func scope(of kind: RecordKind) -> String { kind.name.lowercased() }

    /// One term for the kind and the agency, with which the search of one agency stays small.
    static func scope(of kind: RecordKind, in agency: AgencyID) -> String {
        let digits = agency.description.utf8.filter { $0 != 0x2D }
        return scope(of: kind) + "x" + String(decoding: digits, as: UTF8.self)
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
    /// it cuts Chinese as the locale of the server tells it. The sign before scopes is in no word.
    private static func vector(of text: SearchText, in scopes: [String]) -> String {
        let terms = text.terms.prefix(longest)
        var vector = scopes.map { "'=\($0)'" }.joined(separator: " ")
        for (place, term) in zip(1..., terms) { vector += " '\(term)':\(place)" }
        return vector
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
