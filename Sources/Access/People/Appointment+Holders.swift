import Kernel
import Storage

/// Somebody in a post of an agency today, by the post.
package struct RoleHolder: Hashable, Sendable, RowDecodable {
    package let role: Role
    package let name: String

    package init(_ row: inout RowReader) throws {
        role = try row.next()
        name = try row.next()
    }
}

extension RoleHolder {
    /// Who holds `roles` in `agency` today, by name.
    package static func all(
        of roles: [Role], in agency: AgencyID, _ view: View
    ) throws -> [RoleHolder] {
        try view.all(
            """
            SELECT appointment.role, person.name
            FROM appointment JOIN person ON person.id = appointment.personID
            WHERE appointment.agencyID = \(agency) AND appointment.role IN \(list: roles)
              AND person.disabledAt IS NULL AND \(InForce.appointment.on(view.now.day))
              AND \(view.reach(.open), covers: "appointment.agencyID")
            ORDER BY person.name, person.id
            """)
    }
}

/// Somebody in a post of one of several agencies today.
package struct Officeholder: Hashable, Sendable, RowDecodable {
    package let agency: AgencyID
    package let person: PersonID
    package let name: String
    package let role: Role

    package init(_ row: inout RowReader) throws {
        agency = try row.next()
        person = try row.next()
        name = try row.next()
        role = try row.next()
    }

    /// Who holds `roles` in `agencies` today, in one question. Messages go beyond the reach of who
    /// sends them, as to a superior, so none is asked about here.
    package static func all(
        of roles: Set<Role>, in agencies: [AgencyID], _ view: View
    ) throws -> [Officeholder] {
        try view.all(
            """
            SELECT appointment.agencyID, person.id, person.name, appointment.role
            FROM appointment JOIN person ON person.id = appointment.personID
            WHERE appointment.agencyID IN \(list: agencies)
              AND appointment.role IN \(list: roles.sorted { $0.rawValue < $1.rawValue })
              AND person.disabledAt IS NULL AND \(InForce.appointment.on(view.now.day))
            ORDER BY appointment.agencyID, person.name, person.id, appointment.role
            """)
    }
}
