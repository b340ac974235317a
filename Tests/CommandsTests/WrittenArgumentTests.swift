import ArgumentParser
import Foundation
import Kernel
import Testing

@testable import Commands

/// Days, years and moments as people type them behind a command.
@Suite struct WrittenArgumentTests {
    @Test(arguments: [
        "115/11/27", "115.11.27", "1151127", "115-11-27", "民國115年11月27日", "2026-11-27",
        "2026/11/27",
    ])
    func `a day is read in every way in which people write one`(_ text: String) throws {
        #expect(try Day.argument(text) == Day(year: 2026, month: 11, day: 27))
        let duties = ["--all", "--year", "115", "--on", text]
        #expect(try DutiesCommand.parse(duties).on == Day(year: 2026, month: 11, day: 27))
    }

    @Test(arguments: ["115/13/01", "2026-02-30", "26/11/27", "明天", "", "115/11"])
    func `a wrong day is wrong usage, and the sentence says how to write it`(
        _ text: String
    ) throws {
        let error = try #require(throws: (any Error).self) {
            try DutiesCommand.parse(["--all", "--year", "115", "--on", text])
        }

        #expect(DutiesCommand.exitCode(for: error).rawValue == 64)
        #expect(DutiesCommand.message(for: error).contains("寫成 115/11/23 或 2026-11-23。"))
    }

    @Test(arguments: ["2026", "０", "民國115", "-1"])
    func `a wrong year is wrong usage in words too`(_ text: String) throws {
        let error = try #require(throws: (any Error).self) {
            try DutiesCommand.parse(["--all", "--year=\(text)"])
        }

        #expect(DutiesCommand.exitCode(for: error).rawValue == 64)
        #expect(DutiesCommand.message(for: error).contains("不是民國年。寫成 115。"))
    }

    @Test(arguments: ["115/11/27 09:12", "2026-11-27 09:12", "2026-11-27T09:12+08:00"])
    func `a moment is a day however written and a clock`(_ text: String) throws {
        #expect(try Instant.argument(text) == Instant("2026-11-27T09:12+08:00"))
    }
}
