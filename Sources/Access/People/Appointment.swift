import Foundation
import Kernel
import Storage

/// What an `AppointmentID` names: one person in one post.
package enum AppointmentSubject {}
package typealias AppointmentID = ID<AppointmentSubject>

/// A person in a role of an agency, from a day until a day. A person may hold several.
package struct Appointment: Hashable, Sendable {
    package let id: AppointmentID
    package let agencyID: AgencyID
    package let version: Int
    package let personID: PersonID
    package let role: Role
    package let term: DatedTerm
    /// When it was ended before its last day, at once.
    package var endedAt: Instant?
}

/// The days during which something holds, both included; without a last day, until further notice.
package struct DatedTerm: Hashable, Sendable {
    package let fromOn: Day
    package let untilOn: Day?

    package init(from: Day, until: Day? = nil) throws(PeopleRefusal) {
        if let until, until < from { throw .endsBeforeItBegins }
        fromOn = from
        untilOn = until
    }

    package func covers(_ day: Day) -> Bool {
        fromOn <= day && (untilOn.map { day <= $0 } ?? true)
    }
}

extension Appointment: Recorded, RowDecodable {
    package static let kind: RecordKind = "appointment"
    package static let table: SQLName = "appointment"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("personID", personID), Cell("role", role), Cell("fromOn", term.fromOn),
            Cell("untilOn", term.untilOn), Cell("endedAt", endedAt),
        ]
    }

    package static let columns: SQL =
        """
        appointment.id, appointment.agencyID, appointment.version, appointment.personID,
        appointment.role, appointment.fromOn, appointment.untilOn, appointment.endedAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        personID = try row.next()
        role = try row.next()
        term = try DatedTerm(from: row.next(), until: row.next())
        endedAt = try row.next()
    }

    /// The posts of `agency`, those that have ended as well, the newest first.
    package static func all(in agency: AgencyID, _ view: View) throws -> [Appointment] {
        try view.all(
            """
            SELECT \(columns) FROM appointment
            WHERE agencyID = \(agency) AND \(view.reach(.open), covers: "appointment.agencyID")
            ORDER BY fromOn DESC, id DESC
            """)
    }

    static func find(_ id: AppointmentID, _ view: View) throws -> Appointment {
        let found: Appointment? = try view.first(
            """
            SELECT \(columns) FROM appointment
            WHERE id = \(id) AND \(view.reach(.open), covers: "appointment.agencyID")
            """)
        guard let found else { throw PeopleRefusal.unknown }
        return found
    }
}

extension Role: StoredAsText {}

/// Somebody who holds a post in an agency today, as a list to choose from shows them.
package struct PostHolder: Hashable, Sendable, RowDecodable {
    package let id: PersonID
    package let name: String

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
    }

    /// The holders of posts in the agency that the caller acts in, by name.
    package static func all(_ view: View) throws -> [PostHolder] {
        try view.all(
            """
            SELECT DISTINCT person.id, person.name
            FROM appointment JOIN person ON person.id = appointment.personID
            WHERE appointment.agencyID = \(view.caller.agency) AND person.disabledAt IS NULL
              AND \(InForce.appointment.on(view.now.day))
            ORDER BY person.name, person.id
            """)
    }
}

/// A table whose rows hold for a term and may be ended at once.
struct InForce {
    let fromOn: SQLName
    let untilOn: SQLName
    let endedAt: SQLName

    static let appointment = InForce(
        fromOn: "appointment.fromOn", untilOn: "appointment.untilOn",
        endedAt: "appointment.endedAt")
    /// An appointment that a query names `post`, beside another.
    static let post = InForce(
        fromOn: "post.fromOn", untilOn: "post.untilOn", endedAt: "post.endedAt")
    static let deputy = InForce(
        fromOn: "deputy.fromOn", untilOn: "deputy.untilOn", endedAt: "deputy.endedAt")
    static let consent = InForce(
        fromOn: "consent.fromOn", untilOn: "consent.untilOn", endedAt: "consent.endedAt")

    func on(_ day: Day) -> SQL {
        """
        \(endedAt) IS NULL AND \(fromOn) <= \(day) AND (\(untilOn) IS NULL OR \(untilOn) >= \(day))
        """
    }
}

extension Migration {
    static let appointment = Migration(
        "2026-11-23 access: 03 posts of people in agencies",
        """
        CREATE TABLE appointment (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL,
          personID UUID NOT NULL REFERENCES person (id),
          role TEXT NOT NULL CHECK (role <> ''),
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          endedAt BIGINT
        );

        CREATE INDEX appointmentByPerson ON appointment (personID, agencyID);
        CREATE INDEX appointmentByAgency ON appointment (agencyID, fromOn, id);
        """)
}
