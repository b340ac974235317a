import Foundation
import Kernel
import Storage

extension PersonEntry {
    /// The people whose entries the agencies of `reach` kept at the end of `day`, as the ledger has
    /// them and by the posts that they held then; by agency and name, in three queries.
    ///
    /// Of an account it is known that there was one, and whether it was closed.
    package static func all(in reach: Reach, on day: Day, _ view: View) throws -> [PersonEntry] {
        let within: SQL = """
            \(reach, covers: "item.agencyID") AND \(view.reach(.open), covers: "item.agencyID")
            """
        let roles = try roles(in: reach, on: day, view)
        return try view.all(
            """
            WITH past AS MATERIALIZED (\(SQL.past(Person.self, at: day, where: within)))
            SELECT person.id, person.agencyID, person.version, past.kept,
              COALESCE(agencyPeriod.name, agency.name)
            FROM past JOIN person ON person.id = past.id
            JOIN agency ON agency.id = person.agencyID
            LEFT JOIN agencyPeriod
              ON agencyPeriod.agencyID = agency.id AND \(AgencyPeriod.holds(on: day))
            WHERE past.kept IS NOT NULL
            ORDER BY \(Agency.order), person.id
            """
        ) { row in
            let id: PersonID = try row.next()
            let person = try Person(
                id: id, agencyID: row.next(), version: row.next(), asKept: row.next())
            return PersonEntry(
                person: person, agencyName: try row.next(),
                roles: Role.allCases.filter(roles[id, default: []].contains),
                access: AccountAccess(past: person))
        }
    }

    private static func roles(
        in reach: Reach, on day: Day, _ view: View
    ) throws -> [PersonID: Set<Role>] {
        let end = Instant(startOf: day.adding(days: 1))
        let posts: [(PersonID, Role)] = try view.all(
            """
            SELECT appointment.personID, appointment.role FROM appointment
            JOIN person ON person.id = appointment.personID
              AND person.agencyID = appointment.agencyID
            WHERE appointment.fromOn <= \(day)
              AND (appointment.untilOn IS NULL OR appointment.untilOn >= \(day))
              AND (appointment.endedAt IS NULL OR appointment.endedAt >= \(end))
              AND \(reach, covers: "appointment.agencyID")
            """
        ) { (try $0.next(), try $0.next()) }
        return Dictionary(grouping: posts, by: \.0).mapValues { Set($0.map(\.1)) }
    }
}

extension Person {
    /// - Parameter text: the person as the ledger keeps one.
    fileprivate init(
        id: PersonID, agencyID: AgencyID, version: Int, asKept text: String
    ) throws {
        let kept = try JSONDecoder().decode(Kept.self, from: Data(text.utf8))
        self.init(
            id: id, agencyID: agencyID, version: version,
            details: try PersonDetails(
                name: kept.name, account: kept.account.flatMap { AccountName(stored: $0) },
                email: kept.email, phone: kept.phone),
            disabledAt: kept.disabledAt.map { Instant(microseconds: $0) })
    }

    private struct Kept: Decodable {
        let name: String
        let account: String?
        let email: String?
        let phone: String?
        let disabledAt: Int64?
    }
}

extension AccountAccess {
    fileprivate init(past person: Person) {
        switch (person.disabledAt, person.details.account) {
        case (_?, _): self = .closed
        case (nil, nil): self = .none
        case (nil, _?): self = .account
        }
    }
}
