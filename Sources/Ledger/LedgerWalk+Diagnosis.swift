import MerkleLog
import Storage

/// What happened where an entry does not agree: questions asked only once something is wrong.
extension LedgerWalk {
    /// Why the entry at its position has another hash than was written.
    func diagnosis(
        of entry: PlacedEntry, _ content: PlacedEntry.Content, _ linesRoot: TreeHash
    ) throws -> LedgerFlaw {
        if let other = try earlierEntry(standingAfter: entry) {
            return .exchanged(at: entry.position, with: other)
        }
        let digest = TreeHash(bytes: content.digest)
        let asWritten = digest.flatMap {
            entry.logged(content, at: entry.position, linesRoot: $0)?.hash.bytes
        }
        if asWritten == entry.hash, digest != linesRoot {
            return .alteredLine(at: entry.position, line: content.lineCount == 1 ? 1 : nil)
        }
        let moved = (1...Self.farthestMove).first { distance in
            let position = entry.position + distance
            let hash = entry.logged(content, at: position, linesRoot: linesRoot)?.hash
            return hash?.bytes == entry.hash
        }
        if let moved { return .missingPlaces(at: entry.position, count: moved) }
        return .alteredEntry(at: entry.position)
    }

    /// Which of two entries does not agree with the node over them: the one that the agency's next
    /// entry remembers differently; else the one that no entry remembers yet; else the node.
    func diagnosis(ofPair leaves: Range<Int>) throws -> LedgerFlaw {
        let remembered = try session.all(
            """
            SELECT leaf.position, leaf.hash, later.previous
            FROM leaf
            LEFT JOIN leaf AS later
              ON later.agencyID = leaf.agencyID AND later.ordinal = leaf.ordinal + 1
            WHERE leaf.position >= \(leaves.lowerBound) AND leaf.position < \(leaves.upperBound)
            ORDER BY leaf.position
            """
        ) { row in
            (
                position: try row.next(Int.self), hash: try row.next([UInt8].self),
                next: try row.next([UInt8]?.self)
            )
        }
        if let wrong = remembered.first(where: { $0.next != nil && $0.next != $0.hash }) {
            return .rewritten(at: wrong.position)
        }
        let unknown = remembered.first { $0.next == nil }
        return .alteredTree(at: unknown?.position ?? leaves.lowerBound, over: leaves)
    }

    /// The position of the oldest entry that is older than `entry` and yet stands after it:
    /// entries are numbered in the order of their ids.
    private func earlierEntry(standingAfter entry: PlacedEntry) throws -> Int? {
        try session.value(
            """
            SELECT position FROM leaf
            WHERE position > \(entry.position) AND entryID < \(entry.entryID)
            ORDER BY entryID LIMIT 1
            """)
    }

    /// How far back a gap is looked for that was closed by moving the later entries.
    private static let farthestMove = 10_000
}

extension LedgerWalk {
    /// Whether anything is left over once the last place has been read.
    func checkEnd(keptSize: Int?) throws {
        let size = edge.size
        if let known = try farthestNode(), known > size {
            throw LedgerFlaw.truncated(at: size, known: known)
        }
        if let entry = try unplacedEntry() {
            let index = try place(of: entry)
            throw index == size
                ? LedgerFlaw.truncated(at: size, known: keptSize ?? size + 1)
                : LedgerFlaw.unplacedEntry(at: index, entry: entry.text)
        }
        if let entry = try unplacedLine() {
            throw LedgerFlaw.unplacedLine(at: try place(of: entry), entry: entry.text)
        }
        if let keptSize { throw LedgerFlaw.truncated(at: size, known: keptSize) }
    }

    /// How long the log was when the farthest node was filled.
    private func farthestNode() throws -> Int? {
        let ends = try session.all("SELECT level, MAX(place) FROM node GROUP BY level") { row in
            let level: Int = try row.next()
            let (count, overflows) = try row.next(Int.self).addingReportingOverflow(1)
            return overflows || count.leadingZeroBitCount <= level ? Int.max : count << level
        }
        return ends.max()
    }

    private func unplacedEntry() throws -> WrittenID? {
        guard try session.value("SELECT COUNT(*) FROM entry", as: Int.self) != edge.size else {
            return nil
        }
        return try session.value(
            """
            SELECT id FROM entry
            WHERE NOT EXISTS (SELECT 1 FROM leaf WHERE leaf.entryID = entry.id)
            ORDER BY id LIMIT 1
            """)
    }

    private func unplacedLine() throws -> WrittenID? {
        guard try session.value("SELECT COUNT(*) FROM entryLine", as: Int.self) != lineCount else {
            return nil
        }
        return try session.value(
            """
            SELECT entryID FROM entryLine AS line
            WHERE NOT EXISTS (SELECT 1 FROM leaf WHERE leaf.entryID = line.entryID)
            ORDER BY entryID LIMIT 1
            """)
    }

    /// Where an entry with the id `entry` would stand.
    private func place(of entry: WrittenID) throws -> Int {
        try session.value("SELECT COUNT(*) FROM leaf WHERE entryID < \(entry)") ?? edge.size
    }
}
