import HTML
import Kernel
import Testing

@testable import Web

/// The day beside what is to be done: nobody may take a day of another year for one of this year.
@Suite struct TaskDayTests {
    private func words(_ html: HTML) -> String {
        String(decoding: html.bytes(for: Reader(language: .chinese)), as: UTF8.self)
    }

    private func line(due: Day, in year: Int) throws -> String {
        let year = try #require(ROCYear(year))
        return words(
            TaskList(
                [TaskList.Item(due: due, Term("盤點", en: "Stock"), "/", state: status(.none))],
                in: year
            ).body)
    }

    @Test func `a day of the year has its weekday, one of another year has the year`() throws {
        let last = try #require(Day(year: 2026, month: 12, day: 31))
        let leap = try #require(Day(year: 2028, month: 2, day: 29))

        #expect(try line(due: last, in: 115).contains(">12/31 四</time>"))
        #expect(try line(due: last.adding(days: 1), in: 115).contains(">116/01/01</time>"))
        #expect(try line(due: last.adding(days: 1), in: 116).contains(">01/01 五</time>"))
        #expect(try line(due: last, in: 116).contains(">115/12/31</time>"))
        #expect(try line(due: leap, in: 117).contains(">02/29 二</time>"))
    }

    @Test func `a card names the year of what was owed before New Year`() throws {
        let last = try #require(Day(year: 2026, month: 12, day: 31))
        let kept = words(DateBlock(due: last, today: last).body)
        let missed = words(DateBlock(due: last, today: last.adding(days: 1)).body)

        #expect(kept.contains("今天到期") && !kept.contains("115 年"))
        #expect(missed.contains("逾期 1 天") && missed.contains("115 年"))
    }
}
