import Kernel
import Storage

/// A person as the list of an agency's people shows them: their posts today, and whether they can
/// sign in yet.
package struct PersonEntry: Hashable, Sendable {
    package let person: Person
    package let agencyName: String
    /// What the person is in the agency that keeps the entry, today.
    package let roles: [Role]
    package let access: AccountAccess
}

/// How somebody stands to the programme: whether they can sign in, were asked to, or never will.
package enum AccountAccess: Hashable, Sendable {
    /// No account: a name on lists.
    case none
    /// Nobody has sent a link yet.
    case uninvited
    /// A link is out, and holds until then.
    case invited(until: Instant)
    /// The last link was never used and is too old.
    case lapsed(at: Instant)
    /// A password is set.
    case open
    /// The account was closed.
    case closed

    package var term: Term {
        switch self {
        case .none: Term("沒有帳號", en: "No account")
        case .uninvited: Term("還沒邀請", en: "Not invited")
        case .invited(let until):
            Term("已邀請，\(until.day.rocSlashes) 前有效", en: "Invited, until \(until.day)")
        case .lapsed(let at):
            Term("邀請已在 \(at.day.rocSlashes) 失效", en: "Invitation lapsed on \(at.day)")
        case .open: Term("使用中", en: "In use")
        case .closed: Term("停用", en: "Closed")
        }
    }

    /// The stable word in addresses and for programs.
    package var word: String {
        switch self {
        case .none: "none"
        case .uninvited: "uninvited"
        case .invited: "invited"
        case .lapsed: "lapsed"
        case .open: "open"
        case .closed: "closed"
        }
    }

    /// Whether a first link is to be sent, or sent again.
    package var awaitsInvitation: Bool {
        switch self {
        case .uninvited, .lapsed: true
        case .none, .invited, .open, .closed: false
        }
    }
}

extension PersonEntry {
    /// The people whose entries the agencies of `reach` keep, by agency and name, in two queries.
    package static func all(in reach: Reach, _ view: View) throws -> [PersonEntry] {
        let posts: [(PersonID, Role)] = try view.all(
            """
            SELECT appointment.personID, appointment.role FROM appointment
            JOIN person ON person.id = appointment.personID
              AND person.agencyID = appointment.agencyID
            WHERE \(InForce.appointment.on(view.now.day))
              AND \(reach, covers: "appointment.agencyID")
            """
        ) { (try $0.next(), try $0.next()) }
        let roles = Dictionary(grouping: posts, by: \.0).mapValues { Set($0.map(\.1)) }
        return try view.all(
            """
            SELECT \(Person.columns), agency.name,
              EXISTS (SELECT 1 FROM password WHERE password.personID = person.id),
              (SELECT max(invitation.endsAt) FROM invitation
               WHERE invitation.personID = person.id AND invitation.usedAt IS NULL)
            FROM person JOIN agency ON agency.id = person.agencyID
            WHERE \(reach, covers: "person.agencyID") AND \(view.reach(.open), covers: "agency.id")
            ORDER BY agency.code, agency.name, person.name, person.id
            """
        ) { row in
            let person = try Person(&row)
            return PersonEntry(
                person: person, agencyName: try row.next(),
                roles: Role.allCases.filter { roles[person.id]?.contains($0) ?? false },
                access: AccountAccess(
                    of: person, hasPassword: try row.next(), linkEndsAt: try row.next(),
                    now: view.now))
        }
    }

    /// One person's entry.
    ///
    /// - Throws: `PeopleRefusal.unknown` when it is not the caller's to see.
    package static func find(_ id: PersonID, _ view: View) throws -> PersonEntry {
        let person = try Person.find(id, view)
        let found = try all(in: .agency(person.agencyID), view).first { $0.person.id == id }
        guard let found else { throw PeopleRefusal.unknown }
        return found
    }
}

extension AccountAccess {
    fileprivate init(
        of person: Person, hasPassword: Bool, linkEndsAt: Instant?, now: Instant
    ) {
        switch (person.details.account, linkEndsAt) {
        case _ where person.disabledAt != nil: self = .closed
        case (nil, _): self = .none
        case _ where hasPassword: self = .open
        case (_, let end?): self = end > now ? .invited(until: end) : .lapsed(at: end)
        case (_, nil): self = .uninvited
        }
    }
}

extension Appointment {
    /// Every post that a person holds or held, in any agency of the caller's reach, with the names of
    /// the agencies, the newest first.
    package static func all(
        of person: PersonID, _ view: View
    ) throws -> [(post: Appointment, agencyName: String)] {
        try view.all(
            """
            SELECT \(columns), agency.name FROM appointment
            JOIN agency ON agency.id = appointment.agencyID
            WHERE appointment.personID = \(person)
              AND \(view.reach(.open), covers: "appointment.agencyID")
            ORDER BY appointment.fromOn DESC, appointment.id DESC
            """
        ) { (try Appointment(&$0), try $0.next()) }
    }

    /// Whether the post is held on `day`.
    package func isHeld(on day: Day) -> Bool { endedAt == nil && term.covers(day) }
}

/// Who stands in for a person or for whom the person does, as the person's page shows it.
package struct StandIn: Hashable, Sendable, RowDecodable {
    package let name: String
    /// Whether the person of the page is the one who stands in.
    package let isForOther: Bool
    package let term: DatedTerm

    package init(_ row: inout RowReader) throws {
        name = try row.next()
        isForOther = try row.next()
        term = try DatedTerm(from: row.next(), until: row.next())
    }

    /// What holds today or will, on either side of `person`.
    package static func all(of person: PersonID, _ view: View) throws -> [StandIn] {
        try view.all(
            """
            SELECT other.name, CASE WHEN deputy.personID = \(person) THEN 1 ELSE 0 END,
              deputy.fromOn, deputy.untilOn
            FROM deputy
            JOIN person other ON other.id =
              CASE WHEN deputy.personID = \(person) THEN deputy.principalID
                ELSE deputy.personID END
            WHERE (deputy.principalID = \(person) OR deputy.personID = \(person))
              AND deputy.endedAt IS NULL
              AND (deputy.untilOn IS NULL OR deputy.untilOn >= \(view.now.day))
              AND \(view.reach(.open), covers: "deputy.agencyID")
            ORDER BY deputy.fromOn, deputy.id
            """)
    }
}
