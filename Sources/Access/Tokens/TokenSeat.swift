import Kernel
import Storage

/// The key, its owner and the owner's posts behind a token, with one row for each role and each
/// agency that the owner's carries on for.
struct TokenSeat: RowDecodable {
    let id: TokenID
    let name: String
    let granted: Set<Permission>
    let lastUsedAt: Instant?
    let owner: PersonID
    let ownerName: String
    let agency: AgencyID
    let agencyPath: String
    let agencyName: String
    let supervises: Bool
    /// One of those that the agency carries on for; a row for each.
    let predecessor: AgencyID?
    let role: Role

    init(_ row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        granted = Permission.set(try row.next())
        lastUsedAt = try row.next()
        owner = try row.next()
        ownerName = try row.next()
        agency = try row.next()
        agencyPath = try row.next()
        agencyName = try row.next()
        supervises = try row.next()
        predecessor = try row.next()
        role = try row.next()
    }

    static func find(
        _ secret: Secret, at now: Instant, _ session: any Session
    ) throws -> [TokenSeat] {
        try session.all(
            """
            SELECT apiToken.id, apiToken.name, apiToken.permissions, apiToken.lastUsedAt,
              person.id, person.name, agency.id, agency.path, agency.name,
              \(Agency.supervises), predecessor.id, appointment.role
            FROM apiToken
            JOIN person ON person.id = apiToken.personID AND person.disabledAt IS NULL
            JOIN agency ON agency.id = apiToken.agencyID AND agency.removedAt IS NULL
            \(Agency.predecessors)
            JOIN appointment ON appointment.personID = person.id
              AND appointment.agencyID = agency.id AND \(InForce.appointment.on(now.day))
            WHERE apiToken.secret = \(secret.digest) AND apiToken.revokedAt IS NULL
              AND apiToken.endsAt > \(now)
            """)
    }
}

extension Caller {
    init?(_ rows: [TokenSeat]) {
        guard let first = rows.first else { return nil }
        let roles = Set(rows.map(\.role))
        let held = Set(roles.flatMap(\.permissions))
        self.init(
            kind: .token(first.id, owner: first.owner),
            name: "\(first.name)（\(first.ownerName)）", agency: first.agency,
            agencyPath: first.agencyPath, agencyName: first.agencyName,
            supervises: first.supervises,
            predecessors: Set(rows.compactMap(\.predecessor)), roles: roles,
            permissions: first.granted.intersection(held).intersection(Permission.forPrograms))
    }
}

extension Permission {
    /// Reads the permissions that a key was given; a word that is no permission gives nothing.
    static func set(_ text: String) -> Set<Permission> {
        Set(text.split(separator: " ").compactMap { Permission(rawValue: String($0)) })
    }
}

extension TokenEntry: RowDecodable {
    package init(_ row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        ownerName = try row.next()
        permissions = Permission.set(try row.next())
        endsAt = try row.next()
        lastUsedAt = try row.next()
    }

    static func all(in agency: AgencyID, _ view: View) throws -> [TokenEntry] {
        try view.all(
            """
            SELECT apiToken.id, apiToken.name, person.name, apiToken.permissions,
              apiToken.endsAt, apiToken.lastUsedAt
            FROM apiToken JOIN person ON person.id = apiToken.personID
            WHERE apiToken.agencyID = \(agency) AND apiToken.revokedAt IS NULL
              AND apiToken.endsAt > \(view.now)
              AND \(view.reach(.closed), covers: "apiToken.agencyID")
            ORDER BY apiToken.endsAt, apiToken.id
            """)
    }
}

extension Migration {
    static let apiToken = Migration(
        "2026-11-23 access: 10 keys for programs",
        """
        CREATE TABLE apiToken (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          personID UUID NOT NULL REFERENCES person (id),
          name TEXT NOT NULL CHECK (name <> ''),
          permissions TEXT NOT NULL CHECK (permissions <> ''),
          secret BYTEA NOT NULL UNIQUE,
          endsAt BIGINT NOT NULL,
          lastUsedAt BIGINT,
          revokedAt BIGINT
        );

        CREATE INDEX apiTokenByAgency ON apiToken (agencyID, endsAt, id);
        """)
}
