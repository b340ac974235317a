import Foundation
import Kernel
import Storage

/// What a `ConsentID` names: one agreement that a superior acts for an agency.
package enum ConsentSubject {}
package typealias ConsentID = ID<ConsentSubject>

/// An agency's agreement that a superior does its paperwork for it (代辦): the superior's officers
/// then work in the agency's own registers, and sign as "for" the agency.
///
/// The plan and the status report may be drawn up by the superior with consent (資通安全管理法
/// 施行細則). It gives no approval: what the head or the CISO decides stays with the agency.
package struct Consent: Hashable, Sendable {
    package let id: ConsentID
    /// The agency that agrees.
    package let agencyID: AgencyID
    package let version: Int
    /// The superior that acts.
    package let actingAgencyID: AgencyID
    /// The letter in which it was agreed, as in 「府資安字第 1150001 號」.
    package let document: String
    package let term: DatedTerm
    package var endedAt: Instant?
}

extension Consent: Recorded, RowDecodable {
    package static let kind: RecordKind = "consent"
    package static let table: SQLName = "consent"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("actingAgencyID", actingAgencyID), Cell("document", document),
            Cell("fromOn", term.fromOn), Cell("untilOn", term.untilOn), Cell("endedAt", endedAt),
        ]
    }

    package static let columns: SQL =
        """
        consent.id, consent.agencyID, consent.version, consent.actingAgencyID, consent.document,
        consent.fromOn, consent.untilOn, consent.endedAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        actingAgencyID = try row.next()
        document = try row.next()
        term = try DatedTerm(from: row.next(), until: row.next())
        endedAt = try row.next()
    }

    /// What `agency` has agreed to, and still holds or will.
    package static func all(of agency: AgencyID, _ view: View) throws -> [Consent] {
        try view.all(
            """
            SELECT \(columns) FROM consent
            WHERE agencyID = \(agency) AND endedAt IS NULL
              AND (untilOn IS NULL OR untilOn >= \(view.now.day))
              AND \(view.reach(.open), covers: "consent.agencyID")
            ORDER BY fromOn, id
            """)
    }
}

extension Role {
    /// What a superior's person is in an agency that the superior acts for (代辦); `nil` for posts
    /// that decide rather than work.
    var actingForOthers: Role? {
        switch self {
        case .officer: .officer
        case .securityOfficer, .city: .securityOfficer
        case .manager, .ciso, .head, .custodian, .auditor, .vendorManager, .staff, .operator: nil
        }
    }
}

extension Migration {
    static let consent = Migration(
        "2026-11-23 access: 05 consents to acting for an agency",
        """
        CREATE TABLE consent (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL,
          actingAgencyID UUID NOT NULL REFERENCES agency (id),
          document TEXT NOT NULL,
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          endedAt BIGINT,
          CHECK (agencyID <> actingAgencyID)
        );

        CREATE INDEX consentByAgency ON consent (agencyID, fromOn, id);
        CREATE INDEX consentByActingAgency ON consent (actingAgencyID);
        """)
}
