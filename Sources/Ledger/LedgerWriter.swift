import Foundation
import Kernel
import MerkleLog
import Storage

/// Adds to the history of the programme, which only grows.
///
/// Each entry gets its position in the log, its agency's own next number and its place in the tree
/// of hashes, in the transaction of the change itself.
package enum LedgerWriter {
    /// Writes one change down; only the Door calls this, inside the one write transaction.
    ///
    /// A few statements, whatever the length of the log; lines go in as fast as the database can.
    @discardableResult
    package static func append(_ entry: NewEntry, to session: any Session) throws -> EntryID {
        let head = try LogHead.current(for: entry.agency, in: session)
        let id = EntryID(at: entry.at, after: head?.entry)
        let logged = LogEntry(
            position: head.map { $0.position + 1 } ?? 0, id: id.description,
            madeAt: entry.at.microseconds, author: entry.author.asLogged, verb: entry.verb,
            agency: entry.agency.description, ordinal: (head?.ordinal ?? 0) + 1,
            previous: head?.agencyHash, lineCount: entry.lines.count,
            linesRoot: TreeHash(ofLines: entry.lines.map(\.hash)))
        try insert(logged, id: id, of: entry, in: session)
        try insert(entry.lines, of: id, in: session)
        try insert(entry.secrets, of: id, in: session)
        try place(logged, id: id, of: entry, after: head, in: session)
        return id
    }
}

extension LedgerWriter {
    private static func insert(
        _ logged: LogEntry, id: EntryID, of entry: NewEntry, in session: any Session
    ) throws {
        try session.execute(
            """
            INSERT INTO entry (
              id, madeAt, authorKind, authorID, authorName, onBehalfOf, verb, agencyID,
              lineCount, digest)
            VALUES (
              \(id), \(entry.at), \(entry.author.kind), \(entry.author.id),
              \(entry.author.name), \(entry.author.onBehalfOf), \(entry.verb), \(entry.agency),
              \(logged.lineCount), \(logged.linesRoot))
            """)
    }

    private static func insert(
        _ lines: [Line], of id: EntryID, in session: any Session
    ) throws {
        // Some hundreds at a time stand in memory as values.
        try lines.slices(of: 500).madeAhead { some in
            packed(some, of: id)
        } _: { lines in
            try session.insert(
                lines, into: "entryLine",
                columns: [
                    "entryID", "ordinal", "recordKind", "recordID", "before", "after", "digest",
                ])
        }
    }

    private static func packed(_ lines: ArraySlice<Line>, of id: EntryID) -> PackedRows {
        var packed = PackedRows(reserving: lines.count * 7, lines.count * 512)
        for (index, line) in zip(lines.indices, lines) {
            packed.add(id.uuid)
            packed.add(index + 1)
            packed.add(line.record.kind)
            packed.add(line.record.uuid)
            packed.add(line.before)
            packed.add(line.after)
            packed.add(line.hash)
        }
        return packed
    }

    private static func insert(
        _ secrets: [Secret], of id: EntryID, in session: any Session
    ) throws {
        try session.insert(
            PackedRows(
                secrets.map { secret in
                    [id.stored, secret.line.stored, secret.field.stored, secret.ciphertext.stored]
                }), into: "entrySecret", columns: ["entryID", "ordinal", "field", "ciphertext"])
    }

    /// Gives the entry its leaf, and the tree the nodes that the leaf fills.
    private static func place(
        _ logged: LogEntry, id: EntryID, of entry: NewEntry, after head: LogHead?,
        in session: any Session
    ) throws {
        let hash = logged.hash
        try session.execute(
            """
            INSERT INTO leaf (position, entryID, agencyID, ordinal, previous, hash)
            VALUES (
              \(logged.position), \(id), \(entry.agency), \(logged.ordinal),
              \(logged.previous), \(hash))
            """)
        let siblings = try StoredTree.siblings(of: logged.position, last: head?.hash, in: session)
        let filled = try TreeNode.filled(by: hash, at: logged.position) { address in
            guard let hash = siblings[address] else { throw MissingNode(address: address) }
            return hash
        }
        guard !filled.isEmpty else { return }
        let rows: [SQL] = filled.map { node in
            "(\(node.address.level), \(node.address.place), \(node.hash))"
        }
        try session.execute(
            "INSERT INTO node (level, place, hash) VALUES \(SQL(joining: rows, with: ", "))")
    }
}
