import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct PlanReadTests {
    @Test func `a plan is named by its file and JSON is a choice`() throws {
        let command = try PlanReadCommand.parse(["plan.txt", "--json"])
        #expect(command.file == "plan.txt")
        #expect(command.json)
    }

    @Test func `a file that is no plan ends with code 2`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
        try Data("沒有章".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let command = try PlanReadCommand.parse([file.path()])
        await #expect(throws: ExitCode(2)) { try await command.run() }
    }
}
