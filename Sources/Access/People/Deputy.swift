import Foundation
import Kernel
import Storage

/// What a `DeputyID` names: one standing in of one person for another.
package enum DeputySubject {}
package typealias DeputyID = ID<DeputySubject>

/// Somebody who stands in for another person of the agency (職務代理人) for a term.
///
/// The deputy has the principal's posts in that agency and signs as "for" the principal.
package struct Deputy: Hashable, Sendable {
    package let id: DeputyID
    package let agencyID: AgencyID
    package let version: Int
    /// For whom.
    package let principalID: PersonID
    /// Who stands in.
    package let personID: PersonID
    package let term: DatedTerm
    package var endedAt: Instant?
}

extension Deputy: Recorded, RowDecodable {
    package static let kind: RecordKind = "deputy"
    package static let table: SQLName = "deputy"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("principalID", principalID), Cell("personID", personID),
            Cell("fromOn", term.fromOn), Cell("untilOn", term.untilOn), Cell("endedAt", endedAt),
        ]
    }

    package static let columns: SQL =
        """
        deputy.id, deputy.agencyID, deputy.version, deputy.principalID, deputy.personID,
        deputy.fromOn, deputy.untilOn, deputy.endedAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        principalID = try row.next()
        personID = try row.next()
        term = try DatedTerm(from: row.next(), until: row.next())
        endedAt = try row.next()
    }
}

extension Deputy {
    /// Whether who stands in still has a post of their own in the agency: who has left the agency
    /// stands in for nobody there.
    static func isOfTheAgency(on day: Day) -> SQL {
        """
        EXISTS (
          SELECT 1 FROM appointment post
          WHERE post.personID = deputy.personID AND post.agencyID = deputy.agencyID
            AND \(InForce.post.on(day)))
        """
    }
}

/// A standing in as the principal's list shows it.
package struct DeputyEntry: Hashable, Sendable, RowDecodable {
    package let id: DeputyID
    package let name: String
    package let term: DatedTerm

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        term = try DatedTerm(from: row.next(), until: row.next())
    }

    /// Who stands in for `person` in the agency that the caller acts in, or will.
    package static func all(of person: PersonID, _ view: View) throws -> [DeputyEntry] {
        try view.all(
            """
            SELECT deputy.id, person.name, deputy.fromOn, deputy.untilOn
            FROM deputy JOIN person ON person.id = deputy.personID
            WHERE deputy.principalID = \(person) AND deputy.endedAt IS NULL
              AND (deputy.untilOn IS NULL OR deputy.untilOn >= \(view.now.day))
              AND \(view.reach(.closed), covers: "deputy.agencyID")
            ORDER BY deputy.fromOn, deputy.id
            """)
    }
}

extension Migration {
    static let deputy = Migration(
        "2026-11-23 access: 04 deputies",
        """
        CREATE TABLE deputy (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL,
          principalID UUID NOT NULL REFERENCES person (id),
          personID UUID NOT NULL REFERENCES person (id),
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          endedAt BIGINT,
          CHECK (principalID <> personID)
        );

        CREATE INDEX deputyByPerson ON deputy (personID, agencyID);
        CREATE INDEX deputyByPrincipal ON deputy (principalID, agencyID);
        """)
}
