import Kernel
import Testing

@testable import Statute

@Suite struct PeriodTests {
    @Test(arguments: [
        ("72h", "2026-10-08T17:20", "2026-10-11T17:20"),  // a holiday does not stop hours
        ("36h", "2026-12-31T20:00", "2027-01-02T08:00"),
        ("1m", "2026-01-30T10:00", "2026-03-03T00:00"),  // 28 February and the rest days after it
        ("1m", "2026-03-15T10:00", "2026-04-16T00:00"),
        ("1m", "2026-04-30T09:00", "2026-06-02T00:00"),  // the whole of May, then a Sunday
        ("1m", "2028-01-30T09:00", "2028-03-01T00:00"),  // leap year: 29 February is a Tuesday
        ("1m", "2027-01-30T09:00", "2027-03-03T00:00"),  // 28 February to 1 March rest
        ("1m", "2025-11-30T23:59", "2026-01-01T00:00"),  // 31 December works
        ("1m", "2026-11-30T23:59", "2027-01-01T00:00"),
        ("1m", "2026-12-01T00:00", "2027-01-05T00:00"),  // 1 January is a Friday
        ("5d", "2026-02-11T08:00", "2026-02-24T00:00"),  // the New Year holidays
        ("1y", "2024-02-29T12:00", "2025-03-04T00:00"),  // 28 February 2025 rests, then a weekend
        ("1y", "2026-03-15T12:00", "2027-03-16T00:00"),
        ("3y", "2026-02-10T00:00", "2029-02-13T00:00"),  // 10 February 2029 is a Saturday
    ])
    func `a period ends where the procedure act says`(
        _ length: String, _ start: String, _ end: String
    ) throws {
        let length = try #require(Length(length))
        let found = law.calendar.end(of: length, from: try .taipei(start))
        #expect(found.moment == (try .taipei(end)))
    }

    @Test func `an end that moved names every rest day it moved over`() throws {
        let end = law.calendar.end(of: .months(1), from: try .taipei("2026-01-30T10:00"))
        #expect(end.moves.map(\.day.description) == ["2026-02-28", "2026-03-01"])
        #expect(end.moves.first?.term.zh == "115/02/28（和平紀念日）")
        #expect(end.lastDay == (try .of("2026-03-02")))
    }

    @Test func `a year without a calendar rests on weekends and says so`() throws {
        let end = law.calendar.end(of: .months(1), from: try .taipei("2030-01-01T10:00"))
        #expect(end.moment == (try .taipei("2030-02-02T00:00")))
        #expect(end.withoutCalendar)
        let known = law.calendar.end(of: .months(1), from: try .taipei("2026-03-15T10:00"))
        #expect(!known.withoutCalendar)
    }

    @Test func `a later start never ends earlier`() {
        var random = Seeded(state: 20_261_123)
        let lengths: [Length] = [.hours(1), .hours(72), .days(5), .months(1), .months(12)]
        let first = Instant(startOf: Day(number: 20_089))
        for _ in 0..<20_000 {
            let length = lengths.randomElement(using: &random) ?? .hours(1)
            let start = first.adding(minutes: Int.random(in: 0..<1_577_000, using: &random))
            let later = start.adding(minutes: Int.random(in: 0..<50_000, using: &random))
            let end = law.calendar.end(of: length, from: start).moment
            #expect(end <= law.calendar.end(of: length, from: later).moment)
            #expect(end > start)
        }
    }

    @Test func `lengths are read as they are written`() {
        for text in ["1h", "5d", "1m", "2y", "18m"] {
            #expect(Length(text)?.description == text)
        }
        for text in ["", "h", "0h", "-1d", "1w", "1.5h", "99999h"] {
            #expect(Length(text) == nil)
        }
    }
}

@Suite struct WorkingCalendarTests {
    @Test(arguments: [(2025, 118), (2026, 120), (2027, 121)])
    func `the shipped years have the rest days the government published`(
        _ year: Int, _ count: Int
    ) {
        #expect(law.calendar.restDays(in: year).count == count)
        #expect(law.calendar.years.contains(year))
    }

    @Test(arguments: [
        ("2026-02-27", true), ("2026-10-09", true), ("2026-10-12", false),
        ("2025-02-08", false), ("2025-09-29", true), ("2027-12-31", true),
    ])
    func `holidays rest and a make-up Saturday works`(_ day: String, _ rests: Bool) throws {
        #expect(law.calendar.isRest(try .of(day)) == rests)
    }

    @Test func `a calendar in Big5 is read with its remarks`() throws {
        let remark: [UInt8] = [0xB0, 0xEA, 0xBC, 0x79, 0xA4, 0xE9]  // 國慶日
        // 一二三四五六日
        let weekdays: [[UInt8]] = [
            [0xA4, 0x40], [0xA4, 0x47], [0xA4, 0x54], [0xA5, 0x7C], [0xA4, 0xAD], [0xA4, 0xBB],
            [0xA4, 0xE9],
        ]
        var bytes = Array("d,w,r,n\r\n".utf8)
        for number in 0..<365 {
            let day = try #require(Day(year: 2023, month: 1, day: 1)).adding(days: number)
            let (year, month, date) = day.components
            let compact = "\(year * 10_000 + month * 100 + date)"
            bytes += Array("\(compact),".utf8) + weekdays[day.weekday.rawValue]
            bytes += Array(",".utf8)
            bytes += month == 10 && date == 10 ? Array("2,".utf8) + remark : Array("0,".utf8)
            bytes += Array("\r\n".utf8)
        }
        let calendar = try WorkingCalendar(csv: bytes)
        let holiday = try Day.of("2023-10-10")
        #expect(calendar.restDays(in: 2023) == [holiday])
        #expect(calendar.rest(on: holiday)?.holiday == "國慶日")
    }

    @Test(arguments: [
        ("", CalendarRefusal.incomplete),
        ("h\n20260101,四,2,\n", .incomplete),
        ("h\n20260101,四\n", .line(2)),
        ("h\n20260102,五,0,\n", .order(2)),
        ("h\n20260101,四,2,\n20260103,六,2,\n", .order(3)),
        ("h\n20260101,四,1,\n", .mark(2)),
        ("h\n20260230,四,2,\n", .line(2)),
        ("h\n20260101,五,2,\n", .weekday(2)),
        ("h\n20260101,星期四,2,\n20260102,,0,\n20260103,日,2,\n", .weekday(4)),
    ])
    func `a calendar that is not whole is refused by its line`(
        _ csv: String, _ refusal: CalendarRefusal
    ) {
        #expect(throws: refusal) { try WorkingCalendar(csv: Array(csv.utf8)) }
    }

    @Test func `a newer calendar of a year takes the older one's place`() throws {
        let day = try Day.of("2026-07-10")
        let typhoon = WorkingCalendar(year: 2026, restDays: [day: "停止上班"])
        let calendar = law.calendar.replacing(with: typhoon)
        #expect(calendar.restDays(in: 2026) == [day])
        #expect(calendar.restDays(in: 2025).count == 118)
    }
}
