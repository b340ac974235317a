import Access
import Duties
import HTML
import Incidents
import Kernel
import TestCity
import TestEngines
import Testing
import Web

@testable import Programme

@Suite struct CalendarTests {
    private func entry(_ day: String, _ title: String = "盤點", at moment: String? = nil) throws
        -> CalendarEntry
    {
        CalendarEntry(
            day: try #require(Day(day)), moment: try moment.map { try #require(Instant($0)) },
            title: Term(title, en: title), status: .due, path: "/duties/x", key: "x-\(day)")
    }

    @Test func `a duty stands in the calendar in the words of lists`() async throws {
        let city = try await TestCity()
        try await city.live()
        let today = city.clock.now.day
        _ = try await city.programme.duties.declare(
            "plan.risk", doneOn: today, in: ROCYear(of: today), words: "已評估",
            by: .console("tester", in: city.agency(.child)))

        let page = try await Visitor(.officer, city, in: .child).get("/calendar").text

        #expect(page.contains("已聲明"))
        #expect(!page.contains("進行中"))
    }

    @Test func `a year has twelve months and only its own days`() throws {
        let calendar = CalendarYear(
            try #require(ROCYear(115)),
            [try entry("2026-12-31"), try entry("2026-01-05"), try entry("2027-01-01")])

        #expect(calendar.months.count == 12)
        #expect(calendar.entries.map(\.day.description) == ["2026-01-05", "2026-12-31"])
    }

    @Test func `a file for other calendars has days as days and moments as moments`() throws {
        let file = ICalendar(
            name: "國小",
            entries: [
                try entry("2026-12-31"), try entry("2026-11-23", at: "2026-11-23T09:12"),
            ], at: try #require(Instant("2026-11-23T09:00")))
        let text = String(decoding: file.bytes, as: UTF8.self)

        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"))
        #expect(text.contains("DTSTART:20261123T011200Z\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func `what people write cannot end a value or a line of the file`() throws {
        let evil = "一;二,三\\四\r\nBEGIN:VALARM\nATTACH:x"
        let file = ICalendar(
            name: evil, entries: [try entry("2026-12-31", evil)],
            at: try #require(Instant("2026-11-23T09:00")))
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")

        #expect(lines.count { $0.hasPrefix("BEGIN:") } == 2)
        #expect(lines.contains { $0.hasPrefix("SUMMARY:一\\;二\\,三\\\\四\\nBEGIN:VALARM") })
    }

    @Test func `long lines are folded between characters`() {
        let folded = ICalendar.folded("SUMMARY:" + String(repeating: "資通安全", count: 20))

        #expect(folded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(
            folded.replacing("\r\n ", with: "") == "SUMMARY:"
                + String(
                    repeating: "資通安全", count: 20) + "\r\n")
    }

    @Test(arguments: TestEngine.allCases)
    func `the calendar is of the own agency alone`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let desk = IncidentDesk(door: city.door, law: city.programme.law)
        for place in [TestCity.Place.own, .child, .sibling] {
            _ = try await desk.report(
                knownAt: city.clock.now, isDrill: false,
                by: .console("tester", in: city.agency(place)))
        }
        let officer = try await city.caller(.officer)

        let entries = try await city.programme.calendar.entries(
            in: #require(ROCYear(115)), by: officer)

        let incidents = entries.filter { $0.path.text.hasPrefix("/incidents") }
        let duties = entries.filter { $0.path.text.hasPrefix("/duties") }
        #expect(!incidents.isEmpty && !duties.isEmpty)
        #expect(incidents.allSatisfy { $0.title.zh.contains("115-0001") })
        #expect(incidents.count + duties.count == entries.count)
        #expect(duties.allSatisfy { $0.key.hasSuffix(city.agency(.own).id.description) })
    }
}
