import Access
import Agencies
import Attachments
import Duties
import Exchange
import Incidents
import Inventory
import Kernel
import Plan
import Registers
import Systems
import Team

/// What people read for the acts that the ledger keeps by their stable words.
struct ActBook: Sendable {
    private let terms: [String: Term]

    /// - Parameter exchanges: of all registers, for what is done to their rows.
    init(_ exchanges: [any ExchangeOutline]) {
        let verbs: [Verb] =
            exchanges.flatMap(\.verbs) + Verb.ofAccess + Verb.ofEvidence + Verb.ofDuties
            + Verb.ofPlan + Verb.ofAgencies + Verb.ofSystems + Verb.ofTeam + Verb.ofInventory
            + Verb.ofIncidents
        terms = Dictionary(verbs.map { ($0.name, $0.term) }) { $1 }
    }

    /// The words of an act; `nil` for one that nobody named.
    func term(_ verb: String) -> Term? { terms[verb] }
}
