import Access
import Kernel
import Statute
import Storage

/// How many incidents of one level an agency had in a year, by the level that was confirmed
/// (肆/二/(一)/1). Drills and false alarms do not count.
package struct IncidentCount: Hashable, Sendable {
    package let agency: AgencyID
    package let level: IncidentLevel
    package let count: Int

    /// The counts of the agencies of `reach` by the year in which they knew: one query. An agency
    /// and level without incidents have no row.
    package static func confirmed(
        in year: ROCYear, within reach: Reach, _ view: View
    ) throws -> [IncidentCount] {
        let from = Instant(startOf: year.firstDay)
        let to = Instant(startOf: year.lastDay.adding(days: 1))
        return try view.all(
            """
            SELECT agencyID, confirmedLevel, COUNT(*) FROM incident
            WHERE \(reach, covers: "incident.agencyID") AND NOT drill AND withdrawnAt IS NULL
              AND confirmedLevel IS NOT NULL AND knownAt >= \(from) AND knownAt < \(to)
            GROUP BY agencyID, confirmedLevel
            ORDER BY agencyID, confirmedLevel
            """
        ) { row in
            let agency = try row.next(AgencyID.self)
            let number = try row.next(Int.self)
            guard let level = IncidentLevel(rawValue: number) else {
                throw StorageFault.column(1, expected: "a level from 1 to 4")
            }
            return IncidentCount(agency: agency, level: level, count: try row.next())
        }
    }
}
