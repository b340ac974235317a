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
