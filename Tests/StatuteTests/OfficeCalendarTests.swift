import Foundation
import Kernel
import Testing

@testable import Statute

/// The office calendars that come with the product, against what the government published.
@Suite struct OfficeCalendarTests {
    /// The weekdays that are rest days.
    private static let holidays = [
        2025: """
        01-01 01-27 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-30 09-29 10-06 10-10 10-24 12-25
        """,
        2026: """
        01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 \
        10-26 12-25
        """,
        2027: """
        01-01 02-04 02-05 02-08 02-09 02-10 03-01 04-05 04-06 04-30 06-09 09-15 09-28 10-11 \
        10-25 12-24 12-31
        """,
    ]

    @Test(arguments: [2025, 2026, 2027])
    func `a year rests on its weekends and these weekdays and on no other day`(
        _ year: Int
    ) throws {
        let listed = try #require(Self.holidays[year]).split(separator: " ")
        var resting = Set(try listed.map { try Day.of("\(year)-\($0)") })
        #expect(resting.count == listed.count)
        var day = try Day.of("\(year)-01-01")
        while day.components.year == year {
            let isWeekend = day.weekday == .saturday || day.weekday == .sunday
            // 8 February 2025 made up for a holiday.
            if isWeekend, day != (try .of("2025-02-08")) { resting.insert(day) }
            day = day.adding(days: 1)
        }
        #expect(Set(law.calendar.restDays(in: year)) == resting)
    }

    @Test(arguments: [
        (2026, 6_499, "0edd80d368626eb73caa05b6c33400ec9d87691b46834d03936efb91e6a0f00d"),
        (2027, 6_511, "e30df188649bf5347db3ec43fa989af2cc8d93d793fbe5c9891601e6cce4acf3"),
    ])
    func `the file of a year is the published one, byte for byte`(
        _ year: Int, _ size: Int, _ digest: String
    ) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Statute/Law/calendar/\(year).csv")
        let bytes = Array(try Data(contentsOf: file))
        #expect(bytes.count == size)
        #expect("\(Digest(of: bytes))" == digest)
    }
}
