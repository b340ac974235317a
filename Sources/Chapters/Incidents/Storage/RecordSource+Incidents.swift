import Kernel
import Outline
import Storage

extension RecordSource {
    /// Incidents in earnest, false alarms among them, as their list shows them.
    static let incidents = RecordSource(
        "incidents", Term("資安事件", en: "Incidents"), at: "/incidents", see: .seeIncidents
    ) { reach, _ in
        """
        SELECT count(*) FROM incident
        WHERE NOT drill AND \(reach, covers: "incident.agencyID")
        """
    }

    /// Drills of incidents.
    static let incidentDrills = RecordSource(
        "incident-drills", Term("事件演練", en: "Incident drills"), at: "/incidents/drills",
        see: .seeIncidents
    ) { reach, _ in
        """
        SELECT count(*) FROM incident
        WHERE drill AND \(reach, covers: "incident.agencyID")
        """
    }
}
