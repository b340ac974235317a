import MerkleLog

/// What a verification of the ledger found.
package struct LedgerReport: Hashable, Sendable {
    /// How many entries were read and found right, up to the flaw if there is one.
    package let size: Int
    package let lineCount: Int
    package let agencyCount: Int
    /// The fingerprint of those entries, computed from the rows alone.
    package let root: TreeHash
    /// How many of the kept checkpoints agree.
    package let checkpointCount: Int
    /// The first thing that is wrong; `nil` for a sound ledger.
    package let flaw: LedgerFlaw?
}
