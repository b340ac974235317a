import ArgumentParser
import Foundation
import Kernel
import Statute
import Testing

@testable import Commands

@Suite struct LawAnswerTests {
    private struct Clocks: Decodable {
        struct Deadline: Decodable {
            let id: String
            let due: String?
            let start: String?
            let rule: String
            let citation: String
            let certainty: String
            let explanation: String
        }

        let edition: String
        let deadlines: [Deadline]
    }

    private struct Severity: Decodable {
        let edition: String
        let level: Int
        let decidedBy: String
    }

    private struct Controls: Decodable {
        struct Control: Decodable {
            let key: String
            let dimension: String
            let measure: String
            let from: String
            let requirement: String
            let certainty: String
        }

        let edition: String
        let need: String
        let controls: [Control]
    }

    private struct Duties: Decodable {
        struct Duty: Decodable {
            let id: String
            let term: String
            let aspect: String
            let cadence: String
            let due: String?
            let citation: String
            let certainty: String
        }

        let edition: String
        let level: String
        let duties: [Duty]
    }

    private struct Citations: Decodable {
        struct Citation: Decodable {
            struct Standing: Decodable, Equatable {
                let instrument: String
                let article: String?
            }

            let text: String
            let line: Int
            let instrument: String
            let article: String?
            let current: Bool
            let now: [Standing]
        }

        let citations: [Citation]
    }

    private struct Diff: Decodable {
        struct Change: Decodable {
            let id: String
            let before: String?
            let after: String?
        }

        let starts: [Change]
        let stops: [Change]
        let changes: [Change]
        let moves: [Change]
    }

    @Test func `clocks answers with the five deadlines and null for those not started`() throws {
        let answer: Clocks = try ask(
            LawClocksCommand.self, "--level", "3", "--known-at", "2026-10-08T17:20+08:00",
            "--contained-at", "2026-10-09T12:00")
        #expect(answer.edition == "2026")
        #expect(
            answer.deadlines.map(\.id) == [
                "notification", "review", "authority", "containment", "report",
            ])
        #expect(
            answer.deadlines.map(\.due) == [
                "2026-10-08T18:20:00+08:00", nil, nil, "2026-10-10T05:20:00+08:00",
                "2026-11-10T00:00:00+08:00",
            ])
        #expect(answer.deadlines.allSatisfy { !$0.explanation.isEmpty && !$0.citation.isEmpty })
        #expect(answer.deadlines[0].start == "2026-10-08T17:20:00+08:00")
    }

    @Test func `severity answers with the row that decided`() throws {
        let answer: Severity = try ask(
            LawSeverityCommand.self, "--leak", "core:slight", "--interruption", "ci:beyond", "--on",
            "2026-06-01")
        #expect(answer.edition == "2026" && answer.level == 4)
        #expect(answer.decidedBy == "interruption.ci.beyond")
    }

    @Test(arguments: [("普", 45), ("中", 62), ("高", 80)])
    func `controls answers with all that the need must meet`(_ need: String, _ count: Int) throws {
        let answer: Controls = try ask(
            LawControlsCommand.self, "--need", need, "--on", "2026-06-01")
        #expect(answer.controls.count == count && answer.need == need)
        let first = try #require(answer.controls.first)
        #expect(first.key == "access.accounts.procedure" && first.from == "普")
        #expect(first.dimension == "存取控制" && first.measure == "帳號管理")
        #expect(first.certainty == "secondary" && !first.requirement.isEmpty)
    }

    @Test func `duties answers with what a level owes`() throws {
        let answer: Duties = try ask(
            LawDutiesCommand.self, "--level", "A", "--kind", "agency", "--classified-on",
            "2026-03-15", "--on", "2026-06-01")
        #expect(answer.edition == "2026" && answer.level == "A")
        let staff = try #require(answer.duties.first { $0.id == "level.staff" })
        #expect(staff.due == "2027-03-15" && staff.cadence == "in 1y")
        #expect(staff.citation == "資通安全責任等級分級辦法附表一")
        #expect(staff.certainty == "verified" && staff.aspect == "management")
        #expect(staff.term == "資通安全專職人員")
    }

    @Test func `cite answers with where each citation stands now`() throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("cite-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("依據\n資通安全管理法第10條及其施行細則第6條。".utf8).write(to: file)
        let answer: Citations = try ask(LawCiteCommand.self, file.path, "--on", "2026-11-23")
        #expect(answer.citations.map(\.line) == [2, 2])
        #expect(answer.citations.map(\.current) == [false, false])
        #expect(
            answer.citations.map(\.now) == [
                [.init(instrument: "資通安全管理法", article: "第13條")],
                [.init(instrument: "資通安全管理法施行細則", article: "第9條")],
            ])
        #expect(answer.citations[0].text == "資通安全管理法第10條")
    }

    @Test func `diff answers with what starts, stops, changes and moves`() throws {
        let answer: Diff = try ask(
            LawDiffCommand.self, "--from", "2021", "--to", "2026", "--level", "A")
        #expect(answer.starts.contains { $0.id == "act.contract" })
        #expect(answer.stops.contains { $0.id == "protection.transmission.longest-key" })
        let edr = try #require(answer.changes.first { $0.id == "level.edr" })
        #expect(edr.before == "in 2y" && edr.after == "in 1y")
        let plan = try #require(answer.moves.first { $0.id == "act.plan" })
        #expect(plan.before == "資通安全管理法第10條" && plan.after == "資通安全管理法第13條")
    }

    @Test func `a question without an answer is refused and ends with 2`() async throws {
        let asked: [(any ParsableCommand.Type, [String])] = [
            (LawSeverityCommand.self, ["--leak", "sensitive:slight", "--on", "2026-06-01"]),
            (LawControlsCommand.self, ["--need", "高", "--on", "2001-01-01"]),
            (LawDiffCommand.self, ["--from", "1999", "--to", "2026"]),
            (LawClocksCommand.self, ["--level", "1", "--known-at", "2001-01-01T00:00"]),
        ]
        for (type, arguments) in asked {
            var command = try #require(try type.parseAsRoot(arguments) as? any AsyncParsableCommand)
            await #expect(throws: ExitCode(2)) { try await command.run() }
        }
    }

    @Test(arguments: [
        ["clocks", "--level", "5", "--known-at", "2026-01-01T00:00"],
        ["clocks", "--level", "1", "--known-at", "yesterday"],
        ["severity", "--on", "2026-06-01"], ["severity", "--leak", "core", "--on", "2026-06-01"],
        ["severity", "--interruption", "core:slight", "--on", "2026-06-01"],
        ["controls", "--need", "高", "--on", "2026-02-30"], ["controls", "--need", "低"],
        ["duties", "--level", "F"], ["diff"], ["nonsense"],
    ])
    func `a wrong question is told its usage`(_ arguments: [String]) {
        let error = #expect(throws: (any Error).self) {
            try LawCommand.parseAsRoot(arguments)
        }
        #expect(error.map { LawCommand.exitCode(for: $0).rawValue } == 64)
    }

    private func ask<Question: LawQuestion, Answer: Decodable>(
        _ type: Question.Type, _ arguments: String...
    ) throws -> Answer {
        let question = try #require(try type.parseAsRoot(arguments) as? Question)
        let text = try jsonText(try question.answer(by: .bundled()))
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }
}
