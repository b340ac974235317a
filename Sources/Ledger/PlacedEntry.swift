import Foundation
import Kernel
import MerkleLog
import Storage

/// A place of the log with the entry that stands there, just as the rows say, unproven.
struct PlacedEntry {
    let position: Int
    let entryID: WrittenID
    let agency: String
    let ordinal: Int
    let previous: [UInt8]?
    let hash: [UInt8]
    /// `nil` where the entry's row is gone.
    let content: Content?

    struct Content {
        let madeAt: Int64
        let author: LogAuthor
        let verb: String
        let agency: String
        let lineCount: Int
        let digest: [UInt8]
    }

    /// The entry as it would be logged at `position`; `nil` where a hash has not 32 bytes.
    func logged(_ content: Content, at position: Int, linesRoot: TreeHash) -> LogEntry? {
        let previous = previous.flatMap { TreeHash(bytes: $0) }
        guard (previous == nil) == (self.previous == nil) else { return nil }
        return LogEntry(
            position: position, id: entryID.text, madeAt: content.madeAt, author: content.author,
            verb: content.verb, agency: content.agency, ordinal: ordinal, previous: previous,
            lineCount: content.lineCount, linesRoot: linesRoot)
    }
}

extension PlacedEntry: RowDecodable {
    init(_ row: inout RowReader) throws {
        position = try row.next()
        entryID = try row.next()
        agency = try row.next(WrittenID.self).text
        ordinal = try row.next()
        previous = try row.next()
        hash = try row.next()
        content = try row.next(String?.self) == nil ? nil : Content(&row)
    }

    /// The places from `position` on, in their order.
    static func page(
        from position: Int, limit: Int, in session: any Session
    ) throws -> [PlacedEntry] {
        try page(where: "leaf.position >= \(position)", limit: limit, in: session)
    }

    /// The places of one agency from `position` on, in their order.
    static func page(
        of agency: AgencyID, from position: Int, limit: Int, in session: any Session
    ) throws -> [PlacedEntry] {
        try page(
            where: "leaf.agencyID = \(agency) AND leaf.position >= \(position)", limit: limit,
            in: session)
    }

    private static func page(
        where condition: SQL, limit: Int, in session: any Session
    ) throws -> [PlacedEntry] {
        try session.all(
            """
            SELECT leaf.position, leaf.entryID, leaf.agencyID, leaf.ordinal, leaf.previous,
              leaf.hash, entry.verb, entry.madeAt, entry.authorKind, entry.authorID,
              entry.authorName, entry.onBehalfOf, entry.verb, entry.agencyID, entry.lineCount,
              entry.digest
            FROM leaf
            LEFT JOIN entry ON entry.id = leaf.entryID
            WHERE \(condition)
            ORDER BY leaf.position
            LIMIT \(limit)
            """)
    }
}

extension PlacedEntry.Content: RowDecodable {
    init(_ row: inout RowReader) throws {
        madeAt = try row.next()
        author = LogAuthor(
            kind: try row.next(), id: try row.next(WrittenID?.self)?.text, name: try row.next(),
            onBehalfOf: try row.next())
        verb = try row.next()
        agency = try row.next(WrittenID.self).text
        lineCount = try row.next()
        digest = try row.next()
    }
}
