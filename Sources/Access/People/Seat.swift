import Kernel
import Storage

/// A place from which a person may act: a post of their own, somebody else's as deputy, or an
/// agency that lets theirs act for it. One session sits in one seat.
package struct Seat: Hashable, Sendable {
    package enum Basis: Hashable, Sendable {
        case own
        /// As deputy of the person named.
        case deputy(DeputyID, of: String)
        /// For the agency, from the agency named.
        case consent(ConsentID, from: String)
    }

    package let agency: AgencyID
    package let agencyName: String
    package let basis: Basis
    package var roles: Set<Role>

    /// The word that stands for the seat in a form.
    package var key: String {
        switch basis {
        case .own: "own:\(agency)"
        case .deputy(let id, _): "deputy:\(id)"
        case .consent(let id, _): "consent:\(id)"
        }
    }

    var deputyID: DeputyID? {
        if case .deputy(let id, _) = basis { id } else { nil }
    }

    var consentID: ConsentID? {
        if case .consent(let id, _) = basis { id } else { nil }
    }
}

extension Seat {
    /// All seats that `person` has on `day`, their own first.
    static func all(of person: PersonID, on day: Day, _ session: any Session) throws -> [Seat] {
        merged(try own(person, day, session))
            + merged(try asDeputy(person, day, session))
            + merged(try byConsent(person, day, session))
    }

    /// Whether `person` holds a post of their own in `agency` on `day`.
    static func holdsPost(
        _ person: PersonID, in agency: AgencyID, on day: Day, _ session: any Session
    ) throws -> Bool {
        try session.value(
            """
            SELECT 1 FROM appointment JOIN person ON person.id = appointment.personID
            WHERE personID = \(person) AND appointment.agencyID = \(agency)
              AND person.disabledAt IS NULL AND \(InForce.appointment.on(day))
            """, as: Int.self) != nil
    }

    private static func own(
        _ person: PersonID, _ day: Day, _ session: any Session
    ) throws -> [Seat] {
        try session.all(
            """
            SELECT agency.id, agency.name, appointment.role
            FROM appointment
            JOIN agency ON agency.id = appointment.agencyID AND agency.removedAt IS NULL
            WHERE appointment.personID = \(person) AND \(InForce.appointment.on(day))
            ORDER BY agency.path, agency.id
            """
        ) { row in
            Seat(
                agency: try row.next(), agencyName: try row.next(), basis: .own,
                roles: [try row.next()])
        }
    }

    private static func asDeputy(
        _ person: PersonID, _ day: Day, _ session: any Session
    ) throws -> [Seat] {
        try session.all(
            """
            SELECT agency.id, agency.name, deputy.id, person.name, appointment.role
            FROM deputy
            JOIN person ON person.id = deputy.principalID AND person.disabledAt IS NULL
            JOIN agency ON agency.id = deputy.agencyID AND agency.removedAt IS NULL
            JOIN appointment ON appointment.personID = deputy.principalID
              AND appointment.agencyID = deputy.agencyID
            WHERE deputy.personID = \(person) AND \(InForce.deputy.on(day))
              AND \(Deputy.isOfTheAgency(on: day))
              AND \(InForce.appointment.on(day))
            ORDER BY agency.path, person.name, deputy.id
            """
        ) { row in
            Seat(
                agency: try row.next(), agencyName: try row.next(),
                basis: .deputy(try row.next(), of: try row.next()), roles: [try row.next()])
        }
    }

    private static func byConsent(
        _ person: PersonID, _ day: Day, _ session: any Session
    ) throws -> [Seat] {
        try session.all(
            """
            SELECT agency.id, agency.name, consent.id, acting.name, appointment.role
            FROM appointment
            JOIN consent ON consent.actingAgencyID = appointment.agencyID
            JOIN agency ON agency.id = consent.agencyID AND agency.removedAt IS NULL
            JOIN agency acting ON acting.id = consent.actingAgencyID AND acting.removedAt IS NULL
              AND substr(agency.path, 1, length(acting.path)) = acting.path
            WHERE appointment.personID = \(person) AND \(InForce.consent.on(day))
              AND \(InForce.appointment.on(day))
            ORDER BY agency.path, consent.id
            """
        ) { row in
            Seat(
                agency: try row.next(), agencyName: try row.next(),
                basis: .consent(try row.next(), from: try row.next()),
                roles: Set([try row.next(Role.self).actingForOthers].compactMap(\.self)))
        }
    }

    /// One seat where several posts lead to it; none where no role is left.
    private static func merged(_ rows: [Seat]) -> [Seat] {
        var seats: [Seat] = []
        for row in rows {
            if let index = seats.firstIndex(where: { $0.key == row.key }) {
                seats[index].roles.formUnion(row.roles)
            } else {
                seats.append(row)
            }
        }
        return seats.filter { !$0.roles.isEmpty }
    }
}
