import Foundation
import Kernel

/// Finds records by the words in them, whatever register they are in.
///
/// Every record that can be searched has one entry with its text, written in the transaction that
/// writes the record. Sealed columns never come here. In SQLite the entries of one kind of one
/// agency lie together (`SearchShelf`); in PostgreSQL each has terms for its kind and its agency.
package enum SearchIndex {
    /// Makes `record` of `agency` found by the words of `text` and by no others.
    package static func put(
        _ record: RecordID, of agency: AgencyID, text: String, in session: any Session
    ) throws {
        try put(SearchEntry(record.uuid, of: agency, text: text), of: record.kind, in: session)
    }

    /// Makes a record of one kind found by the words of its entry and by no others.
    package static func put(
        _ new: SearchEntry, of kind: RecordKind, in session: any Session
    ) throws {
        let record = RecordID(kind: kind, uuid: new.uuid)
        switch session.dialect {
        case .sqlite:
            try forgetTerms(of: record, in: session)
            let number = try entry(of: record, new, in: session)
            try session.execute(
                """
                INSERT INTO searchTerms (rowid, terms)
                VALUES (\(number), \(new.terms))
                """)
        case .postgreSQL:
            let scopes = [scope(of: kind), scope(of: kind, in: new.agency)]
            try session.execute(
                """
                INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
                VALUES (
                  (SELECT COALESCE(MAX(number), 0) + 1 FROM searchEntry), \(kind),
                  \(new.uuid), \(new.agency),
                  CAST(\(vector(of: new.terms, in: scopes)) AS TSVECTOR))
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
        switch session.dialect {
        case .sqlite: try addToShelves(entries, of: kind, in: session)
        case .postgreSQL: try addWithTerms(entries, of: kind, in: session)
        }
    }

    /// Makes many records of one kind found by other words than before.
    package static func replace(
        _ entries: [SearchEntry], of kind: RecordKind, in session: any Session
    ) throws {
        guard !entries.isEmpty else { return }
        let old: SQL = "kind = \(kind) AND recordID IN \(list: entries.map(\.uuid))"
        if session.dialect == .sqlite {
            try session.execute(
                """
                DELETE FROM searchTerms
                WHERE rowid IN (SELECT number FROM searchEntry WHERE \(old))
                """)
        }
        try session.execute("DELETE FROM searchEntry WHERE \(old)")
        try add(entries, of: kind, in: session)
    }

    /// The index is written fastest in the order of the numbers.
    private static func addToShelves(
        _ entries: [SearchEntry], of kind: RecordKind, in session: any Session
    ) throws {
        var places: [AgencyID: ClosedRange<Int>] = [:]
        var numbers = try entries.map { entry in
            let known = places[entry.agency]
            let last =
                try known?.upperBound
                ?? SearchShelf(kind: kind, agency: entry.agency).lastNumber(in: session)
            places[entry.agency] = (known?.lowerBound ?? last + 1)...(last + 1)
            return (number: last + 1, entry: entry)
        }
        if places.count > 1 { numbers.sort { $0.number < $1.number } }
        var packed = PackedRows()
        for (number, entry) in numbers {
            packed.add(number)
            packed.add(kind)
            packed.add(entry.uuid)
            packed.add(entry.agency.uuid)
            packed.add(entry.terms)
        }
        try session.insert(
            packed, into: "searchEntry",
            columns: ["number", "kind", "recordID", "agencyID", "terms"])
        for place in places.values.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            try session.execute(
                """
                INSERT INTO searchTerms (rowid, terms)
                SELECT number, terms FROM searchEntry
                WHERE number BETWEEN \(place.lowerBound) AND \(place.upperBound)
                """)
        }
    }

    private static func addWithTerms(
        _ entries: [SearchEntry], of kind: RecordKind, in session: any Session
    ) throws {
        let last: Int? = try session.value("SELECT COALESCE(MAX(number), 0) FROM searchEntry")
        let first = (last ?? 0) + 1
        var known: [AgencyID: [String]] = [:]
        let rows = zip(first..., entries).map { number, entry -> [StoredValue] in
            let scopes =
                known[entry.agency] ?? [scope(of: kind), scope(of: kind, in: entry.agency)]
            known[entry.agency] = scopes
            return [
                number.stored, kind.stored, entry.uuid.stored, entry.agency.stored,
                vector(of: entry.terms, in: scopes).stored,
            ]
        }
        try session.insert(
            PackedRows(rows), into: "searchEntry",
            columns: ["number", "kind", "recordID", "agencyID", "terms"])
    }

    /// Makes `record` found no longer.
    package static func remove(_ record: RecordID, in session: any Session) throws {
        if session.dialect == .sqlite { try forgetTerms(of: record, in: session) }
        try removeEntry(of: record, in: session)
    }

    /// Takes the record out of SQLite's index, which reads what to forget from the entry; so the entry
    /// stands until then.
    private static func forgetTerms(of record: RecordID, in session: any Session) throws {
        try session.execute(
            """
            DELETE FROM searchTerms WHERE rowid = (
              SELECT number FROM searchEntry
              WHERE kind = \(record.kind) AND recordID = \(record.uuid))
            """)
    }

    private static func removeEntry(of record: RecordID, in session: any Session) throws {
        try session.execute(
            "DELETE FROM searchEntry WHERE kind = \(record.kind) AND recordID = \(record.uuid)")
    }

    /// More terms than this of one text are not kept.
    fileprivate static let longest = 10_000

    /// One term for the kind, with which the search of one register passes over no other.
    static func scope(of kind: RecordKind) -> String { kind.name.lowercased() }

    /// One term for the kind and the agency, with which the search of one agency stays small.
    static func scope(of kind: RecordKind, in agency: AgencyID) -> String {
        let digits = agency.description.utf8.filter { $0 != 0x2D }
        return scope(of: kind) + "x" + String(decoding: digits, as: UTF8.self)
    }

    /// The number of the record's entry, which gets the terms, and is made where the agency has none of
    /// the record.
    private static func entry(
        of record: RecordID, _ new: SearchEntry, in session: any Session
    ) throws -> Int {
        let shelf = SearchShelf(kind: record.kind, agency: new.agency)
        let number: Int? = try session.value(
            """
            INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
            SELECT
              \(SearchShelf.lastNumber) + 1, \(record.kind), \(record.uuid), \(new.agency),
              \(new.terms)
            FROM \(shelf.itself)
            ON CONFLICT (kind, recordID) DO UPDATE SET terms = excluded.terms
            WHERE searchEntry.agencyID = excluded.agencyID
            RETURNING number
            """)
        if let number { return number }
        // The agency has none of the kind yet, or the record was of another.
        try removeEntry(of: record, in: session)
        let next = try shelf.lastNumber(in: session) + 1
        try session.execute(
            """
            INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
            VALUES (\(next), \(record.kind), \(record.uuid), \(new.agency), \(new.terms))
            """)
        return next
    }

    /// The terms with their places, as PostgreSQL writes a vector. Its own parser is not asked, for
    /// it cuts Chinese as the locale of the server tells it. The sign before scopes is in no word.
    private static func vector(of terms: String, in scopes: [String]) -> String {
        var vector = scopes.map { "'=\($0)'" }.joined(separator: " ")
        for (place, term) in zip(1..., terms.split(separator: " ")) {
            vector += " '\(term)':\(place)"
        }
        return vector
    }
}

/// A record on its way into the index, with the words that it is found by.
package struct SearchEntry: Hashable, Sendable {
    let uuid: UUID
    let agency: AgencyID
    /// With spaces between them.
    let terms: String

    package init(_ uuid: UUID, of agency: AgencyID, text: String) {
        self.init(uuid, of: agency, texts: [text])
    }

    /// - Parameter texts: one after the other; no term goes from one to the next.
    package init(_ uuid: UUID, of agency: AgencyID, texts: [String]) {
        self.uuid = uuid
        self.agency = agency
        terms = SearchText.line(ofTerms: SearchIndex.longest, in: texts)
    }
}
