import Access
import Agencies
import HTML
import Kernel
import Storage
import Web

/// What somebody asks of the list of contacts who are invited.
struct InvitationQuery: Sendable {
    /// With those under it; `nil` for all in the caller's reach.
    let agency: AgencyID?
    /// The word of an account's state; empty for all.
    let state: String
    let after: PersonID?

    static let pageSize = 50

    init(_ fields: Fields) {
        agency = AgencyID(fields["agency"])
        state = ContactTally.states.contains(fields["state"]) ? fields["state"] : ""
        after = PersonID(fields["after"])
    }

    func place(after key: PersonID? = nil) -> Path {
        whole.with("state", state.isEmpty ? nil : state).with("after", key)
    }

    var whole: Path { Path("invitations").with("agency", agency) }
}

/// Whom a round of invitations is about: the contacts of the city, of a bureau with its schools, or
/// of one agency, page by page in the order of the agencies.
struct InvitationScope: Sendable {
    let agencies: [AgencyOnDay]
    /// One page of the contacts.
    let entries: [PersonEntry]
    /// After whom the next page begins; `nil` on the last.
    let next: PersonID?
    /// All contacts of the scope, in whatever state.
    let tally: ContactTally
    /// The agencies of the scope in which nobody has such a post and an account.
    let unreached: [AgencyOnDay]

    /// Those of a scope to whom a first link can be made in one act.
    enum Group: String, Sendable {
        /// Who was never asked, or too long ago.
        case waiting
        /// Who holds a link that still works; a new one ends it.
        case asked

        var states: [String] {
            switch self {
            case .waiting: ["uninvited", "lapsed"]
            case .asked: ["invited"]
            }
        }
    }

    static func find(_ query: InvitationQuery, _ view: View) throws -> InvitationScope {
        let all = try AgencyOnDay.all(on: view.now.day, in: view.reach(.open), view)
            .filter { !$0.hasEnded }
        let reach = try reach(of: query.agency, view)
        let contacts = contacts(in: reach, view)
        let (entries, next) = try page(query, of: contacts, view)
        let unreached: Set<AgencyID> = Set(
            try view.values(
                """
                SELECT agency.id FROM agency WHERE \(reach, covers: "agency.id")
                  AND agency.id NOT IN (SELECT person.agencyID FROM person WHERE \(contacts))
                """))
        return InvitationScope(
            agencies: all, entries: entries, next: next,
            tally: try ContactTally.count(of: contacts, view),
            unreached: all.filter { unreached.contains($0.id) })
    }

    /// The contacts of `agency` and below who are in `group`, for a round of letters.
    static func people(
        in group: Group, of agency: AgencyID?, _ view: View
    ) throws -> Set<PersonID> {
        let contacts = contacts(in: try reach(of: agency, view), view)
        let states = group.states.compactMap { AccountAccess.stands(as: $0, at: view.now) }
        let holds = SQL(joining: states.map { "(\($0))" }, with: " OR ")
        return Set(
            try view.values("SELECT person.id FROM person WHERE \(contacts) AND (\(holds))"))
    }

    private static func reach(of agency: AgencyID?, _ view: View) throws -> Reach {
        try agency.map { Reach.subtree(path: try Agency.find($0, view).path.text) }
            ?? view.reach(.open)
    }

    /// The condition that somebody has an account and, in the agency that keeps the entry, one of
    /// the posts that make a contact.
    private static func contacts(in reach: Reach, _ view: View) -> SQL {
        """
        person.account IS NOT NULL AND \(reach, covers: "person.agencyID")
        AND \(view.reach(.open), covers: "person.agencyID")
        AND \(PersonEntry.holdsPost(in: reach, as: [.officer, .securityOfficer], view))
        """
    }

    private static func page(
        _ query: InvitationQuery, of contacts: SQL, _ view: View
    ) throws -> ([PersonEntry], next: PersonID?) {
        let order = PersonEntry.Order.agency
        var condition = contacts
        if let state = AccountAccess.stands(as: query.state, at: view.now) {
            condition = "\(condition) AND (\(state))"
        }
        if let after = query.after {
            condition = """
                \(condition) AND (\(order.place)) > (
                  SELECT \(order.place) FROM person JOIN agency ON agency.id = person.agencyID
                  WHERE person.id = \(after) AND \(view.reach(.open), covers: "agency.id"))
                """
        }
        let size = InvitationQuery.pageSize
        let more = try PersonEntry.some(condition, by: order, limit: size + 1, view)
        let rows = Array(more.prefix(size))
        return (rows, more.count > size ? rows.last?.person.id : nil)
    }
}

/// How many contacts there are, and how their accounts stand.
struct ContactTally: Hashable, Sendable {
    private let counts: [String: Int]

    /// The words of how a contact's account can stand, in the order of what is to be done.
    static let states = ["uninvited", "lapsed", "invited", "open", "closed"]

    var all: Int { counts.values.reduce(0, +) }

    func count(_ states: String...) -> Int { count(states) }

    func count(of group: InvitationScope.Group) -> Int { count(group.states) }

    private func count(_ states: [String]) -> Int {
        states.reduce(0) { $0 + (counts[$1] ?? 0) }
    }

    fileprivate static func count(of contacts: SQL, _ view: View) throws -> ContactTally {
        let sums = states.compactMap { AccountAccess.stands(as: $0, at: view.now) }.map {
            "COALESCE(sum(CASE WHEN \($0) THEN 1 ELSE 0 END), 0)" as SQL
        }
        let counts = try view.all(
            "SELECT \(SQL(joining: sums, with: ", ")) FROM person WHERE \(contacts)"
        ) { row in try states.map { _ in try row.next(Int.self) } }[0]
        return ContactTally(counts: Dictionary(uniqueKeysWithValues: zip(states, counts)))
    }
}
