import Foundation
import Kernel
import Ledger
import Storage

/// The way into the programme with an account and a password kept here.
///
/// A try is counted before the password is looked at; an unknown account costs the same work as a
/// known one; and what was open in the same browser ends, so that two people at one machine never
/// share a session.
package struct SignIn: Sendable {
    let database: any Database
    let door: Door
    let hashing: PasswordHashing
    let throttle: SourceThrottle
    package let rule: SignInRule

    package init(
        database: any Database, door: Door, hashing: PasswordHashing, throttle: SourceThrottle,
        rule: SignInRule = SignInRule()
    ) {
        self.database = database
        self.door = door
        self.hashing = hashing
        self.throttle = throttle
        self.rule = rule
    }

    package var sessions: Sessions { Sessions(database: database, rule: rule.session) }

    /// Opens a session for the person whose account and password these are.
    ///
    /// - Parameter old: the token that the browser brought along, which ends.
    /// - Throws: `SignInRefusal`.
    package func enter(
        account: String, password: Password, from visitor: Visitor,
        replacing old: SessionToken? = nil, now: Instant
    ) async throws -> SessionToken {
        try throttle.check(visitor.source, at: now)
        let attempt = Attempt(at: account, from: visitor.source, under: rule.lock)
        try await database.write { [rule] session in
            try attempt.begin(under: rule.lock, at: now, session)
        }
        let candidate = try await database.read { session in
            try Candidate.find(account: account, session)
        }
        let isRight = try await look(at: password, of: candidate, counted: attempt)
        guard let candidate, let hash = candidate.hash, isRight else {
            throttle.noteFailure(from: visitor.source, at: now)
            throw SignInRefusal.wrong
        }
        let identity = Identity(person: candidate.person, means: [.password])
        try await renew(hash, of: identity.person, password)
        return try await open(identity, at: visitor, replacing: old, closing: attempt, now: now)
    }

    /// Opens a session by a click, where the rule of this deployment accepts that.
    ///
    /// - Throws: `SignInRefusal.meansNotAccepted` anywhere but on a demonstration city.
    package func demonstrate(
        as account: AccountName, from visitor: Visitor, replacing old: SessionToken? = nil,
        now: Instant
    ) async throws -> SessionToken {
        try rule.check(Identity(person: PersonID(at: now), means: [.demonstration]))
        let candidate = try await database.read { session in
            try Candidate.find(account: account.text, session)
        }
        guard let candidate else { throw SignInRefusal.wrong }
        let identity = Identity(person: candidate.person, means: [.demonstration])
        return try await open(identity, at: visitor, replacing: old, closing: nil, now: now)
    }

    /// Compares the password; a try that found no free place at the desk does not count.
    private func look(
        at password: Password, of candidate: Candidate?, counted attempt: Attempt
    ) async throws -> Bool {
        do {
            return try await hashing.matches(password, candidate?.hash)
        } catch SignInRefusal.busy {
            try await database.write { session in try attempt.takeBack(session) }
            throw SignInRefusal.busy
        }
    }

    /// Makes the hash anew when the city has raised the cost since.
    private func renew(
        _ hash: PasswordHash, of person: PersonID, _ password: Password
    ) async throws {
        guard !hash.cost.isAtLeast(hashing.cost) else { return }
        let raised = try await hashing.hash(password)
        try await database.write { session in
            try PasswordRecord.rehash(hash, as: raised, of: person, session)
        }
    }

    private func open(
        _ identity: Identity, at visitor: Visitor, replacing old: SessionToken?,
        closing attempt: Attempt?, now: Instant
    ) async throws -> SessionToken {
        try rule.check(identity)
        let token = try await database.write { [rule] session in
            if let old { try Sessions.end(old, session) }
            let token = try Sessions.open(
                for: identity, at: visitor, under: rule.session, now: now, session)
            try attempt?.succeed(session)
            return token
        }
        try await noteOperator(token, visitor, now)
        return token
    }

    /// Writes the sign-in of an operator to the ledger; the session ends when that fails.
    private func noteOperator(
        _ token: SessionToken, _ visitor: Visitor, _ now: Instant
    ) async throws {
        guard let caller = try await sessions.caller(for: token, now: now),
            caller.roles.contains(.operator)
        else { return }
        try await note(.signIn, by: caller, with: token, at: visitor, now)
    }

    /// Writes to the ledger how somebody came to act where they do now; the session ends when that
    /// fails.
    func note(
        _ verb: Verb, by caller: Caller, with token: SessionToken, at visitor: Visitor,
        _ now: Instant, _ more: [Cell] = []
    ) async throws {
        let facts = more + [Cell("device", visitor.device), Cell("source", visitor.source.text)]
        let line = Line(
            record: RecordID(kind: "signIn", uuid: UUID(version7At: now)), before: nil,
            after: facts.ledgerText)
        do {
            try await door.change(
                verb, in: caller.agency, needs: .manageOwnAccount, by: caller
            ) { change in
                try change.execute(
                    "UPDATE session SET lastUsedAt = \(now) WHERE secret = \(token.secret.digest)",
                    recording: line)
            }
        } catch {
            try await sessions.end(token)
            throw error
        }
    }
}

/// Whose account it is that somebody names, and the hash to compare with.
struct Candidate: RowDecodable {
    let person: PersonID
    let hash: PasswordHash?

    init(_ row: inout RowReader) throws {
        person = try row.next()
        hash = try row.next()
    }

    /// A closed account is as unknown as one that never was.
    static func find(account: String, _ session: any Session) throws -> Candidate? {
        try session.first(
            """
            SELECT person.id, password.hash
            FROM person LEFT JOIN password ON password.personID = person.id
            WHERE person.account = \(AccountName.folded(account)) AND person.disabledAt IS NULL
            ORDER BY password.setAt DESC LIMIT 1
            """)
    }
}

extension Verb {
    static let signIn = Verb("person.sign_in", Term("登入", en: "signed in"))
}
