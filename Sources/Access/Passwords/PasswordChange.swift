import Kernel
import Storage

/// Setting a new password: by the person, who knows the present one.
package struct PasswordChange: Sendable {
    let signIn: SignIn

    package init(signIn: SignIn) {
        self.signIn = signIn
    }

    /// Gives the caller a new password. All their other sessions end, and this one goes on under
    /// a new token.
    ///
    /// - Throws: `PasswordRefusal`; `SignInRefusal.locked` after too many wrong guesses.
    package func make(
        from present: Password, to new: Password, repeated: Password, by caller: Caller,
        with token: SessionToken, from visitor: Visitor, now: Instant
    ) async throws -> SessionToken {
        guard case .person(let person) = caller.kind else { throw PeopleRefusal.unknown }
        try await confirm(present, of: person, from: visitor, now)
        let hash = try await signIn.newHash(of: new, repeated, for: person)
        let renewed = SessionToken()
        let remembered = signIn.rule.password.remembered
        try await signIn.door.change(
            .changePassword, in: caller.agency, needs: .manageOwnAccount, by: caller
        ) { change in
            try PasswordRecord.set(hash, of: person, remembering: remembered, change)
            let session = change.view.session
            try session.execute(
                """
                DELETE FROM session
                WHERE personID = \(person) AND secret <> \(token.secret.digest)
                """)
            try session.execute(
                """
                UPDATE session SET secret = \(renewed.secret.digest)
                WHERE secret = \(token.secret.digest)
                """)
        }
        return renewed
    }

    /// Checks the present password, counting the try like one to sign in.
    private func confirm(
        _ present: Password, of person: PersonID, from visitor: Visitor, _ now: Instant
    ) async throws {
        let lock = signIn.rule.lock
        let attempt = Attempt(at: "password of \(person)", from: visitor.source, under: lock)
        try await signIn.database.write { session in
            try attempt.begin(under: lock, at: now, session)
        }
        let newest = try await signIn.database.read { session in
            try PasswordRecord.newest(1, of: person, session)
        }
        guard try await signIn.hashing.matches(present, newest.first?.hash) else {
            throw PasswordRefusal.wrongPresent
        }
        try await signIn.database.write { session in try attempt.succeed(session) }
    }
}

extension SignIn {
    /// The hash of a new password that keeps the rule and is none of the last ones.
    func newHash(
        of new: Password, _ repeated: Password, for person: PersonID
    ) async throws -> PasswordHash {
        let former = try await database.read { [rule] session in
            (
                words: try Self.words(of: person, session),
                hashes: try PasswordRecord.newest(rule.password.remembered, of: person, session)
                    .map(\.hash)
            )
        }
        try check(new, repeated, of: former.words)
        for hash in former.hashes where try await hashing.matches(new, hash) {
            throw PasswordRefusal.usedBefore(rule.password.remembered)
        }
        return try await hashing.hash(new)
    }

    func check(_ new: Password, _ repeated: Password, of words: [String]) throws {
        guard new.text == repeated.text else { throw PasswordRefusal.differs }
        try rule.password.check(new, of: words)
    }

    /// What belongs to a person and makes a poor password: names and accounts.
    private static func words(of person: PersonID, _ session: any Session) throws -> [String] {
        try session.all(
            """
            SELECT person.name, person.account, person.email, agency.name
            FROM person JOIN agency ON agency.id = person.agencyID
            WHERE person.id = \(person)
            """
        ) { row in
            [try row.next(), try row.next(String?.self), try row.next(), try row.next()]
                .compactMap(\.self)
        }.flatMap(\.self)
    }
}

extension Verb {
    static let changePassword = Verb(
        "person.change_password", Term("更換密碼", en: "changed the password"))
}
