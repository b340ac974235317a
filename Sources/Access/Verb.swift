import Kernel

/// What a change does, in the word that histories print.
package struct Verb: Hashable, Sendable {
    /// The stable word in the ledger, as in `system.revise`.
    package let name: String
    package let term: Term

    package init(_ name: String, _ term: Term) {
        self.name = name
        self.term = term
    }
}
