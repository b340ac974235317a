import Kernel
import Storage

/// What a `SessionID` names: one sign-in that has not ended.
package enum SessionSubject {}
package typealias SessionID = ID<SessionSubject>

/// The person and the seat behind a session's token, with one row for each role and
/// each agency that the seat's carries on for.
struct SessionSeat: RowDecodable {
    let id: SessionID
    let person: PersonID
    let personName: String
    let lastUsedAt: Instant
    let endsAt: Instant
    let agency: AgencyID
    let agencyPath: String
    let agencyName: String
    let supervises: Bool
    /// One of those that the agency carries on for; a row for each.
    let predecessor: AgencyID?
    let principal: PersonID?
    let principalName: String?
    let isByConsent: Bool
    let role: Role

    init(_ row: inout RowReader) throws {
        id = try row.next()
        person = try row.next()
        personName = try row.next()
        lastUsedAt = try row.next()
        endsAt = try row.next()
        agency = try row.next()
        agencyPath = try row.next()
        agencyName = try row.next()
        supervises = try row.next()
        predecessor = try row.next()
        principal = try row.next()
        principalName = try row.next()
        isByConsent = try row.next()
        role = try row.next()
    }

    /// The rows of the session with `secret`, if its seat holds at `now`.
    ///
    /// A deputy with a post of their own reads the principal's posts, somebody acting by consent
    /// those at the superior; a standing in or a consent that has ended leaves nothing to join, and
    /// so no rows.
    static func find(
        _ secret: Digest, at now: Instant, _ session: any Session
    ) throws -> [SessionSeat] {
        try session.all(
            """
            SELECT session.id, person.id, person.name, session.lastUsedAt, session.endsAt,
              agency.id, agency.path, agency.name,
              \(Agency.supervises), predecessor.id,
              principal.id, principal.name,
              CASE WHEN session.consentID IS NULL THEN 0 ELSE 1 END,
              appointment.role
            FROM session
            JOIN person ON person.id = session.personID AND person.disabledAt IS NULL
            JOIN agency ON agency.id = session.agencyID AND agency.removedAt IS NULL
            \(Agency.predecessors)
            LEFT JOIN deputy ON deputy.id = session.deputyID AND deputy.personID = person.id
              AND deputy.agencyID = agency.id AND \(InForce.deputy.on(now.day))
              AND \(Deputy.isOfTheAgency(on: now.day))
            LEFT JOIN person principal ON principal.id = deputy.principalID
            LEFT JOIN consent ON consent.id = session.consentID
              AND consent.agencyID = agency.id AND \(InForce.consent.on(now.day))
            LEFT JOIN agency acting ON acting.id = consent.actingAgencyID
              AND acting.removedAt IS NULL
              AND substr(agency.path, 1, length(acting.path)) = acting.path
            JOIN appointment ON appointment.personID =
                CASE WHEN session.deputyID IS NULL THEN person.id
                  WHEN principal.disabledAt IS NULL THEN deputy.principalID END
              AND appointment.agencyID =
                CASE WHEN session.consentID IS NULL THEN agency.id ELSE acting.id END
              AND \(InForce.appointment.on(now.day))
            WHERE session.secret = \(secret)
            """)
    }
}

/// The caller that an open session makes, and when it was used and ends.
struct SeatedCaller: Sendable {
    let session: SessionID
    let caller: Caller
    let lastUsedAt: Instant
    private let endsAt: Instant

    /// `nil` where the rows give no role.
    init?(_ rows: [SessionSeat]) {
        guard let first = rows.first, let caller = Caller(rows) else { return nil }
        self.caller = caller
        session = first.id
        lastUsedAt = first.lastUsedAt
        endsAt = first.endsAt
    }

    func isOpen(at now: Instant, under rule: SessionRule) -> Bool {
        endsAt > now && lastUsedAt > now.adding(minutes: -rule.idleMinutes)
    }
}

extension Caller {
    /// The caller that the rows of one session make; `nil` when they give no role.
    init?(_ rows: [SessionSeat]) {
        let roles = Set(rows.compactMap { $0.isByConsent ? $0.role.actingForOthers : $0.role })
        guard let first = rows.first, !roles.isEmpty else { return nil }
        self.init(
            kind: .person(first.person), name: first.personName, agency: first.agency,
            agencyPath: first.agencyPath, agencyName: first.agencyName,
            supervises: first.supervises,
            predecessors: Set(rows.compactMap(\.predecessor)), roles: roles,
            onBehalfOf: first.isByConsent ? first.agencyName : first.principalName,
            principal: first.principal)
    }
}

extension Migration {
    static let session = Migration(
        "2026-11-23 access: 08 sessions",
        """
        CREATE TABLE session (
          id UUID NOT NULL PRIMARY KEY,
          secret BYTEA NOT NULL UNIQUE,
          personID UUID NOT NULL REFERENCES person (id),
          agencyID UUID NOT NULL REFERENCES agency (id),
          deputyID UUID REFERENCES deputy (id),
          consentID UUID REFERENCES consent (id),
          means TEXT NOT NULL,
          startedAt BIGINT NOT NULL,
          lastUsedAt BIGINT NOT NULL,
          endsAt BIGINT NOT NULL,
          source TEXT NOT NULL,
          device TEXT NOT NULL
        );

        CREATE INDEX sessionByPerson ON session (personID, startedAt);
        CREATE INDEX sessionEnd ON session (endsAt);
        """)
}
