import Kernel
import Storage

/// The open sign-ins of the city, kept on the server: ended at once by sign-out, by 15 idle
/// minutes, by a day's work, by a new password, and by closing the account.
package struct Sessions: Sendable {
    let database: any Database
    let rule: SessionRule
    private let known = Recollection<SeatKey, SeatedCaller?>()

    package init(database: any Database, rule: SessionRule = SessionRule()) {
        self.database = database
        self.rule = rule
    }

    /// Who the holder of `token` is now, in the seat of the session; `nil` when it is not open, or
    /// the person holds nothing there any more.
    ///
    /// One query, and none while nothing was written since the last. That the session was used is
    /// written at most once a minute.
    package func caller(for token: SessionToken, now: Instant) async throws -> Caller? {
        let key = SeatKey(secret: token.secret.digest, day: now.day)
        let commits = database.commits
        let known = known.answer(to: key, asOf: commits)
        let seated =
            if let known { known } else {
                try await database.read { session in
                    try SeatedCaller(SessionSeat.find(key.secret, at: now, session))
                }
            }
        if known == nil { self.known.note(seated, to: key, asOf: commits) }
        guard let seated, seated.isOpen(at: now, under: rule) else { return nil }
        if now.seconds(since: seated.lastUsedAt) >= 60 {
            try await noteUse(of: seated.session, at: now)
        }
        return seated.caller
    }

    /// Ends the session of `token`; an unknown one is no matter.
    package func end(_ token: SessionToken) async throws {
        try await database.write { session in try Self.end(token, session) }
    }

    /// The open sessions of the person behind `caller`, the last used first.
    package func list(of caller: Caller, now: Instant) async throws -> [OpenSession] {
        guard case .person(let person) = caller.kind else { return [] }
        return try await database.read { [rule] session in
            try OpenSession.all(of: person, under: rule, at: now, session)
        }
    }

    /// The id under which the list shows the session of `token`.
    package func id(of token: SessionToken) async throws -> SessionID? {
        try await database.read { session in
            try session.value("SELECT id FROM session WHERE secret = \(token.secret.digest)")
        }
    }

    /// Ends one of the caller's own sessions.
    ///
    /// - Throws: `SignInRefusal.unknownSession` for somebody else's, or none.
    package func revoke(_ id: SessionID, by caller: Caller) async throws {
        guard case .person(let person) = caller.kind else { throw SignInRefusal.unknownSession }
        try await database.write { session in
            let count = try session.execute(
                "DELETE FROM session WHERE id = \(id) AND personID = \(person)")
            guard count == 1 else { throw SignInRefusal.unknownSession }
        }
    }

    private func noteUse(of id: SessionID, at now: Instant) async throws {
        try await database.write { session in
            try session.execute(
                "UPDATE session SET lastUsedAt = \(now) WHERE id = \(id) AND lastUsedAt < \(now)")
        }
    }
}

/// Which session, on which day: seats begin and end with days.
private struct SeatKey: Hashable {
    let secret: Digest
    let day: Day
}

extension Sessions {
    /// The seats from which the person behind `caller` may act today.
    package func seats(of caller: Caller, now: Instant) async throws -> [Seat] {
        guard case .person(let person) = caller.kind else { return [] }
        return try await database.read { session in
            try Seat.all(of: person, on: now.day, session)
        }
    }

    /// Moves the session of `token` to another seat, under a new token.
    ///
    /// - Throws: `SignInRefusal.unknownSeat` for a seat that is not the person's today.
    package func take(
        _ seatKey: String, from token: SessionToken, by caller: Caller, now: Instant
    ) async throws -> SessionToken {
        guard case .person(let person) = caller.kind else { throw SignInRefusal.unknownSeat }
        let renewed = SessionToken()
        try await database.write { session in
            let seats = try Seat.all(of: person, on: now.day, session)
            guard let seat = seats.first(where: { $0.key == seatKey }) else {
                throw SignInRefusal.unknownSeat
            }
            let count = try session.execute(
                """
                UPDATE session SET secret = \(renewed.secret.digest), agencyID = \(seat.agency),
                  deputyID = \(seat.deputyID), consentID = \(seat.consentID), lastUsedAt = \(now)
                WHERE secret = \(token.secret.digest) AND personID = \(person)
                """)
            guard count == 1 else { throw SignInRefusal.unknownSession }
        }
        return renewed
    }
}

extension Sessions {
    static func end(_ token: SessionToken, _ session: any Session) throws {
        try session.execute("DELETE FROM session WHERE secret = \(token.secret.digest)")
    }

    /// Ends every session of `person`, as after a new password or a closed account.
    static func endAll(of person: PersonID, _ session: any Session) throws {
        try session.execute("DELETE FROM session WHERE personID = \(person)")
    }

    /// Opens a session for somebody whose identity has been shown, in the first seat they have,
    /// and throws away those that are over.
    ///
    /// - Throws: `SignInRefusal.noPost` for a person who may act nowhere today.
    static func open(
        for identity: Identity, at visitor: Visitor, under rule: SessionRule, now: Instant,
        _ session: any Session
    ) throws -> SessionToken {
        guard let seat = try Seat.all(of: identity.person, on: now.day, session).first else {
            throw SignInRefusal.noPost
        }
        try session.execute("DELETE FROM session WHERE endsAt <= \(now)")
        let token = SessionToken()
        let means = identity.means.map(\.rawValue).sorted().joined(separator: " ")
        try session.execute(
            """
            INSERT INTO session (id, secret, personID, agencyID, deputyID, consentID, means,
              startedAt, lastUsedAt, endsAt, source, device)
            VALUES (\(SessionID(at: now)), \(token.secret.digest), \(identity.person),
              \(seat.agency), \(seat.deputyID), \(seat.consentID), \(means), \(now), \(now),
              \(now.adding(hours: rule.hours)), \(visitor.source.text), \(visitor.device))
            """)
        return token
    }
}
