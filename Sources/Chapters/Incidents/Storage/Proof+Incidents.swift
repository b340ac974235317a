import Access
import Duties
import Kernel
import Storage

extension Proof {
    /// The city has held its drill of notification and response: one that ran to its end
    /// (通報應變及演練辦法, drills of the city).
    static let notificationDrill = Proof(
        "city.notification-drill", reads: [Incident.kind], see: .seeIncidents,
        remedy: Remedy(Term("辦一次通報演練", en: "Hold a drill"), at: "incidents", "drills"),
        answer: { view, period, reach in
            let ends = try view.all(
                """
                SELECT agencyID, closedAt FROM incident
                WHERE drill AND closedAt >= \(period.moments.lowerBound)
                  AND closedAt < \(period.moments.upperBound)
                  AND \(reach, covers: "incident.agencyID")
                """
            ) { row in (try row.next(AgencyID.self), try row.next(Instant.self).day) }
            return Dictionary(grouping: ends) { $0.0 }
                .mapValues { Finding.done(on: $0.map(\.1)) }
        },
        rows: { view, period, agency in
            try view.all(
                """
                SELECT \(Incident.columns) FROM incident
                WHERE agencyID = \(agency) AND drill AND withdrawnAt IS NULL
                  AND knownAt >= \(period.moments.lowerBound)
                  AND knownAt < \(period.moments.upperBound)
                ORDER BY id
                """
            ) { row in
                let drill = try Incident(&row)
                let end = drill.marks.closedAt
                return CountedRow(
                    drill.heading.zh, at: "incidents", drill.id.description, on: end?.day,
                    counts: end != nil,
                    remark: end == nil ? Term("還沒結束", en: "Not over yet") : nil)
            }
        })
}
