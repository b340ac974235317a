import Access
import Duties
import Foundation
import Kernel
import Storage

/// Those who do an agency's security work as their post (資安專職、專責人員), one row each.
enum DedicatedStaff {
    /// Everybody in the post on `day`, once, with the first day of it.
    static func rows(within reach: Reach, on day: Day) -> SQL {
        """
        SELECT appointment.agencyID AS agencyID, appointment.personID AS personID,
          MIN(appointment.fromOn) AS fromOn
        FROM appointment
        WHERE appointment.role = \(Role.securityOfficer) AND appointment.endedAt IS NULL
          AND appointment.fromOn <= \(day)
          AND (appointment.untilOn IS NULL OR appointment.untilOn >= \(day))
          AND \(reach, covers: "appointment.agencyID")
        GROUP BY appointment.agencyID, appointment.personID
        """
    }

    /// Since when each of the agency's people has a valid certificate of a kind.
    static func certified(
        _ kind: CertificateKind, within reach: Reach, on day: Day
    ) -> SQL {
        """
        SELECT item.agencyID AS agencyID, item.person AS personID,
          MIN(item.obtainedOn) AS obtainedOn
        FROM certificate AS item
        WHERE item.removedAt IS NULL AND item.person IS NOT NULL AND item.kind = \(kind)
          AND \(Certificate.isValid(on: day)) AND \(reach, covers: "item.agencyID")
        GROUP BY item.agencyID, item.person
        """
    }
}

extension Proof {
    /// As many people have security as their post as the level asks for (責任等級分級辦法 附表).
    static let staff = Proof(
        "level.staff", reads: [Appointment.kind], see: .seePeople,
        remedy: Remedy(Term("指派資安專責人員", en: "Appoint security staff"), at: "people"),
        answer: { view, period, reach in
            let rows = try view.all(
                """
                SELECT staff.agencyID, staff.fromOn
                FROM (\(DedicatedStaff.rows(within: reach, on: period.asOf))) AS staff
                """
            ) { row in (try row.next(AgencyID.self), try row.next(Day.self)) }
            return Dictionary(grouping: rows) { $0.0 }
                .mapValues { Finding.done(on: $0.map(\.1)) }
        },
        rows: { view, period, agency in
            try view.all(
                """
                SELECT staff.personID, person.name, staff.fromOn
                FROM (\(DedicatedStaff.rows(within: .agency(agency), on: period.asOf))) AS staff
                JOIN person ON person.id = staff.personID
                ORDER BY staff.fromOn, person.name, staff.personID
                """
            ) { row in
                let id: UUID = try row.next()
                let name: String = try row.next()
                let day: Day = try row.next()
                return CountedRow(
                    name, at: "people", id.hyphenated, on: day, counts: true,
                    remark: Term("\(day.rocSlashes) 起", en: "Since \(day)"))
            }
        })

    /// Everybody who has security as their post holds a valid licence.
    static let licences = certificates("level.personal-licence", .licence)

    /// Everybody who has security as their post holds a valid competence certificate.
    static let competences = certificates("level.personal-certificate", .competence)

    private static func certificates(_ measure: MeasureID, _ kind: CertificateKind) -> Proof {
        Proof(
            measure, reads: [Appointment.kind, Certificate.kind], see: .seeTeam,
            remedy: Remedy(Term("登錄證照", en: "Enter certificates"), at: "certificates"),
            answer: { view, period, reach in
                let staff = DedicatedStaff.rows(within: reach, on: period.asOf)
                let certified = DedicatedStaff.certified(kind, within: reach, on: period.asOf)
                let rows = try view.all(
                    """
                    SELECT staff.agencyID, COUNT(*), COUNT(held.obtainedOn),
                      MAX(CASE WHEN held.obtainedOn > staff.fromOn
                        THEN held.obtainedOn ELSE staff.fromOn END)
                    FROM (\(staff)) AS staff
                    LEFT JOIN (\(certified)) AS held
                      ON held.agencyID = staff.agencyID AND held.personID = staff.personID
                    GROUP BY staff.agencyID
                    """
                ) { row in
                    let agency: AgencyID = try row.next()
                    let needed: Int = try row.next()
                    let counted: Int = try row.next()
                    return (
                        agency, Finding.covered(counted, of: needed, lastOn: try row.next())
                    )
                }
                return Dictionary(rows) { $1 }
            },
            rows: { view, period, agency in
                try certificateRows(kind, view, period, agency)
            })
    }

    private static func certificateRows(
        _ kind: CertificateKind, _ view: View, _ period: Period, _ agency: AgencyID
    ) throws -> [CountedRow] {
        let staff = DedicatedStaff.rows(within: .agency(agency), on: period.asOf)
        let certified = DedicatedStaff.certified(kind, within: .agency(agency), on: period.asOf)
        return try view.all(
            """
            SELECT staff.personID, person.name, held.obtainedOn
            FROM (\(staff)) AS staff
            JOIN person ON person.id = staff.personID
            LEFT JOIN (\(certified)) AS held
              ON held.agencyID = staff.agencyID AND held.personID = staff.personID
            ORDER BY held.obtainedOn IS NOT NULL, person.name, staff.personID
            """
        ) { row in
            let id: UUID = try row.next()
            let name: String = try row.next()
            let day: Day? = try row.next()
            return CountedRow(
                name, at: "people", id.hyphenated, on: day, counts: day != nil,
                remark: day.map { Term("\($0.rocSlashes) 取得", en: "Obtained on \($0)") }
                    ?? Term("沒有登錄有效的\(kind.term.zh)", en: "None valid is entered"))
        }
    }
}
