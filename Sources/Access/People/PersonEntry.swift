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
    /// There was an account on a past day; whether a password was set is not kept.
    case account

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
        case .account: Term("有帳號", en: "Has an account")
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
        case .account: "account"
        }
    }

    /// The words of how an account can stand today.
    package static let words: Set = [
        "none", "uninvited", "invited", "lapsed", "open", "closed",
    ]

    /// Whether a first link is to be sent, or sent again.
    package var awaitsInvitation: Bool {
        switch self {
        case .uninvited, .lapsed: true
        case .none, .invited, .open, .closed, .account: false
        }
    }
}

extension PersonEntry {
    /// The people whose entries the agencies of `reach` keep, by agency and name, in two queries.
    package static func all(in reach: Reach, _ view: View) throws -> [PersonEntry] {
        let roles = try roles("\(reach, covers: "appointment.agencyID")", view)
        return try read(
            """
            WHERE \(reach, covers: "person.agencyID") AND \(view.reach(.open), covers: "agency.id")
            ORDER BY \(Order.agency.place)
            """, view
        ) { roles[$0] ?? [] }
    }

    /// One person's entry.
    ///
    /// - Throws: `PeopleRefusal.unknown` when it is not the caller's to see.
    package static func find(_ id: PersonID, _ view: View) throws -> PersonEntry {
        guard let found = try some("person.id = \(id)", view).first else {
            throw PeopleRefusal.unknown
        }
        return found
    }

    /// The people within the caller's reach for whom `condition` holds, in two queries; no more than
    /// `limit`, which is for pages and rounds and not for whole cities.
    package static func some(
        _ condition: SQL, by order: Order = .name, limit: Int = 2_000, _ view: View
    ) throws -> [PersonEntry] {
        let rest: SQL = """
            WHERE \(condition) AND \(view.reach(.open), covers: "person.agencyID")
            ORDER BY \(order.place) LIMIT \(limit)
            """
        let found = try read(rest, view) { _ in [] }
        guard !found.isEmpty else { return [] }
        let ids = found.map(\.person.id)
        let roles = try roles("appointment.personID IN \(list: ids)", view)
        return found.map { $0.holding(roles[$0.person.id] ?? []) }
    }

    /// How a list of people is put in order.
    package enum Order: Sendable {
        case name
        /// Agency after agency by their codes, those without one last; in each by name.
        case agency

        /// Where somebody stands in the order.
        package var place: SQL {
            switch self {
            case .name: "person.name, person.id"
            case .agency: "\(Agency.order), person.name, person.id"
            }
        }
    }

    /// The condition that a person holds a post today in the agency that keeps the entry, one of
    /// `roles` where any are given; `agency` is whose entries are asked for.
    package static func holdsPost(
        in agency: Reach, as roles: [Role] = [], _ view: View
    ) -> SQL {
        let isMeant: SQL = roles.isEmpty ? "TRUE" : "appointment.role IN \(list: roles)"
        return """
            (person.id, person.agencyID) IN (
              SELECT appointment.personID, appointment.agencyID FROM appointment
              WHERE \(InForce.appointment.on(view.now.day)) AND \(isMeant)
                AND \(agency, covers: "appointment.agencyID"))
            """
    }

    private static func roles(
        _ condition: SQL, _ view: View
    ) throws -> [PersonID: Set<Role>] {
        let posts: [(PersonID, Role)] = try view.all(
            """
            SELECT appointment.personID, appointment.role FROM appointment
            JOIN person ON person.id = appointment.personID
              AND person.agencyID = appointment.agencyID
            WHERE \(InForce.appointment.on(view.now.day)) AND \(condition)
            """
        ) { (try $0.next(), try $0.next()) }
        return Dictionary(grouping: posts, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    private static func read(
        _ rest: SQL, _ view: View, roles: (PersonID) -> Set<Role>
    ) throws -> [PersonEntry] {
        try view.all(
            """
            SELECT \(Person.columns), agency.name,
              \(AccountAccess.hasPassword), \(AccountAccess.linkEndsAt)
            FROM person JOIN agency ON agency.id = person.agencyID
            \(rest)
            """
        ) { row in
            let person = try Person(&row)
            return PersonEntry(
                person: person, agencyName: try row.next(), roles: [],
                access: AccountAccess(
                    of: person, hasPassword: try row.next(), linkEndsAt: try row.next(),
                    now: view.now)
            ).holding(roles(person.id))
        }
    }

    private func holding(_ held: Set<Role>) -> PersonEntry {
        PersonEntry(
            person: person, agencyName: agencyName, roles: Role.allCases.filter(held.contains),
            access: access)
    }
}

extension AccountAccess {
    fileprivate static let hasPassword: SQL =
        "EXISTS (SELECT 1 FROM password WHERE password.personID = person.id)"
    fileprivate static let linkEndsAt: SQL = """
        (SELECT max(invitation.endsAt) FROM invitation
         WHERE invitation.personID = person.id AND invitation.usedAt IS NULL)
        """

    /// The condition that the account of `person` stands as `word` says; `nil` for no such word.
    package static func stands(as word: String, at now: Instant) -> SQL? {
        let waits: SQL = """
            person.disabledAt IS NULL AND person.account IS NOT NULL AND NOT \(hasPassword)
            """
        return switch word {
        case "closed": "person.disabledAt IS NOT NULL"
        case "none": "person.disabledAt IS NULL AND person.account IS NULL"
        case "open":
            "person.disabledAt IS NULL AND person.account IS NOT NULL AND \(hasPassword)"
        case "uninvited": "\(waits) AND \(linkEndsAt) IS NULL"
        case "invited": "\(waits) AND \(linkEndsAt) > \(now)"
        case "lapsed": "\(waits) AND \(linkEndsAt) <= \(now)"
        default: nil
        }
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
