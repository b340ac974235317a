import Access
import Foundation
import Kernel
import Storage

/// Whom to call in an agency about security (資安窗口), and who stands in.
package struct AgencyContacts: Hashable, Sendable {
    package let agencyID: AgencyID
    package let version: Int
    package let window: Contact
    package let deputy: Contact
    /// When the agency last said that this is so.
    package let confirmedOn: Day

    package struct Contact: Hashable, Sendable {
        package let name: String?
        package let phone: String?
        package let email: String?

        package init(name: String?, phone: String?, email: String?) {
            self.name = name
            self.phone = phone
            self.email = email
        }
    }
}

extension AgencyContacts: Recorded, RowDecodable {
    package static let kind: RecordKind = "agencyContacts"
    package static let table: SQLName = "agencyContacts"
    package var recordID: UUID { agencyID.uuid }
    package var cells: [Cell] {
        [
            Cell("windowName", window.name), Cell("windowPhone", window.phone),
            Cell("windowEmail", window.email), Cell("deputyName", deputy.name),
            Cell("deputyPhone", deputy.phone), Cell("deputyEmail", deputy.email),
            Cell("confirmedOn", confirmedOn),
        ]
    }

    package init(_ row: inout RowReader) throws {
        agencyID = try row.next()
        version = try row.next()
        window = Contact(name: try row.next(), phone: try row.next(), email: try row.next())
        deputy = Contact(name: try row.next(), phone: try row.next(), email: try row.next())
        confirmedOn = try row.next()
    }

    /// The contacts of the agencies of `reach`.
    package static func all(in reach: Reach, _ view: View) throws -> [AgencyContacts] {
        try view.all(
            """
            SELECT agencyID, version, windowName, windowPhone, windowEmail, deputyName, deputyPhone,
              deputyEmail, confirmedOn
            FROM agencyContacts WHERE \(reach, covers: "agencyContacts.agencyID")
            """)
    }
}
