import Access
import Attachments
import Evidence
import Kernel
import Statute
import Storage

/// An incident as its own page shows it: with its agency, its steps, the systems it touched and its
/// files.
package struct SeenIncident: Sendable {
    package let incident: Incident
    package let agencyName: String
    package let steps: [IncidentStep]
    package let systems: [PickableSystem]
    package let files: [EvidenceFile]

    package var affected: [PickableSystem] { systems.filter(\.isAffected) }
    /// Whether a core system is among those affected.
    package var touchesCore: Bool { affected.contains(where: \.isCore) }
}

extension Incident {
    /// The incident `id` within the caller's reach; who may only report sees what they reported.
    ///
    /// - Throws: `IncidentRefusal.unknown` for any other.
    static func find(_ id: IncidentID, _ view: View) throws -> (Incident, agencyName: String) {
        let found = try view.all(
            """
            SELECT \(columns), agency.name
            FROM incident JOIN agency ON agency.id = incident.agencyID
            WHERE incident.id = \(id) AND \(visible(to: view))
            """
        ) { row in (try Incident(&row), agencyName: try row.next(String.self)) }.first
        guard let found else { throw IncidentRefusal.unknown }
        return found
    }

    /// Which incidents the caller may look at.
    static func visible(to view: View) -> SQL {
        let caller = view.caller
        let inReach: SQL = "\(view.reach(.open), covers: "incident.agencyID")"
        guard !caller.may(.seeIncidents) else { return inReach }
        return "\(inReach) AND incident.reporterID = \(caller.person)"
    }

    /// The next number of the year, over the whole city. Changes are written one at a time, so no
    /// two get the same.
    static func nextNumber(isDrill: Bool, _ view: View) throws -> IncidentNumber {
        let year = ROCYear(of: view.now.day)
        let last: Int? = try view.value(
            """
            SELECT COALESCE(MAX(sequence), 0) FROM incident
            WHERE drill = \(isDrill) AND year = \(year.number)
            """)
        return IncidentNumber(year: year, sequence: (last ?? 0) + 1, isDrill: isDrill)
    }
}

extension SeenIncident {
    static func find(_ id: IncidentID, _ view: View) throws -> SeenIncident {
        let (incident, agencyName) = try Incident.find(id, view)
        return SeenIncident(
            incident: incident, agencyName: agencyName,
            steps: try IncidentStep.all(of: incident, view),
            systems: try PickableSystem.all(for: incident, view),
            files: try EvidenceFile.all(of: RecordID(kind: Incident.kind, uuid: id.uuid), view))
    }
}
