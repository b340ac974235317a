import MerkleLog
import Storage

/// Proves the ledger from its rows alone: every line, entry, place, number, chain and node is
/// computed again, and the first that does not agree is named.
///
/// A log that was rewritten as a whole agrees with itself. Only checkpoints kept outside show it.
package struct LedgerVerifier: Sendable {
    private let kept: [Checkpoint]

    /// - Parameter kept: checkpoints that were printed, mailed or kept by a witness.
    package init(keeping kept: [Checkpoint] = []) {
        self.kept = kept
    }

    package func verify(in session: any Session) throws -> LedgerReport {
        var walk = LedgerWalk(session: session, kept: kept)
        do {
            try walk.run()
            return walk.report(nil)
        } catch let flaw as LedgerFlaw {
            return walk.report(flaw)
        }
    }
}
