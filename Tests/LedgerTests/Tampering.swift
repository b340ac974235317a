import Testing

@testable import Ledger

/// One way to tamper with a ledger of forty entries, and what the verifier must say.
///
/// Entries 2, 5, 8, … have two lines; the agencies 1, 2, 3 take turns.
struct Tampering: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let script: String
    let flaw: LedgerFlaw

    init(_ description: String, _ script: String, _ flaw: LedgerFlaw) {
        testDescription = description
        self.script = script
        self.flaw = flaw
    }

    static func entry(_ position: Int) -> String {
        "(SELECT entryID FROM leaf WHERE position = \(position))"
    }

    static let all = ofLines + ofEntries + ofPlaces + ofTheTree

    static let ofLines = [
        Tampering(
            "a value of the past is changed",
            "UPDATE entryLine SET after = '{}' WHERE entryID = \(entry(11)) AND ordinal = 2;",
            .alteredLine(at: 11, line: 2)),
        Tampering(
            "a value before the change is put in",
            "UPDATE entryLine SET before = '{}' WHERE entryID = \(entry(4));",
            .alteredLine(at: 4, line: 1)),
        Tampering(
            "a line is told of another record",
            """
            UPDATE entryLine SET recordID = '00000000-0000-7000-8000-000000000000'
            WHERE entryID = \(entry(13));
            """, .alteredLine(at: 13, line: 1)),
        Tampering(
            "the digest of a line is changed",
            """
            UPDATE entryLine SET digest = (SELECT hash FROM leaf WHERE position = 0)
            WHERE entryID = \(entry(13));
            """, .alteredLine(at: 13, line: 1)),
        Tampering(
            "the first of two lines is taken out",
            "DELETE FROM entryLine WHERE entryID = \(entry(11)) AND ordinal = 1;",
            .missingLine(at: 11, line: 1)),
        Tampering(
            "the last line is taken out",
            "DELETE FROM entryLine WHERE entryID = \(entry(11)) AND ordinal = 2;",
            .missingLine(at: 11, line: 2)),
        Tampering(
            "a line is added",
            """
            INSERT INTO entryLine (
              entryID, ordinal, recordKind, recordID, before, after, digest)
            SELECT entryID, 2, recordKind, recordID, before, after, digest
            FROM entryLine WHERE entryID = \(entry(9));
            """, .addedLine(at: 9, line: 2)),
        Tampering(
            "a line stands without its entry",
            """
            UPDATE entryLine SET entryID = '00000000-0000-7000-8000-000000000000'
            WHERE entryID = \(entry(39));
            """, .missingLine(at: 39, line: 1)),
        Tampering(
            "a line is slipped in that belongs to no entry",
            """
            INSERT INTO entryLine (
              entryID, ordinal, recordKind, recordID, before, after, digest)
            SELECT 'ffffffff-0000-7000-8000-000000000000', 1, recordKind, recordID, before, after,
              digest
            FROM entryLine WHERE entryID = \(entry(9));
            """, .unplacedLine(at: 40, entry: "ffffffff-0000-7000-8000-000000000000")),
    ]

    static let ofEntries = [
        Tampering(
            "somebody else is said to have done it",
            "UPDATE entry SET authorName = '李大華' WHERE id = \(entry(13));",
            .alteredEntry(at: 13)),
        Tampering(
            "it is said to have been on behalf of somebody",
            "UPDATE entry SET onBehalfOf = '' WHERE id = \(entry(14));", .alteredEntry(at: 14)),
        Tampering(
            "it is said to have been earlier",
            "UPDATE entry SET madeAt = madeAt - 1 WHERE id = \(entry(0));", .alteredEntry(at: 0)),
        Tampering(
            "it is said to have been something else",
            "UPDATE entry SET verb = 'system.view' WHERE id = \(entry(39));",
            .alteredEntry(at: 39)),
        Tampering(
            "it is said to have been another agency's affair",
            """
            UPDATE entry SET agencyID = (SELECT agencyID FROM leaf WHERE position = 1)
            WHERE id = \(entry(15));
            """, .alteredEntry(at: 15)),
        Tampering(
            "the digest over an entry's lines is changed",
            """
            UPDATE entry SET digest = (SELECT hash FROM leaf WHERE position = 0)
            WHERE id = \(entry(16));
            """, .alteredEntry(at: 16)),
        Tampering(
            "an entry is removed and its place stays",
            """
            DELETE FROM entryLine WHERE entryID = \(entry(17));
            DELETE FROM entry WHERE id = \(entry(17));
            """, .missingEntry(at: 17)),
        Tampering(
            "an entry is slipped in",
            """
            INSERT INTO entry (
              id, madeAt, authorKind, authorID, authorName, onBehalfOf, verb, agencyID, lineCount,
              digest)
            SELECT '00000000-0000-7000-8000-000000000000', madeAt, authorKind, authorID,
              authorName, onBehalfOf, verb, agencyID, 0, digest
            FROM entry WHERE id = \(entry(5));
            """, .unplacedEntry(at: 0, entry: "00000000-0000-7000-8000-000000000000")),
    ]

    private static let withoutEntry17 = """
        DELETE FROM entryLine WHERE entryID = \(entry(17));
        DELETE FROM entry WHERE id = \(entry(17));
        DELETE FROM leaf WHERE position = 17;
        """

    private static let withoutLastTen = """
        DELETE FROM entryLine WHERE entryID IN (SELECT entryID FROM leaf WHERE position >= 30);
        DELETE FROM entry WHERE id IN (SELECT entryID FROM leaf WHERE position >= 30);
        DELETE FROM leaf WHERE position >= 30;
        """

    static let ofPlaces = [
        Tampering(
            "an entry is removed with its place", withoutEntry17,
            .missingPlaces(at: 17, count: 1)),
        Tampering(
            "an entry is removed and the gap is closed",
            withoutEntry17 + """
                UPDATE leaf SET position = position + 1000000 WHERE position > 17;
                UPDATE leaf SET position = position - 1000001 WHERE position > 17;
                """, .missingPlaces(at: 17, count: 1)),
        Tampering(
            "two places are exchanged",
            """
            UPDATE leaf SET position = 1000000 WHERE position = 12;
            UPDATE leaf SET position = 12 WHERE position = 25;
            UPDATE leaf SET position = 25 WHERE position = 1000000;
            """, .exchanged(at: 12, with: 25)),
        Tampering(
            "an agency's number is changed",
            "UPDATE leaf SET ordinal = 100 WHERE position = 38;", .alteredEntry(at: 38)),
        Tampering(
            "a place is given to another agency",
            """
            UPDATE leaf SET ordinal = 100, agencyID = (
              SELECT agencyID FROM leaf WHERE position = 0)
            WHERE position = 38;
            """, .alteredEntry(at: 38)),
        Tampering(
            "the memory of the entry before is changed",
            """
            UPDATE leaf SET previous = (SELECT hash FROM leaf WHERE position = 0)
            WHERE position = 20;
            """, .alteredEntry(at: 20)),
        Tampering(
            "the last ten are dropped", withoutLastTen, .truncated(at: 30, known: 40)),
        Tampering(
            "the last place is dropped and its entry stays",
            """
            DELETE FROM leaf WHERE position = 39;
            DELETE FROM node WHERE place = 19 AND level = 1;
            DELETE FROM node WHERE place = 9 AND level = 2;
            DELETE FROM node WHERE place = 4 AND level = 3;
            """, .truncated(at: 39, known: 40)),
    ]

    static let ofTheTree = [
        Tampering(
            "a leaf's hash is changed",
            """
            UPDATE leaf SET hash = (SELECT hash FROM leaf WHERE position = 0)
            WHERE position = 21;
            """, .alteredEntry(at: 21)),
        Tampering(
            "a node is changed",
            """
            UPDATE node SET hash = (SELECT hash FROM leaf WHERE position = 0)
            WHERE level = 2 AND place = 3;
            """, .alteredTree(at: 12, over: 12..<16)),
        Tampering(
            "a node above two leaves is changed",
            """
            UPDATE node SET hash = (SELECT hash FROM leaf WHERE position = 0)
            WHERE level = 1 AND place = 3;
            """, .alteredTree(at: 6, over: 6..<8)),
        Tampering(
            "a node is removed", "DELETE FROM node WHERE level = 2 AND place = 3;",
            .missingNode(at: 12, over: 12..<16)),
        Tampering(
            "a node is added beyond the end",
            """
            INSERT INTO node (level, place, hash)
            SELECT 62, 9223372036854775807, hash FROM leaf WHERE position = 0;
            """, .truncated(at: 40, known: Int.max)),
    ]

    /// Cut so that nothing inside the database remembers the rest.
    static let cleanCut =
        withoutLastTen
            + """
            DELETE FROM node WHERE level = 1 AND place >= 15;
            DELETE FROM node WHERE level = 2 AND place >= 7;
            DELETE FROM node WHERE level = 3 AND place >= 3;
            DELETE FROM node WHERE level = 4 AND place >= 1;
            DELETE FROM node WHERE level = 5;
            """
}
