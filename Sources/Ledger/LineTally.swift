import Kernel
import MerkleLog
import Storage

/// The lines of one entry, hashed as they were read.
struct LineTally {
    private var edge = TreeEdge()
    /// The first line that is not as its own digest says, or whose number is not the next.
    private var flaw: LedgerFlaw?

    var count: Int { edge.size }
    var root: TreeHash { edge.root }

    /// - Throws: `LedgerFlaw` where these are not `lineCount` lines as they were written.
    func check(lineCount: Int, at position: Int) throws {
        if let flaw { throw flaw }
        if count < lineCount { throw LedgerFlaw.missingLine(at: position, line: count + 1) }
        if count > lineCount { throw LedgerFlaw.addedLine(at: position, line: lineCount + 1) }
    }

    private mutating func add(_ line: LogLine, ordinal: Int, digest: [UInt8], at position: Int) {
        let hash = line.hash
        if ordinal != count + 1, flaw == nil {
            flaw = .missingLine(at: position, line: count + 1)
        }
        if TreeHash(bytes: digest) != hash, flaw == nil {
            flaw = .alteredLine(at: position, line: ordinal)
        }
        edge.append(hash)
    }

    /// The lines of the entries at `positions`. They are hashed row by row and not kept.
    static func tallies(
        of positions: ClosedRange<Int>, in session: any Session
    ) throws -> [Int: LineTally] {
        var tallies: [Int: LineTally] = [:]
        _ = try session.all(
            """
            SELECT leaf.position, line.ordinal, line.recordKind, line.recordID, line.before,
              line.after, line.digest
            FROM leaf
            JOIN entryLine AS line ON line.entryID = leaf.entryID
            WHERE leaf.position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
            ORDER BY leaf.position, line.ordinal
            """
        ) { row in
            let position: Int = try row.next()
            let ordinal: Int = try row.next()
            let line = LogLine(
                recordKind: try row.next(), recordID: try row.next(WrittenID.self).text,
                before: try row.next(), after: try row.next())
            tallies[position, default: LineTally()].add(
                line, ordinal: ordinal, digest: try row.next(), at: position)
        }
        return tallies
    }
}
