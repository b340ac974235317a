import Kernel
import Ledger
import Storage

/// What an `InvitationID` names: one link that works once.
package enum InvitationSubject {}
package typealias InvitationID = ID<InvitationSubject>

/// A link that works once and not for long, with which somebody sets their password.
///
/// The link is a random word and nothing else: whose it is and for which agency stands in the
/// database.
package struct Invitation: Hashable, Sendable {
    /// What the link is for, and how long it holds.
    package enum Purpose: String, CaseIterable, Sendable {
        /// The first operator of a new city, printed at the machine.
        case setUp
        /// A new person's first password.
        case firstPassword
        /// A new person's first password, by a letter on paper.
        case letter
        /// Somebody known who has forgotten it.
        case newPassword

        package var minutes: Int {
            switch self {
            case .setUp: 60
            case .firstPassword: 72 * 60
            case .letter: 14 * 24 * 60
            case .newPassword: 15
            }
        }
    }

    package let id: InvitationID
    package let purpose: Purpose
    package let agencyID: AgencyID
    package let agencyName: String
    /// Nobody yet, in the set-up of a city.
    package let personID: PersonID?
    package let personName: String?
    package let account: AccountName?
    package let endsAt: Instant
}

extension Invitation.Purpose: StoredAsText {}

extension Invitation: RowDecodable {
    package init(_ row: inout RowReader) throws {
        id = try row.next()
        purpose = try row.next()
        agencyID = try row.next()
        agencyName = try row.next()
        personID = try row.next()
        personName = try row.next()
        account = try row.next()
        endsAt = try row.next()
    }

    /// The link with `secret`, as long as it is unused and in time.
    static func find(
        _ secret: Secret, at now: Instant, _ session: any Session
    ) throws -> Invitation {
        let found: Invitation? = try session.first(
            """
            SELECT invitation.id, invitation.purpose, agency.id, agency.name, person.id,
              person.name, person.account, invitation.endsAt
            FROM invitation
            JOIN agency ON agency.id = invitation.agencyID AND agency.removedAt IS NULL
            LEFT JOIN person ON person.id = invitation.personID
            WHERE invitation.secret = \(secret.digest) AND invitation.usedAt IS NULL
              AND invitation.endsAt > \(now) AND person.disabledAt IS NULL
            """)
        guard let found else { throw SignInRefusal.linkSpent }
        return found
    }

    /// Makes a link and ends the unused ones that it replaces.
    static func make(
        _ purpose: Purpose, for person: PersonID?, in agency: AgencyID, _ change: Change
    ) throws -> LinkToken {
        let token = LinkToken()
        let id = InvitationID(at: change.now)
        let endsAt = change.now.adding(minutes: purpose.minutes)
        try change.view.session.execute(
            """
            DELETE FROM invitation
            WHERE usedAt IS NULL AND personID IS NOT DISTINCT FROM \(person)
            """)
        try change.execute(
            """
            INSERT INTO invitation (id, agencyID, personID, purpose, secret, endsAt)
            VALUES (\(id), \(agency), \(person), \(purpose), \(token.secret.digest), \(endsAt))
            """,
            recording: Line(
                record: RecordID(kind: "invitation", uuid: id.uuid), before: nil,
                after: [
                    Cell("personID", person), Cell("purpose", purpose), Cell("endsAt", endsAt),
                ].ledgerText))
        return token
    }

    /// Uses the link up.
    func spend(_ change: Change) throws {
        try change.execute(
            "UPDATE invitation SET usedAt = \(change.now) WHERE id = \(id)",
            recording: Line(
                record: RecordID(kind: "invitation", uuid: id.uuid),
                before: [Cell("endsAt", endsAt)].ledgerText,
                after: [Cell("endsAt", endsAt), Cell("usedAt", change.now)].ledgerText))
    }
}

extension Migration {
    static let invitation = Migration(
        "2026-11-23 access: 09 links that work once",
        """
        CREATE TABLE invitation (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          personID UUID REFERENCES person (id),
          purpose TEXT NOT NULL CHECK (purpose <> ''),
          secret BYTEA NOT NULL UNIQUE,
          endsAt BIGINT NOT NULL,
          usedAt BIGINT
        );

        CREATE INDEX invitationByPerson ON invitation (personID);
        """)
}
