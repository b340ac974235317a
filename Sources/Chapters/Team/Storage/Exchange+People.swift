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
            rows: { view, _ in try PersonLine.all(under: view.caller, view) },
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
            add: { change, lines in try change.enter(lines) },
            revise: { change, updates in
                for update in updates { try change.revise(update.new, from: update.old) }
            },
            each: { view, query, tell in
                for line in try PersonLine.all(under: view.caller, on: query.day, view)
                where query.agency.map({ $0 == line.head.agencyID }) ?? true {
                    try tell(line, line.agency ?? "")
                }
            },
            undo: { change, lines in try change.undoPeople(lines) }))
}

extension PersonLine {
    /// The people of the caller's agency and of those under it, today or at the end of `day`.
    static func all(
        under top: Caller, on day: Day? = nil, _ view: View
    ) throws -> [PersonLine] {
        let reach = top.supervises ? Reach.subtree(path: top.agencyPath) : .agency(top.agency)
        guard let day, day < view.now.day else {
            return try PersonEntry.all(in: reach, view).map(PersonLine.init)
        }
        return try PersonEntry.all(in: reach, on: day, view).map(PersonLine.init)
    }

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
