import ArgumentParser
import Foundation
import Papers
import Testing

@testable import Commands

@Suite struct PlanReadTests {
    @Test func `a plan is named by its file and JSON is a choice`() throws {
        let command = try PlanReadCommand.parse(["plan.txt", "--json"])
        #expect(command.file == "plan.txt")
        #expect(command.json)
    }

    @Test func `JSON has the title, the month, the chapters and their clauses by path`() throws {
        let text = "海角市政府\n文書計畫\n中華民國110年3月\n\n壹、緣起\n\n前言。\n\n一、依據法規。\n\n貳、附則"
        let bytes = try PlanReader().read(Array(text.utf8)).json.bytes
        let json = try JSONSerialization.jsonObject(with: Data(bytes))
        let plan = try #require(json as? [String: Any])
        #expect(Set(plan.keys) == ["chapters", "issued", "issuer", "notes", "title"])
        #expect(plan["issued"] as? String == "中華民國110年3月")
        let chapters = try #require(plan["chapters"] as? [[String: Any]])
        #expect(chapters.map { $0["number"] as? String } == ["壹", "貳"])
        #expect(chapters.map { $0["title"] as? String } == ["緣起", "附則"])
        let clauses = try #require(chapters[0]["clauses"] as? [[String: String]])
        #expect(
            clauses == [
                ["path": "壹", "text": "前言。"], ["path": "壹/一", "text": "依據法規。"],
            ])
        for chapter in chapters { #expect(Set(chapter.keys) == ["clauses", "number", "title"]) }
    }

    @Test func `a file that is no plan ends with code 2`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
        try Data("沒有章".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let command = try PlanReadCommand.parse([file.path()])
        await #expect(throws: ExitCode(2)) { try await command.run() }
    }
}
