import Kernel
import Storage

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

extension History {
    /// What was changed for `agency` after a moment, by kind and author, the latest first; of the
    /// last `limit` entries.
    ///
    /// - Parameter except: the kinds that follow from others and say nothing by themselves.
    package static func changes(
        of agency: AgencyID, since moment: Instant, except: Set<RecordKind>, limit: Int = 200,
        in session: any Session
    ) throws -> [ChangedRecords] {
        try session.all(
            """
            SELECT line.recordKind, entry.authorName, count(DISTINCT line.recordID),
              max(entry.madeAt)
            FROM (
              SELECT entryID FROM leaf WHERE agencyID = \(agency)
              ORDER BY ordinal DESC LIMIT \(limit)) AS newest
            JOIN entry ON entry.id = newest.entryID AND entry.madeAt > \(moment)
            JOIN entryLine AS line ON line.entryID = entry.id
            WHERE line.recordKind NOT IN \(list: except.sorted { $0.name < $1.name })
            GROUP BY line.recordKind, entry.authorName
            ORDER BY max(entry.madeAt) DESC, line.recordKind
            LIMIT 12
            """)
    }
}
