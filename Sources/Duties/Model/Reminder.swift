import Access
import Foundation
import Kernel
import Storage
import Tasks

/// What a `ReminderID` names.
package typealias ReminderID = ID<Reminder>

/// A superior's word to one agency that it lacks a duty (催辦). What was sent is never taken back.
package struct Reminder: Hashable, Sendable {
    package let id: ReminderID
    /// Who was reminded.
    package let agencyID: AgencyID
    package let version: Int
    package let duty: MeasureID
    package let year: ROCYear
    /// How the duty stood then.
    package let state: DutyState
    package let words: String
    /// The message that carried it; one act reminds many agencies by the same.
    package let messageID: MessageID
    /// How many people it reached; nought where nobody holds the posts.
    package let readers: Int
    package let by: String
    package let byAgencyID: AgencyID
    package let at: Instant
}

extension DutyState: StoredAsText {}

extension Reminder: Recorded, RowDecodable {
    package static let kind: RecordKind = "reminder"
    package static let table: SQLName = "reminder"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("dutyID", duty), Cell("year", year), Cell("state", state), Cell("words", words),
            Cell("messageID", messageID), Cell("readers", readers), Cell("remindedBy", by),
            Cell("byAgencyID", byAgencyID), Cell("remindedAt", at),
        ]
    }

    static let columns: SQL =
        """
        reminder.id, reminder.agencyID, reminder.version, reminder.dutyID, reminder.year,
        reminder.state, reminder.words, reminder.messageID, reminder.readers,
        reminder.remindedBy, reminder.byAgencyID, reminder.remindedAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        duty = try row.next()
        year = try row.next()
        state = try row.next()
        words = try row.next()
        messageID = try row.next()
        readers = try row.next()
        by = try row.next()
        byAgencyID = try row.next()
        at = try row.next()
    }

    /// The last reminder of each agency of `reach` about a duty of a year.
    static func latest(
        of duty: MeasureID, in year: ROCYear, within reach: Reach, _ view: View
    ) throws -> [AgencyID: Instant] {
        let rows = try view.all(
            """
            SELECT agencyID, max(remindedAt) FROM reminder
            WHERE dutyID = \(duty) AND year = \(year) AND \(reach, covers: "reminder.agencyID")
            GROUP BY agencyID
            """
        ) { row in (try row.next() as AgencyID, try row.next() as Instant) }
        return Dictionary(rows) { $1 }
    }

    /// The reminders about a duty of a year that agencies of `reach` had, the newest first, and how
    /// many of those whom they reached have read them.
    static func all(
        of duty: MeasureID, in year: ROCYear, within reach: Reach, _ view: View
    ) throws -> [(reminder: Reminder, read: Int)] {
        try view.all(
            """
            SELECT \(columns), (
                SELECT count(*) FROM messageReceipt AS receipt
                WHERE receipt.messageID = reminder.messageID
                  AND receipt.agencyID = reminder.agencyID AND receipt.readAt IS NOT NULL)
            FROM reminder
            WHERE dutyID = \(duty) AND year = \(year) AND \(reach, covers: "reminder.agencyID")
            ORDER BY remindedAt DESC, id DESC
            LIMIT 2000
            """
        ) { row in (try Reminder(&row), try row.next()) }
    }
}
