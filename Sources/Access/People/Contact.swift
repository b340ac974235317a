import Kernel
import Storage

/// Somebody to call about security: who holds a post in an agency or in one above it.
package struct Contact: Hashable, Sendable {
    package let agencyName: String
    package let role: Role
    package let name: String
    package let phone: String?
    package let email: String?
}

extension Contact: RowDecodable {
    package init(_ row: inout RowReader) throws {
        agencyName = try row.next()
        role = try row.next()
        name = try row.next()
        phone = try row.next()
        email = try row.next()
    }

    /// The holders of `roles` in the agency that the caller acts in and in those above it, the own
    /// agency first. Whom to call above is for everybody below to know.
    package static func all(holding roles: [Role], _ view: View) throws -> [Contact] {
        try view.all(
            """
            SELECT agency.name, appointment.role, person.name, person.phone, person.email
            FROM agency
            JOIN appointment ON appointment.agencyID = agency.id
            JOIN person ON person.id = appointment.personID AND person.disabledAt IS NULL
            WHERE agency.path = substr(\(view.caller.agencyPath), 1, length(agency.path))
              AND agency.removedAt IS NULL AND appointment.role IN \(list: roles)
              AND \(InForce.appointment.on(view.now.day))
            ORDER BY agency.path DESC, appointment.role, person.name, person.id
            """)
    }
}
