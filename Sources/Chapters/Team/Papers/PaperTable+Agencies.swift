import Access
import Agencies
import Kernel
import Outline
import Papers
import Storage

extension PaperTable {
    /// 附件1: every agency with its superior, its level, its CISO and its security staff.
    static let agencies = PaperTable(
        "annex1",
        columns: [
            .init("機關名稱\n（機關代碼）", share: 22), .init("上級機關", share: 13),
            .init("責任\n等級", share: 7, .center), .init("核定日期\n文號", share: 15),
            .init("資通\n安全長", share: 11), .init("專職（責）\n人員", share: 12),
            .init("證照及\n職能證書", share: 11, .center), .init("聯絡電話\n電子郵件", share: 19),
            .init("代理人", share: 9),
        ], whenMissing: nil
    ) { view, reach, day, _ in
        let officers = try CISOInForce.all(on: day, in: reach, view)
        let staff = try SecurityOfficer.byAgency(within: reach, on: day, view)
        let certificates = try HeldCertificates.byAgency(within: reach, on: day, view)
        let contacts = Dictionary(
            try AgencyContacts.all(in: reach, view).map { ($0.agencyID, $0) }
        ) { $1 }
        let root: AgencyID? = try view.value(
            "SELECT id FROM agency WHERE parentID IS NULL ORDER BY id LIMIT 1")
        return try AgencyOnDay.all(on: day, in: reach, view).map { agency in
            let line = PrintedAgency(
                agency: agency, root: root, ciso: officers[agency.id],
                staff: staff[agency.id] ?? [], certificates: certificates[agency.id],
                contacts: contacts[agency.id])
            return PaperLine(agency.id, line.cells)
        }
    }
}

/// Somebody who does the security work of an agency (資安專責人員).
private struct SecurityOfficer: RowDecodable {
    let agencyID: AgencyID
    let name: String
    let phone: String?
    let email: String?

    init(_ row: inout RowReader) throws {
        agencyID = try row.next()
        name = try row.next()
        phone = try row.next()
        email = try row.next()
    }

    static func byAgency(
        within reach: Reach, on day: Day, _ view: View
    ) throws -> [AgencyID: [SecurityOfficer]] {
        let all = try view.all(
            """
            SELECT appointment.agencyID, person.name, person.phone, person.email
            FROM appointment JOIN person ON person.id = appointment.personID
            WHERE appointment.role = \(Role.securityOfficer) AND appointment.endedAt IS NULL
              AND appointment.fromOn <= \(day)
              AND (appointment.untilOn IS NULL OR appointment.untilOn >= \(day))
              AND \(reach, covers: "appointment.agencyID")
            ORDER BY appointment.agencyID, person.name, person.id
            """, as: SecurityOfficer.self)
        return Dictionary(grouping: all, by: \.agencyID)
    }
}

/// How many valid certificates of each kind the security staff of an agency hold.
private struct HeldCertificates {
    var licences = 0
    var competences = 0

    /// As in 「證照 2 張、職能證書 1 張」; a kind of which there is none says so.
    var words: String {
        let licences = licences == 0 ? "證照未登錄" : "證照 \(licences) 張"
        return licences + "\n" + (competences == 0 ? "職能證書未登錄" : "職能證書 \(competences) 張")
    }

    static func byAgency(
        within reach: Reach, on day: Day, _ view: View
    ) throws -> [AgencyID: HeldCertificates] {
        let rows = try view.all(
            """
            SELECT item.agencyID, item.kind, COUNT(*)
            FROM certificate AS item
            JOIN (\(DedicatedStaff.rows(within: reach, on: day))) AS staff
              ON staff.agencyID = item.agencyID AND staff.personID = item.person
            WHERE item.removedAt IS NULL AND \(Certificate.isValid(on: day))
            GROUP BY item.agencyID, item.kind
            """
        ) { row in
            (
                try row.next() as AgencyID, try row.next() as CertificateKind,
                try row.next() as Int
            )
        }
        return rows.reduce(into: [:]) { all, row in
            switch row.1 {
            case .licence: all[row.0, default: HeldCertificates()].licences = row.2
            case .competence: all[row.0, default: HeldCertificates()].competences = row.2
            }
        }
    }
}

/// An agency as annex 1 prints it; what nobody has entered says so.
private struct PrintedAgency {
    let agency: AgencyOnDay
    /// The office that runs the programme for the city.
    let root: AgencyID?
    let ciso: CISOInForce?
    let staff: [SecurityOfficer]
    /// `nil` where none is entered that is valid on the day.
    let certificates: HeldCertificates?
    let contacts: AgencyContacts?

    var cells: [String] {
        [
            agency.name + (agency.code.map { "\n（\($0)）" } ?? ""), superior,
            agency.level?.level.rawValue ?? "未核定", decision,
            ciso.map { "\($0.post)\n\($0.name)" } ?? "未指派",
            staff.isEmpty ? "未指定" : staff.map(\.name).joined(separator: "\n"),
            staff.isEmpty ? "—" : certificates?.words ?? "未登錄", reachable, deputy,
        ]
    }

    /// The city stands over the office that runs the programme and over those under that office.
    private var superior: String {
        guard let name = agency.superiorName else { return CityName(of: agency.name).city ?? "—" }
        return agency.superior == root ? CityName(of: name).city ?? name : name
    }

    private var decision: String {
        guard let level = agency.level else { return "—" }
        return level.decidedOn.rocSlashes + "\n" + (level.document ?? "（文號未填）")
    }

    /// The agency's window where it is known; otherwise those of its staff.
    private var reachable: String {
        let window = [contacts?.window.phone, contacts?.window.email].compactMap { $0 }
        let own = staff.flatMap { [$0.phone, $0.email].compactMap { $0 } }
        let words = window.isEmpty ? own : window
        return words.isEmpty ? "（未填）" : words.joined(separator: "\n")
    }

    private var deputy: String {
        ciso?.deputy ?? contacts?.deputy.name ?? "未指定"
    }
}
