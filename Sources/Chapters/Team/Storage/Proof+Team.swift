import Access
import Duties
import Foundation
import Kernel
import Storage

extension Proof {
    /// The agency has a 資通安全長 whose appointment is approved (伍/一).
    static let ciso = Proof(
        "act.ciso", reads: [CISOAppointment.kind], see: .seeTeam,
        remedy: Remedy(Term("登錄資安長", en: "Enter the CISO"), at: "ciso-appointments"),
        answer: { view, period, reach in
            try CISOInForce.all(on: period.asOf, in: reach, view).mapValues {
                Finding.held(since: $0.fromOn, until: $0.untilOn)
            }
        },
        rows: { view, period, agency in
            let ciso = try CISOInForce.all(on: period.asOf, in: .agency(agency), view)[agency]
            return ciso.map {
                [
                    CountedRow(
                        $0.name, at: "ciso-appointments", $0.appointment.hyphenated,
                        on: $0.approvedOn, counts: true,
                        remark: Term(
                            "\($0.post)，\($0.document)", en: "\($0.post), \($0.document)"))
                ]
            } ?? []
        })

    /// The whole roster was confirmed in the period (伍/二/(一)).
    static let rosterConfirmed = Proof(
        "plan.roster", reads: [TeamMember.kind], see: .seeTeam,
        remedy: Remedy(Term("確認小組名單", en: "Confirm the roster"), at: "team"),
        answer: { view, period, reach in
            let rows: [(AgencyID, Day?)] = try view.all(
                """
                SELECT item.agencyID,
                  CASE WHEN count(*) = count(item.confirmedOn) THEN min(item.confirmedOn) END
                FROM teamMember item
                WHERE item.removedAt IS NULL AND \(TeamQuestions.current(on: period.asOf))
                  AND \(reach, covers: "item.agencyID")
                GROUP BY item.agencyID
                """
            ) { (try $0.next(), try $0.next()) }
            return Dictionary(
                rows.compactMap { agency, day in
                    day.flatMap { $0 >= period.opensOn ? (agency, Finding.done(on: [$0])) : nil }
                }
            ) { $1 }
        },
        rows: { view, period, agency in
            try view.all(
                """
                SELECT item.id, item.name, item.confirmedOn FROM teamMember item
                WHERE item.removedAt IS NULL AND \(TeamQuestions.current(on: period.asOf))
                  AND item.agencyID = \(agency)
                ORDER BY item.confirmedOn IS NOT NULL, item.team, item.id
                """
            ) { row in
                let id: UUID = try row.next()
                let name: String = try row.next()
                let day: Day? = try row.next()
                let counts = day.map { $0 >= period.opensOn } ?? false
                return CountedRow(
                    name, at: "team", id.hyphenated, on: day, counts: counts,
                    remark: counts
                        ? Term("已確認", en: "Confirmed") : Term("還沒確認", en: "Not confirmed"))
            }
        })
}
