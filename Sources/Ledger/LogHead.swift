import Kernel
import MerkleLog
import Storage

/// Where the log ends, and where the entries of one agency end.
struct LogHead {
    let position: Int
    let entry: EntryID
    let hash: TreeHash
    /// The agency's last number and the hash of that entry; `nil` before its first.
    let ordinal: Int?
    let agencyHash: TreeHash?
}

extension LogHead: RowDecodable {
    init(_ row: inout RowReader) throws {
        position = try row.next()
        entry = try row.next()
        hash = try row.next()
        ordinal = try row.next()
        agencyHash = try row.next()
    }

    /// The end of the log as an entry of `agency` finds it; `nil` while the log is empty.
    static func current(for agency: AgencyID, in session: any Session) throws -> LogHead? {
        try session.first(
            """
            SELECT newest.position, newest.entryID, newest.hash, own.ordinal, own.hash
            FROM (
              SELECT position, entryID, hash FROM leaf ORDER BY position DESC LIMIT 1
            ) AS newest
            LEFT JOIN (
              SELECT ordinal, hash FROM leaf
              WHERE agencyID = \(agency) ORDER BY ordinal DESC LIMIT 1
            ) AS own ON TRUE
            """)
    }
}
