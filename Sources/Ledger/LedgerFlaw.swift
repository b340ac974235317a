import Kernel
import MerkleLog

/// What is wrong with the ledger at the first place where something is.
package enum LedgerFlaw: Refusal, Hashable {
    /// A line is not as it was written; `nil` where it cannot be told which.
    case alteredLine(at: Int, line: Int?)
    case missingLine(at: Int, line: Int)
    case addedLine(at: Int, line: Int)
    /// Who, when, what, for whom: something of the entry or of its place was changed.
    case alteredEntry(at: Int)
    /// The log has the place, but the entry is gone.
    case missingEntry(at: Int)
    /// The places from `at` on are gone, `count` of them.
    case missingPlaces(at: Int, count: Int)
    case exchanged(at: Int, with: Int)
    case ordinalGap(at: Int, agency: String, expected: Int, found: Int)
    /// An entry agrees with itself, but not with the agency's next, which remembers its hash.
    case rewritten(at: Int)
    /// Entries agree with themselves, but not with the tree over them.
    case alteredTree(at: Int, over: Range<Int>)
    case missingNode(at: Int, over: Range<Int>)
    /// An entry has no place in the log: it was slipped in.
    case unplacedEntry(at: Int, entry: String)
    /// A line belongs to no entry of the log.
    case unplacedLine(at: Int, entry: String)
    /// The log ends at `at` although it was longer, `known` entries at least.
    case truncated(at: Int, known: Int)
    /// Everything agrees, but not with a checkpoint kept outside: the log was written anew.
    case otherThanKept(at: Int, size: Int)
}

extension LedgerFlaw {
    /// The position in the log, from 0, of the first entry that is wrong or gone.
    package var index: Int {
        switch self {
        case .alteredLine(let index, _), .missingLine(let index, _), .addedLine(let index, _),
            .alteredEntry(let index), .missingEntry(let index), .missingPlaces(let index, _),
            .exchanged(let index, _), .ordinalGap(let index, _, _, _), .rewritten(let index),
            .alteredTree(let index, _), .missingNode(let index, _), .unplacedEntry(let index, _),
            .unplacedLine(let index, _), .truncated(let index, _), .otherThanKept(let index, _):
            index
        }
    }

    package var kind: RefusalKind { .conflict }

    package var code: String {
        switch self {
        case .alteredLine: "line.altered"
        case .missingLine: "line.missing"
        case .addedLine: "line.added"
        case .alteredEntry: "entry.altered"
        case .missingEntry: "entry.missing"
        case .missingPlaces: "entry.removed"
        case .exchanged: "entry.exchanged"
        case .ordinalGap: "agency.gap"
        case .rewritten: "entry.rewritten"
        case .alteredTree: "tree.altered"
        case .missingNode: "tree.missing"
        case .unplacedEntry: "entry.unplaced"
        case .unplacedLine: "line.unplaced"
        case .truncated: "log.truncated"
        case .otherThanKept: "log.rewritten"
        }
    }
}
