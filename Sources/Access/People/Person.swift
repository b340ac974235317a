import Foundation
import Kernel
import Storage

/// Somebody who works in the programme. A person has one account; nobody shares one (附表十 識別與鑑別).
package struct Person: Hashable, Sendable {
    package let id: PersonID
    /// The agency that keeps the person's entry.
    package let agencyID: AgencyID
    package let version: Int
    package var details: PersonDetails
    package var disabledAt: Instant?

    package var name: String { details.name }
}

/// What is written down about a person.
package struct PersonDetails: Hashable, Sendable {
    package let name: String
    /// The name to sign in with; none for people who never do.
    package let account: AccountName?
    package let email: String?
    package let phone: String?

    package init(
        name: String, account: AccountName? = nil, email: String? = nil, phone: String? = nil
    ) throws(PeopleRefusal) {
        self.name = name.trimmed
        self.account = account
        self.email = email.flatMap(\.trimmedOrNil)
        self.phone = phone.flatMap(\.trimmedOrNil)
        guard (1...60).contains(self.name.count) else { throw .nameLength }
    }
}

/// The name somebody signs in with: small letters, digits and `. _ - @`, 3 to 64 of them.
///
/// Names that several people would share are refused: an account is one person's.
package struct AccountName: Hashable, Sendable {
    package let text: String

    package init(_ typed: String) throws(PeopleRefusal) {
        let folded = Self.folded(typed)
        guard folded.wholeMatch(of: /[a-z0-9][a-z0-9._@-]{2,63}/) != nil else {
            throw .accountForm
        }
        guard !Self.shared.contains(folded) else { throw .accountShared(folded) }
        text = folded
    }

    /// The form in which names are compared.
    static func folded(_ typed: String) -> String {
        Password(typed.trimmed).text.lowercased()
    }

    private static let shared: Set = [
        "admin", "administrator", "root", "system", "operator", "office", "public", "shared",
        "guest", "user", "test", "demo", "security", "service", "info", "school",
    ]
}

extension AccountName: StoredAsText {
    package init?(stored text: String) {
        self.text = text
    }

    package var storedText: String { text }
}

extension Person: Recorded, RowDecodable {
    package static let kind: RecordKind = "person"
    package static let table: SQLName = "person"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("name", details.name), Cell("account", details.account),
            Cell("email", details.email), Cell("phone", details.phone),
            Cell("disabledAt", disabledAt),
        ]
    }

    package static let columns: SQL =
        """
        person.id, person.agencyID, person.version, person.name, person.account, person.email,
        person.phone, person.disabledAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        details = try PersonDetails(
            name: row.next(), account: row.next(), email: row.next(), phone: row.next())
        disabledAt = try row.next()
    }

    /// The person `id` whose entry is within the caller's reach.
    ///
    /// - Throws: `PeopleRefusal.unknown` when there is none or it is not the caller's to see.
    package static func find(_ id: PersonID, _ view: View) throws -> Person {
        let found: Person? = try view.first(
            """
            SELECT \(columns) FROM person
            WHERE id = \(id) AND \(view.reach(.open), covers: "person.agencyID")
            """)
        guard let found else { throw PeopleRefusal.unknown }
        return found
    }

    /// The people whose entries `agency` keeps, by name.
    package static func all(of agency: AgencyID, _ view: View) throws -> [Person] {
        try view.all(
            """
            SELECT \(columns) FROM person
            WHERE agencyID = \(agency) AND \(view.reach(.open), covers: "person.agencyID")
            ORDER BY name, id
            """)
    }
}

extension Migration {
    static let person = Migration(
        "2026-11-23 access: 02 people",
        """
        CREATE TABLE person (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (name <> ''),
          account TEXT UNIQUE CHECK (account <> ''),
          email TEXT,
          phone TEXT,
          disabledAt BIGINT
        );

        CREATE INDEX personByAgency ON person (agencyID, name, id);
        """)
}
