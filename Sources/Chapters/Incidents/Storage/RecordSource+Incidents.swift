import HTML
import Kernel
import Outline
import Statute
import Storage

extension RecordSource {
    /// Incidents in earnest of which an agency knew in the year.
    static let incidents = counted(
        "incidents", Term("資安事件", en: "Incidents"), at: "/incidents", where: "NOT drill")

    /// Those whose level the superior confirmed; false alarms are left out.
    static func confirmed(_ level: IncidentLevel) -> RecordSource {
        counted(
            "incidents.level\(level.rawValue)",
            Term("審核為\(level.term.zh)", en: "Confirmed: \(level.term.en)"),
            at: Path("incidents").with("confirmed", level.rawValue),
            where: """
                NOT drill AND withdrawnAt IS NULL AND confirmedLevel = \(level.rawValue)
                """)
    }

    /// Drills of the year.
    static let incidentDrills = counted(
        "incident-drills", Term("事件演練", en: "Incident drills"), at: "/incidents/drills",
        where: "drill")

    private static func counted(
        _ name: String, _ term: Term, at path: Path, where condition: SQL
    ) -> RecordSource {
        RecordSource(name, term, at: path, see: .seeIncidents, isYearly: true) { reach, year, _ in
            """
            SELECT count(*) FROM incident
            WHERE \(condition) AND knownAt >= \(Instant(startOf: year.firstDay))
              AND knownAt < \(Instant(startOf: year.lastDay.adding(days: 1)))
              AND \(reach, covers: "incident.agencyID")
            """
        }
    }
}
