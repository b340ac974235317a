import Access
import Foundation
import Kernel
import Storage

/// The 資通安全長 that an agency has on a day: approved and in term. Pending never counts.
package struct CISOInForce: Hashable, Sendable {
    package let appointment: UUID
    package let agencyID: AgencyID
    package let name: String
    package let post: String
    package let person: PersonID?
    package let deputy: String?
    package let fromOn: Day
    package let untilOn: Day?
    package let approvedOn: Day
    package let document: String
}

extension CISOInForce: RowDecodable {
    package init(_ row: inout RowReader) throws {
        appointment = try row.next()
        agencyID = try row.next()
        name = try row.next()
        post = try row.next()
        person = try row.next()
        deputy = try row.next()
        fromOn = try row.next()
        untilOn = try row.next()
        approvedOn = try row.next()
        document = try row.next()
    }

    /// Who is in office on `day`, by agency; where terms overlap, the later one.
    package static func all(
        on day: Day, in reach: Reach, _ view: View
    ) throws -> [AgencyID: CISOInForce] {
        let rows: [CISOInForce] = try view.all(
            """
            SELECT item.id, item.agencyID, item.name, item.post, item.person, item.deputy,
              item.fromOn, item.untilOn, item.approvedOn, item.document
            FROM cisoAppointment item
            WHERE \(reach, covers: "item.agencyID") AND item.removedAt IS NULL
              AND item.approved = \(true) AND \(TeamQuestions.current(on: day))
            ORDER BY item.fromOn, item.id
            """)
        return Dictionary(rows.map { ($0.agencyID, $0) }) { $1 }
    }
}
