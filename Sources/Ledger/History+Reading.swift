import Foundation
import Kernel
import Storage

extension History {
    /// What was done to one record, the newest first: one page of its history.
    ///
    /// The caller has made sure that the reader may see the record.
    package static func history(
        of record: RecordID, before place: LinePlace? = nil, limit: Int = 50,
        in session: any Session
    ) throws -> [HistoryLine] {
        let earlier: SQL =
            if let place {
                "AND (line.entryID, line.ordinal) < (\(place.entry), \(place.ordinal))"
            } else { "" }
        return try session.all(
            """
            SELECT line.entryID, line.ordinal, entry.madeAt, entry.authorKind, entry.authorID,
              entry.authorName, entry.onBehalfOf, entry.verb, entry.agencyID, line.recordKind,
              line.recordID, line.before, line.after
            FROM entryLine AS line
            JOIN entry ON entry.id = line.entryID
            WHERE line.recordKind = \(record.kind) AND line.recordID = \(record.uuid) \(earlier)
            ORDER BY line.entryID DESC, line.ordinal DESC
            LIMIT \(limit)
            """)
    }

    /// The entry that last did `verb` to a record, among its latest ones; `nil` where none did.
    package static func entry(
        by verb: String, writing record: RecordID, in session: any Session
    ) throws -> EntryID? {
        try history(of: record, in: session).first { $0.verb == verb }?.entry
    }

    /// The lines of one entry in their order, after the line numbered `ordinal`.
    package static func lines(
        of entry: EntryID, after ordinal: Int = 0, limit: Int = 50, in session: any Session
    ) throws -> [HistoryLine] {
        try session.all(
            """
            SELECT line.entryID, line.ordinal, entry.madeAt, entry.authorKind, entry.authorID,
              entry.authorName, entry.onBehalfOf, entry.verb, entry.agencyID, line.recordKind,
              line.recordID, line.before, line.after
            FROM entryLine AS line
            JOIN entry ON entry.id = line.entryID
            WHERE line.entryID = \(entry) AND line.ordinal > \(ordinal)
            ORDER BY line.ordinal
            LIMIT \(limit)
            """)
    }

    /// What was lately done for one agency, the newest first, of its last 200 entries. Each is told
    /// by the first record of the kinds that are asked about.
    ///
    /// - Parameters:
    ///   - kinds: only what was done to records of these; `nil` for all.
    ///   - except: the verbs that are left out.
    package static func entries(
        of agency: AgencyID, on kinds: Set<RecordKind>? = nil, except verbs: Set<String> = [],
        limit: Int = 50, in session: any Session
    ) throws -> [HistoryEntry] {
        let others: SQL = verbs.isEmpty ? "TRUE" : "entry.verb NOT IN \(list: verbs.sorted())"
        let asked: SQL =
            kinds.map { "earliest.recordKind IN \(list: $0.inOrder)" } ?? "TRUE"
        return try session.all(
            """
            SELECT told.entryID, told.ordinal, told.madeAt, told.authorKind, told.authorID,
              told.authorName, told.onBehalfOf, told.verb, told.lineCount, told.recordKind,
              told.recordID, told.after,
              (SELECT count(DISTINCT alike.recordID) FROM entryLine AS alike
               WHERE alike.entryID = told.entryID AND alike.recordKind = told.recordKind)
            FROM (
              SELECT newest.entryID, newest.ordinal, entry.madeAt, entry.authorKind,
                entry.authorID, entry.authorName, entry.onBehalfOf, entry.verb,
                entry.lineCount, line.recordKind, line.recordID, line.after
              FROM \(newest(of: agency))
              JOIN entry ON entry.id = newest.entryID
              JOIN entryLine AS line ON line.entryID = newest.entryID AND line.ordinal = (
                SELECT min(earliest.ordinal) FROM entryLine AS earliest
                WHERE earliest.entryID = newest.entryID AND \(asked))
              WHERE \(others)
              ORDER BY newest.ordinal DESC
              LIMIT \(limit)) AS told
            ORDER BY told.ordinal DESC
            """)
    }

    /// Removes what an entry knew of a record's sensitive values; the ledger still verifies
    /// (個人資料保護法 §11).
    ///
    /// - Returns: how many values were erased.
    @discardableResult
    package static func eraseSecrets(of record: RecordID, in session: any Session) throws -> Int {
        try session.execute(
            """
            DELETE FROM entrySecret
            WHERE EXISTS (
              SELECT 1 FROM entryLine AS line
              WHERE line.recordKind = \(record.kind) AND line.recordID = \(record.uuid)
                AND line.entryID = entrySecret.entryID AND line.ordinal = entrySecret.ordinal)
            """)
    }
}
