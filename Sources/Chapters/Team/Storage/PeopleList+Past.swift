import Access
import Kernel
import Registers
import Sheets
import Storage

extension PeopleList {
    /// One page of the people of an agency as they were at the end of a past day, in the order of
    /// today's list: those with a part in the programme of that day first, each by name.
    ///
    /// An agency has hundreds of people, and all are read for a page.
    ///
    /// - Throws: `AgencyRefusal.unknown` out of the caller's reach.
    static func past(_ query: PeopleQuery, on day: Day, _ view: View) throws -> PeopleList {
        let name = try Agency.name(of: query.agency, on: day, view)
        let all = try PersonEntry.all(in: .agency(query.agency), on: day, view)
        let found = all.filter { entry in
            entry.stands(as: query.role, query.state, isPast: true) && entry.says(query.words)
        }.sorted { one, other in
            (one.roles.isEmpty ? 1 : 0, one.person.name, one.person.id.uuid)
                < (other.roles.isEmpty ? 1 : 0, other.person.name, other.person.id.uuid)
        }
        let start = query.after.flatMap { key in found.firstIndex { $0.person.id == key } }
        let rest = found[(start.map { $0 + 1 } ?? 0)...]
        let rows = Array(rest.prefix(PeopleQuery.pageSize))
        return PeopleList(
            agencyName: name, day: day, entries: rows,
            next: rest.count > rows.count ? rows.last?.person.id : nil, total: all.count,
            found: CappedCount(all: found.count), waiting: 0)
    }
}

extension PersonEntry {
    /// Whether somebody has the role and an account that stands so, where these are asked for; of a
    /// past day less is known of accounts, and what is not known is not asked.
    func stands(as role: Role?, _ state: String, isPast: Bool) -> Bool {
        if let role, !roles.contains(role) { return false }
        let isKnown =
            isPast ? Self.pastStates.contains(state) : AccountAccess.words.contains(state)
        return !isKnown || access.word == state
    }

    /// Whether the words stand somewhere in what is written down about somebody.
    func says(_ words: String) -> Bool {
        let details = person.details
        return [details.name, details.account?.text, details.email, details.phone].have(words)
    }

    private static let pastStates: Set = ["account", "none", "closed"]
}
