import Access
import Kernel
import Registers
import Storage

/// One page of the people of an agency: those with a part in its programme first, then the others,
/// both by name.
struct PeopleList: Sendable {
    let agencyName: String
    /// The past day whose list it is; `nil` for today's.
    var day: Day?
    let entries: [PersonEntry]
    /// After whom the next page begins; `nil` on the last.
    let next: PersonID?
    /// Everybody whose entry the agency keeps.
    let total: Int
    /// Those whom the question finds.
    let found: CappedCount
    /// Those who have a part and cannot sign in yet.
    let waiting: Int

    /// - Throws: `AgencyRefusal.unknown` out of the caller's reach.
    static func page(_ query: PeopleQuery, _ view: View) throws -> PeopleList {
        if let day = query.day, day < view.now.day {
            return try past(query, on: day, view)
        }
        let agency = try Agency.findEvenEnded(query.agency, view)
        let more = try query.page(view)
        let rows = Array(more.prefix(PeopleQuery.pageSize))
        let total: Int? = try view.value(
            """
            SELECT count(*) FROM person
            WHERE agencyID = \(agency.id) AND \(view.reach(.open), covers: "person.agencyID")
            """)
        return PeopleList(
            agencyName: agency.name, entries: rows,
            next: more.count > rows.count ? rows.last?.person.id : nil, total: total ?? 0,
            found: query.isNarrow
                ? try query.count(rows: more, view) : CappedCount(all: total ?? 0),
            waiting: try waiting(in: agency.id, view))
    }

    private static func waiting(in agency: AgencyID, _ view: View) throws -> Int {
        let states = ["uninvited", "lapsed"].compactMap {
            AccountAccess.stands(as: $0, at: view.now)
        }
        let count: Int? = try view.value(
            """
            SELECT count(*) FROM person
            WHERE person.agencyID = \(agency) AND \(view.reach(.open), covers: "person.agencyID")
              AND \(PersonEntry.holdsPost(in: .agency(agency), view))
              AND ((\(states[0])) OR (\(states[1])))
            """)
        return count ?? 0
    }
}

extension PeopleQuery {
    /// The page that is asked for, and one row more where there is a next.
    fileprivate func page(_ view: View) throws -> [PersonEntry] {
        let holds = PersonEntry.holdsPost(
            in: .agency(agency), as: role.map { [$0] } ?? [], view)
        let key = try after.flatMap { try PeopleKey.find($0, of: agency, view) }
        var found: [PersonEntry] = []
        if key?.holdsPost ?? true {
            found = try some("\(holds) AND \(beyond(key))", limit: Self.pageSize + 1, view)
        }
        guard role == nil, found.count <= Self.pageSize else { return found }
        let start = key?.holdsPost ?? true ? nil : key
        return try found
            + some(
                "NOT \(holds) AND \(beyond(start))",
                limit: Self.pageSize + 1 - found.count, view)
    }

    fileprivate func count(rows: [PersonEntry], _ view: View) throws -> CappedCount {
        if after == nil, rows.count <= Self.pageSize { return CappedCount(number: rows.count) }
        let holds =
            role.map { PersonEntry.holdsPost(in: .agency(agency), as: [$0], view) } ?? "TRUE"
        let found: SQL = """
            SELECT 1 FROM person
            WHERE \(meant(view)) AND \(holds)
              AND \(view.reach(.open), covers: "person.agencyID")
            """
        // Figures elsewhere lead to lists that are narrowed by a state or a role.
        return try view.count(found, toTheLast: words.isEmpty)
    }

    private func some(_ condition: SQL, limit: Int, _ view: View) throws -> [PersonEntry] {
        try PersonEntry.some("\(meant(view)) AND \(condition)", limit: limit, view)
    }

    /// What must hold of a person beside the role.
    private func meant(_ view: View) -> SQL {
        var conditions: [SQL] = ["person.agencyID = \(agency)"]
        if let state = AccountAccess.stands(as: state, at: view.now) {
            conditions.append("(\(state))")
        }
        if !words.isEmpty {
            conditions.append("\(search: words, of: Person.kind, id: "person.id", in: agency)")
        }
        return SQL(joining: conditions, with: " AND ")
    }

    private func beyond(_ key: PeopleKey?) -> SQL {
        guard let key else { return "TRUE" }
        return "(person.name, person.id) > (\(key.name), \(key.id))"
    }
}

/// Where a page of people ended: in which part of the list, and with whom.
private struct PeopleKey {
    let id: PersonID
    let name: String
    let holdsPost: Bool

    /// `nil` for somebody who is not on the list any more; it then begins anew.
    static func find(
        _ id: PersonID, of agency: AgencyID, _ view: View
    ) throws -> PeopleKey? {
        let holds = PersonEntry.holdsPost(in: .agency(agency), view)
        return try view.all(
            """
            SELECT person.id, person.name, CASE WHEN \(holds) THEN 1 ELSE 0 END FROM person
            WHERE person.id = \(id) AND person.agencyID = \(agency)
              AND \(view.reach(.open), covers: "person.agencyID")
            """
        ) {
            PeopleKey(id: try $0.next(), name: try $0.next(), holdsPost: try $0.next())
        }.first
    }
}
