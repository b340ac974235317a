import HTML
import Kernel

/// One thing that stands beside a clause as its proof, or says why there is none.
enum Support: Sendable {
    case records(Records)
    /// A duty of the law that the agency owes.
    case duty(Term, JudgedDuty, path: Path)
    /// A duty of the law that it does not owe, and why not.
    case exempt(Term, Term, path: Path)
    /// A duty whose state the reader may not see.
    case unseen(Term)
    /// A paper; no path for those who may not have it.
    case paper(PaperKind, path: Path?)
    /// How many of what leads to them.
    case tally(Term, Int, path: Path)
    case citations(all: Int, stale: Int, path: Path)
    case builtIn(Term)

    /// The records of a list, counted for the agency and the year.
    struct Records: Sendable {
        let term: Term
        let count: Int
        let isYearly: Bool
        let role: Role
        let path: Path
    }

    /// What records of a list say about a row of the plan.
    enum Role: Sendable {
        case proof, related, condition, gap, limited
    }

    /// Whether it is a duty whose state tells how the row stands.
    var isOwedDuty: Bool {
        switch self {
        case .duty, .unseen: true
        case .records, .exempt, .paper, .tally, .citations, .builtIn: false
        }
    }
}
