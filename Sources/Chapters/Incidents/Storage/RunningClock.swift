import Access
import Kernel
import Statute
import Storage

/// A clock of the law that runs now in some incident, as boards and first screens show it.
package struct RunningClock: Hashable, Sendable {
    package let incident: IncidentID
    package let number: IncidentNumber
    package let title: Term
    package let agency: AgencyID
    package let agencyName: String
    /// `nil` until one is judged; the clocks go by the gravest meanwhile.
    package let level: IncidentLevel?
    /// What has to be done, as 「通報」.
    package let term: Term
    package let start: Instant
    package let due: Instant
    /// Whether the superior has to do it rather than the agency.
    package let isOfSuperior: Bool
    /// How many of the clocks that have started are met, and how many have started.
    package let met: Int
    package let started: Int

    package var isDrill: Bool { number.isDrill }

    /// Every running clock of the agencies of `reach`, real ones before drills, and the
    /// most urgent first: one query.
    package static func all(within reach: Reach, by law: Law, _ view: View) throws -> [Self] {
        let rows = try view.all(
            """
            SELECT \(Incident.columns), agency.name
            FROM incident JOIN agency ON agency.id = incident.agencyID
            WHERE \(reach, covers: "incident.agencyID") AND incident.withdrawnAt IS NULL
              AND (incident.closedAt IS NULL OR incident.reviewedAt IS NULL
                OR incident.toldAt IS NULL
                OR (incident.drill AND incident.resultFiledAt IS NULL))
            """
        ) { row in (try Incident(&row), try row.next(String.self)) }
        return try rows.flatMap { try running(in: $0, of: $1, by: law) }
            .sorted { $0.isBefore($1) }
    }

    private func isBefore(_ other: RunningClock) -> Bool {
        if isDrill != other.isDrill { return other.isDrill }
        return (due, number.description) < (other.due, other.number.description)
    }

    private static func running(
        in incident: Incident, of agencyName: String, by law: Law
    ) throws -> [RunningClock] {
        let clocks = try incident.clocks(by: law)
        let started = clocks.filter { $0.due != nil }
        return started.filter(\.isRunning).compactMap { mark in
            guard let start = mark.deadline.start, let due = mark.due else { return nil }
            return RunningClock(
                incident: incident.id, number: incident.number, title: incident.title,
                agency: incident.agencyID, agencyName: agencyName, level: incident.level,
                term: mark.term, start: start, due: due,
                isOfSuperior: mark.clock?.isOfSuperior ?? false,
                met: started.count { $0.metAt != nil }, started: started.count)
        }
    }
}
