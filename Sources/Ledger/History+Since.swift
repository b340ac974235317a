import Foundation
import Kernel
import Storage

/// Which changes are asked about: those of one agency after a moment, of its last 200 entries.
package struct ChangeQuestion: Sendable {
    /// The records of some kinds, or those of all others.
    package enum Kinds: Hashable, Sendable {
        case only(Set<RecordKind>)
        case besides(Set<RecordKind>)
    }

    let agency: AgencyID
    let since: Instant
    let kinds: Kinds
    let author: String?

    /// - Parameter author: by name; `nil` for everybody.
    package init(
        of agency: AgencyID, since: Instant, _ kinds: Kinds, by author: String? = nil
    ) {
        self.agency = agency
        self.since = since
        self.kinds = kinds
        self.author = author
    }

    /// The lines of the changes, with their entries.
    fileprivate var lines: SQL {
        """
        \(History.newest(of: agency))
        JOIN entry ON entry.id = newest.entryID AND entry.madeAt > \(since)
        JOIN entryLine AS line ON line.entryID = entry.id
        WHERE \(ofKinds)\(byAuthor)
        """
    }

    private var ofKinds: SQL {
        switch kinds {
        case .only(let kinds): "line.recordKind IN \(list: kinds.inOrder)"
        case .besides(let kinds): "line.recordKind NOT IN \(list: kinds.inOrder)"
        }
    }

    private var byAuthor: SQL { author.map { " AND entry.authorName = \($0)" } ?? "" }
}

extension Set<RecordKind> {
    /// Always the same, so that the statement stays prepared.
    var inOrder: [RecordKind] { sorted { $0.name < $1.name } }
}

/// How many records of one kind somebody changed for an agency in a time.
package struct ChangedRecords: Hashable, Sendable, RowDecodable {
    package let kind: RecordKind
    package let author: String
    package let records: Int
    package let lastAt: Instant

    package init(_ row: inout RowReader) throws {
        kind = try row.next()
        author = try row.next()
        records = try row.next()
        lastAt = try row.next()
    }
}

/// One of them: what was done to it last, and what the ledger keeps of it.
package struct ChangedRecord: Sendable, RowDecodable {
    package let record: RecordID
    package let author: String
    package let at: Instant
    package let verb: String
    /// The record after the change; before it, where it was removed.
    package let told: String?
    /// How many there are in all.
    package let total: Int

    package init(_ row: inout RowReader) throws {
        record = RecordID(kind: try row.next(), uuid: try row.next())
        author = try row.next()
        at = try row.next()
        verb = try row.next()
        told = try row.next()
        total = try row.next()
    }
}

extension History {
    /// The last 200 entries of an agency, as `newest`.
    static func newest(of agency: AgencyID) -> SQL {
        """
        (
          SELECT entryID, ordinal FROM leaf WHERE agencyID = \(agency)
          ORDER BY ordinal DESC LIMIT 200) AS newest
        """
    }

    /// How many records were changed, by kind and author, the latest first.
    package static func changes(
        _ question: ChangeQuestion, in session: any Session
    ) throws -> [ChangedRecords] {
        try session.all(
            """
            SELECT line.recordKind, entry.authorName, count(DISTINCT line.recordID),
              max(entry.madeAt)
            FROM \(question.lines)
            GROUP BY line.recordKind, entry.authorName
            ORDER BY max(entry.madeAt) DESC, line.recordKind
            LIMIT 12
            """)
    }

    /// The records that `changes` counts, each once for everybody who changed it, the latest first.
    package static func changed(
        _ question: ChangeQuestion, limit: Int = 100, in session: any Session
    ) throws -> [ChangedRecord] {
        try session.all(
            """
            SELECT last.recordKind, last.recordID, last.authorName, last.madeAt, last.verb,
              COALESCE(told.after, told.before), last.total
            FROM (
              SELECT one.*, count(*) OVER () AS total
              FROM (
                SELECT line.recordKind, line.recordID, line.entryID, line.ordinal,
                  entry.authorName, entry.madeAt, entry.verb,
                  row_number() OVER (
                    PARTITION BY line.recordKind, line.recordID, entry.authorName
                    ORDER BY line.entryID DESC, line.ordinal DESC) AS place
                FROM \(question.lines)) AS one
              WHERE one.place = 1
              ORDER BY one.entryID DESC, one.ordinal DESC
              LIMIT \(limit)) AS last
            JOIN entryLine AS told ON told.entryID = last.entryID AND told.ordinal = last.ordinal
            ORDER BY last.entryID DESC, last.ordinal DESC
            """)
    }
}
