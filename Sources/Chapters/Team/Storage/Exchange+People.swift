import Access
import Exchange
import Kernel
import Registers
import Storage

extension Exchange<PersonLine> {
    /// How the people of an agency, and of all under it, go in and out of spreadsheets.
    static let people = Exchange(
        path: "people", title: Term("人員名冊", en: "List of people"),
        one: Term("人員", en: "Person"), kind: Person.kind, columns: PersonLine.columns,
        see: .seePeople, edit: .managePeople, spansAgencies: true,
        store: ExchangeStore(
            rows: { view, _ in
                try PersonEntry.all(under: view.caller, view).map(PersonLine.init)
            },
            head: \.head,
            names: { view, _ in
                let reach = Reach.subtree(path: view.caller.agencyPath)
                let names: [String] = try view.values(
                    """
                    SELECT name FROM agency
                    WHERE removedAt IS NULL AND \(reach, covers: "agency.id")
                    """)
                return ["atAgency": KnownNames(Term("機關", en: "agency"), names)]
            },
            inspector: { view in
                let inspection = try PersonInspection(view)
                return RowInspector { inspection.errors($0, $1) }
            },
            add: { change, lines in
                try change.enter(lines)
                return {}
            },
            revise: { change, updates in
                for update in updates { try change.revise(update.new, from: update.old) }
            },
            each: { view, query, tell in
                for entry in try PersonEntry.all(that: query, view) {
                    try tell(PersonLine(entry), entry.agencyName)
                }
            },
            undo: { change, lines in try change.undoPeople(lines) }))
}

extension PersonEntry {
    /// The people of the caller's agency and of those under it, today or at the end of `day`.
    fileprivate static func all(
        under top: Caller, on day: Day? = nil, _ view: View
    ) throws -> [PersonEntry] {
        let reach = top.supervises ? Reach.subtree(path: top.agencyPath) : .agency(top.agency)
        guard let day, day < view.now.day else { return try all(in: reach, view) }
        return try all(in: reach, on: day, view)
    }

    /// Those of them whom the list of people shows that leads to a file: by words, role and account
    /// as `PeopleList` has it.
    fileprivate static func all(that query: ListQuery, _ view: View) throws -> [PersonEntry] {
        let isPast = query.day.map { $0 < view.now.day } ?? false
        let role = try query.typed("roles").flatMap { try RoleList(typed: $0).roles.first }
        let state = query.typed("access") ?? ""
        let found = isPast ? nil : try query.found(view)
        return try all(under: view.caller, on: query.day, view).filter { entry in
            (query.agency.map { $0 == entry.person.agencyID } ?? true)
                && entry.stands(as: role, state, isPast: isPast)
                && (found?.contains(entry.person.id) ?? entry.says(query.words))
        }
    }
}

extension ListQuery {
    fileprivate func typed(_ column: SQLName) -> String? {
        filters.first { $0.column == column }?.typed
    }

    /// Who has the words today; `nil` where none are asked for.
    fileprivate func found(_ view: View) throws -> Set<PersonID>? {
        guard !words.isEmpty else { return nil }
        let ids: [PersonID] = try view.values(
            """
            SELECT person.id FROM person
            WHERE \(search: words, of: Person.kind, id: "person.id", in: agency)
              AND \(view.reach(.open), covers: "person.agencyID")
            """)
        return Set(ids)
    }
}

extension PersonLine {
    init(_ entry: PersonEntry) {
        let person = entry.person
        self.init(
            head: RowHead(
                uuid: person.id.uuid, agencyID: person.agencyID, version: person.version),
            agency: entry.agencyName, name: person.name, account: person.details.account,
            email: person.details.email, phone: person.details.phone,
            roles: RoleList(entry.roles), access: entry.access)
    }
}

extension Change {
    /// Enters the people of a file with their posts from today on.
    fileprivate func enter(_ lines: [PersonLine]) throws {
        let term = try DatedTerm(from: now.day)
        let agencies = try agenciesByName()
        for line in lines {
            let agency = line.agency.flatMap { agencies[$0] } ?? self.agency
            try enter(Newcomer(line.details, as: line.roles.roles), in: agency, during: term)
        }
    }

    /// Makes a person what the file says; roles that it leaves out end now.
    fileprivate func revise(_ line: PersonLine, from old: PersonLine) throws {
        let person = try Person.find(line.id, view)
        try revise(person, to: line.details)
        guard line.roles != old.roles else { return }
        let held = try Appointment.all(in: person.agencyID, view)
            .filter { $0.personID == person.id && $0.isHeld(on: now.day) }
        for post in held where !line.roles.roles.contains(post.role) { try end(post) }
        let term = try DatedTerm(from: now.day)
        for role in line.roles.roles where !held.contains(where: { $0.role == role }) {
            try appoint(person.id, as: role, in: person.agencyID, during: term)
        }
    }

    private func agenciesByName() throws -> [String: AgencyID] {
        let reach = Reach.subtree(path: caller.agencyPath)
        let rows: [(String, AgencyID)] = try view.all(
            """
            SELECT name, id FROM agency
            WHERE removedAt IS NULL AND \(reach, covers: "agency.id")
            """
        ) { (try $0.next(), try $0.next()) }
        return Dictionary(rows) { first, _ in first }
    }
}
