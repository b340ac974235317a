import Access
import HTML
import Kernel
import Storage

/// An incident that goes no further until somebody decides.
package struct WaitingIncident: Sendable {
    /// What is to be decided.
    package enum Decision: Sendable {
        /// The level, by the superior (審核).
        case level
        /// Whether it is over: damage is controlled and the report handed in.
        case closure
    }

    package let incident: Incident
    package let agencyName: String
    package let decision: Decision

    package var place: Path { .incident(incident.id) }

    /// What waits for the caller's decision, the longest first, in one question.
    package static func all(_ view: View) throws -> [WaitingIncident] {
        let caller = view.caller
        guard caller.may(.seeIncidents) else { return [] }
        let found = try view.all(
            """
            SELECT \(Incident.columns), agency.name
            FROM incident JOIN agency ON agency.id = incident.agencyID
            WHERE \(Incident.visible(to: view))
              AND incident.closedAt IS NULL AND incident.withdrawnAt IS NULL
              AND (incident.receivedAt IS NOT NULL AND incident.reviewedAt IS NULL
                OR \(Reach.heir(caller.agency), covers: "incident.agencyID")
                  AND incident.containedAt IS NOT NULL
                  AND incident.reportFiledAt IS NOT NULL)
            ORDER BY incident.id
            LIMIT 50
            """
        ) { row in (try Incident(&row), try row.next() as String) }
        return found.compactMap { incident, name in
            guard let decision = incident.decision(of: caller) else { return nil }
            return WaitingIncident(incident: incident, agencyName: name, decision: decision)
        }
    }
}

extension Incident {
    fileprivate func decision(of caller: Caller) -> WaitingIncident.Decision? {
        let isUnreviewed = marks.receivedAt != nil && marks.reviewedAt == nil
        if isUnreviewed && isReviewed(by: caller) { return .level }
        let isOwn = caller.answers(for: agencyID) && caller.may(.handleIncidents)
        return isOwn && phase == .closable ? .closure : nil
    }
}
