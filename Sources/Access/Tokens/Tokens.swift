import Kernel
import Ledger
import Storage

/// A key with which a program of an agency calls the API, as its owner sees it in the list.
///
/// It does what it was made for and no more than its owner may do today, and dies with the owner's
/// posts.
package struct TokenEntry: Hashable, Sendable {
    package let id: TokenID
    package let name: String
    package let ownerName: String
    package let permissions: Set<Permission>
    package let endsAt: Instant
    package let lastUsedAt: Instant?
}

/// What can be done with keys for programs: service accounts are a type of their own, with an owner.
package struct Tokens: Sendable {
    let database: any Database
    let door: Door

    package init(database: any Database, door: Door) {
        self.database = database
        self.door = door
    }

    /// The longest that a key lasts.
    package static let longestDays = 90

    /// Makes a key for the agency that the caller acts in. Its text is shown once.
    ///
    /// - Throws: `PeopleRefusal.tokenTooLong`; `.tokenTooWide` for what the caller may not do, or
    ///   what no program may.
    package func make(
        _ name: String, for permissions: Set<Permission>, days: Int, by caller: Caller
    ) async throws -> APIToken {
        try await make(name, for: permissions, owner: caller, days: days, by: caller)
    }

    /// Makes a key that `owner` answers for: people make their own, the machine's console anybody's.
    ///
    /// - Throws: as `make` without an owner, with the permissions of the owner;
    ///   `PeopleRefusal.onlyPrincipal` for somebody else's.
    package func make(
        _ name: String, for permissions: Set<Permission>, owner: Caller, days: Int,
        by caller: Caller
    ) async throws -> APIToken {
        guard case .person(let person) = owner.kind, owner.onBehalfOf == nil,
            caller == owner || caller.isConsole
        else { throw PeopleRefusal.onlyPrincipal }
        guard (1...Self.longestDays).contains(days) else {
            throw PeopleRefusal.tokenTooLong(days: Self.longestDays)
        }
        guard !permissions.isEmpty, permissions.isSubset(of: owner.permissions),
            permissions.isSubset(of: Permission.forPrograms)
        else { throw PeopleRefusal.tokenTooWide }
        guard let name = name.trimmedOrNil, name.count <= 60 else { throw PeopleRefusal.nameLength }
        return try await door.change(.makeToken, in: owner.agency, needs: .makeKeys, by: caller) {
            change in
            try change.insertToken(name, person, permissions, days: days)
        }
    }

    /// Ends a key of the agency that the caller acts in, at once.
    package func revoke(_ id: TokenID, by caller: Caller) async throws {
        try await door.change(.revokeToken, in: caller.agency, needs: .makeKeys, by: caller) {
            change in
            guard
                let old = try TokenEntry.all(in: caller.agency, change.view)
                    .first(where: { $0.id == id })
            else { throw PeopleRefusal.unknown }
            try change.execute(
                "UPDATE apiToken SET revokedAt = \(change.now) WHERE id = \(id)",
                recording: Line(
                    record: RecordID(kind: "token", uuid: id.uuid),
                    before: [Cell("name", old.name)].ledgerText,
                    after: [Cell("name", old.name), Cell("revokedAt", change.now)].ledgerText))
        }
    }

    /// The keys of the agency that the caller acts in, those that still work.
    package func list(by caller: Caller) async throws -> [TokenEntry] {
        guard caller.may(.makeKeys) else { throw ChangeRefusal.notAllowed(.makeKeys) }
        return try await door.read(by: caller) { view in
            try TokenEntry.all(in: caller.agency, view)
        }
    }

    /// The program that holds `token`; `nil` when the key has ended or its owner may nothing.
    package func caller(for token: APIToken, now: Instant) async throws -> Caller? {
        let rows = try await database.read { session in
            try TokenSeat.find(token.secret, at: now, session)
        }
        guard let first = rows.first else { return nil }
        if first.lastUsedAt.map({ now.seconds(since: $0) >= 60 }) ?? true {
            try await database.write { session in
                try session.execute(
                    "UPDATE apiToken SET lastUsedAt = \(now) WHERE id = \(first.id)")
            }
        }
        return Caller(rows)
    }
}

extension Permission {
    /// What a program may be given. People and keys are managed by people.
    package static let forPrograms: Set<Permission> = Set(allCases).subtracting([
        .managePeople, .operateService, .manageOwnAccount, .giveConsent, .makeKeys,
    ])
}

extension Change {
    fileprivate func insertToken(
        _ name: String, _ owner: PersonID, _ permissions: Set<Permission>, days: Int
    ) throws -> APIToken {
        let token = APIToken()
        let id = TokenID(at: now)
        let endsAt = now.adding(hours: 24 * days)
        let granted = permissions.map(\.rawValue).sorted().joined(separator: " ")
        try execute(
            """
            INSERT INTO apiToken (id, agencyID, personID, name, permissions, secret, endsAt)
            VALUES (\(id), \(agency), \(owner), \(name), \(granted), \(token.secret.digest),
              \(endsAt))
            """,
            recording: Line(
                record: RecordID(kind: "token", uuid: id.uuid), before: nil,
                after: [
                    Cell("name", name), Cell("personID", owner), Cell("permissions", granted),
                    Cell("endsAt", endsAt),
                ].ledgerText))
        return token
    }
}

extension Verb {
    static let makeToken = Verb("token.make", Term("產生金鑰", en: "made a key"))
    static let revokeToken = Verb("token.revoke", Term("停用金鑰", en: "ended a key"))
}
