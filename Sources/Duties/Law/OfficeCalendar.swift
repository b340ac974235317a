import Access
import Foundation
import Kernel
import Statute
import Storage

/// The working days of one year (政府行政機關辦公日曆表) as the city laid them in.
package struct OfficeCalendar: Recorded, Hashable {
    package static let kind: RecordKind = "officeCalendar"
    package static let table: SQLName = "officeCalendar"

    package let recordID: UUID
    package let agencyID: AgencyID
    package let version: Int
    /// The year of the common era, as the government's own file counts.
    package let year: Int
    /// Every day of the year in the government's form.
    package let sheet: String
    package let laidBy: String
    package let laidAt: Instant
    /// Since when another stands in its place, or none; `nil` for the one in use.
    package private(set) var endedAt: Instant?

    /// - Throws: `CalendarRefusal` where the bytes are not the government's form of one year.
    package init(csv bytes: [UInt8], by caller: Caller, at now: Instant) throws(CalendarRefusal) {
        let calendar = try WorkingCalendar(csv: bytes)
        guard let year = calendar.years.first, let sheet = calendar.sheet(of: year) else {
            throw .incomplete
        }
        recordID = UUID(version7At: now)
        agencyID = caller.agency
        version = 1
        self.year = year
        self.sheet = sheet
        laidBy = caller.name
        laidAt = now
    }

    func ended(at now: Instant) -> OfficeCalendar {
        var ended = self
        ended.endedAt = now
        return ended
    }

    package var calendar: WorkingCalendar {
        get throws { try WorkingCalendar(csv: Array(sheet.utf8)) }
    }

    package var cells: [Cell] {
        [
            Cell("year", year), Cell("sheet", sheet), Cell("laidBy", laidBy),
            Cell("laidAt", laidAt), Cell("endedAt", endedAt),
        ]
    }
}

extension OfficeCalendar: RowDecodable {
    static let columns: SQL =
        """
        officeCalendar.id, officeCalendar.agencyID, officeCalendar.version, officeCalendar.year,
        officeCalendar.sheet, officeCalendar.laidBy, officeCalendar.laidAt, officeCalendar.endedAt
        """

    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        year = try row.next()
        sheet = try row.next()
        laidBy = try row.next()
        laidAt = try row.next()
        endedAt = try row.next()
    }

    /// Those in use, by year.
    static func all(_ session: any Session) throws -> [OfficeCalendar] {
        try session.all(
            "SELECT \(columns) FROM officeCalendar WHERE endedAt IS NULL ORDER BY year")
    }
}
