import Access
import Foundation
import Kernel
import Storage

/// That a system of the agency was harmed in an incident.
struct AffectedSystem: Recorded, Hashable, RowDecodable {
    let id: UUID
    let agencyID: AgencyID
    let version: Int
    let incidentID: IncidentID
    let systemID: UUID

    static let kind: RecordKind = "incidentSystem"
    static let table: SQLName = "incidentSystem"
    var recordID: UUID { id }
    var cells: [Cell] { [Cell("incidentID", incidentID), Cell("systemID", systemID)] }

    init(_ system: UUID, in incident: Incident, at now: Instant) {
        id = UUID(version7At: now)
        agencyID = incident.agencyID
        version = 1
        incidentID = incident.id
        systemID = system
    }

    init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        incidentID = try row.next()
        systemID = try row.next()
    }

    static func all(of incident: Incident, _ view: View) throws -> [AffectedSystem] {
        try view.all(
            """
            SELECT id, agencyID, version, incidentID, systemID FROM incidentSystem
            WHERE agencyID = \(incident.agencyID) AND incidentID = \(incident.id)
            ORDER BY id
            """)
    }
}

/// A system of the agency as the picker of an incident offers it.
package struct PickableSystem: Hashable, Sendable, RowDecodable {
    package let id: UUID
    package let name: String
    package let isCore: Bool
    /// Whether it was picked already.
    package let isAffected: Bool

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        isCore = try row.next()
        isAffected = try row.next()
    }

    /// The systems of the incident's agency that are not retired, and those picked; core first.
    static func all(for incident: Incident, _ view: View) throws -> [PickableSystem] {
        try view.all(
            """
            SELECT system.id, system.name, system.core, picked.id IS NOT NULL
            FROM informationSystem AS system
            LEFT JOIN incidentSystem AS picked
              ON picked.systemID = system.id AND picked.incidentID = \(incident.id)
            WHERE system.agencyID = \(incident.agencyID)
              AND (picked.id IS NOT NULL
                OR (system.removedAt IS NULL AND system.state <> 'retired'))
            ORDER BY system.core DESC, system.name, system.id
            """)
    }
}
