import ArgumentParser
import Foundation
import Testing

@testable import Commands

/// The keys of each answer in JSON: programs lean on them, so none goes and none comes unseen.
@Suite struct LawAnswerKeyTests {
    @Test func `clocks`() throws {
        let answer = try ask(
            LawClocksCommand.self, "--level", "3", "--known-at", "2026-10-08T17:20",
            "--contained-at", "2026-10-09T12:00", "--drilled-at", "2026-10-09T12:00",
            "--what-if-level", "2")
        #expect(keys(answer) == ["deadlines", "edition", "whatIf"])
        let deadline: Set = [
            "allowance", "certainty", "citation", "due", "explanation", "explanationEn",
            "extendable", "id", "moves", "rule", "start", "withoutCalendar",
        ]
        try check("deadlines", of: answer, have: deadline)
        try check("whatIf", of: answer, have: deadline)
        for row in try rows("deadlines", of: answer) {
            for key in ["due", "start"] {
                if let moment = row[key] as? String {
                    #expect(moment.wholeMatch(of: Self.moment) != nil, "\(moment)")
                } else {
                    #expect(row[key] is NSNull)
                }
            }
        }
    }

    @Test func `severity`() throws {
        let answer = try ask(
            LawSeverityCommand.self, "--leak", "core:slight", "--on", "2026-06-01")
        #expect(
            keys(answer) == [
                "certainty", "citation", "decidedBy", "edition", "explanation", "level", "row",
            ])
        #expect(answer["level"] is Int)
    }

    @Test func `controls`() throws {
        let answer = try ask(LawControlsCommand.self, "--need", "高", "--on", "2021-09-01")
        #expect(keys(answer) == ["controls", "edition", "need"])
        try check(
            "controls", of: answer,
            have: [
                "certainty", "dimension", "from", "key", "measure", "number", "requirement",
                "requirementEn", "successorOf",
            ])
    }

    @Test func `duties`() throws {
        let answer = try ask(
            LawDutiesCommand.self, "--level", "D", "--kind", "school", "--classified-on",
            "2026-03-15", "--on", "2026-06-01")
        #expect(keys(answer) == ["advice", "duties", "edition", "kind", "level"])
        let duty: Set = [
            "amount", "aspect", "cadence", "certainty", "citation", "clause", "condition", "due",
            "explanation", "explanationEn", "id", "opens", "question", "scope", "term", "termEn",
            "times", "unit",
        ]
        try check("duties", of: answer, have: duty)
        try check("advice", of: answer, have: duty)
        for row in try rows("duties", of: answer) {
            for key in ["due", "opens"] {
                if let day = row[key] as? String {
                    #expect(day.wholeMatch(of: Self.day) != nil, "\(day)")
                } else {
                    #expect(row[key] is NSNull)
                }
            }
        }
    }

    @Test func `cite`() throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("cite-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("資通安全管理法第10條、資通安全管理法".utf8).write(to: file)
        let answer = try ask(LawCiteCommand.self, file.path, "--on", "2026-11-23")
        #expect(keys(answer) == ["citations"])
        try check(
            "citations", of: answer,
            have: [
                "article", "current", "instrument", "line", "now", "question", "subject", "text",
            ])
        for row in try rows("citations", of: answer) {
            try check("now", of: row, have: ["article", "instrument"])
        }
    }

    @Test func `diff`() throws {
        let answer = try ask(LawDiffCommand.self, "--from", "2021", "--to", "2026")
        #expect(keys(answer) == ["changes", "moves", "starts", "stops"])
        for part in ["changes", "moves", "starts", "stops"] {
            try check(
                part, of: answer,
                have: [
                    "after", "before", "certainty", "citation", "field", "id", "kind", "term",
                    "termEn",
                ])
        }
    }

    private static var moment: Regex<Substring> {
        /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00/
    }

    private static var day: Regex<Substring> { /\d{4}-\d{2}-\d{2}/ }

    private func keys(_ answer: [String: Any]) -> Set<String> { Set(answer.keys) }

    private func rows(_ key: String, of answer: [String: Any]) throws -> [[String: Any]] {
        let rows = try #require(answer[key] as? [[String: Any]])
        try #require(!rows.isEmpty, "\(key)")
        return rows
    }

    private func check(_ key: String, of answer: [String: Any], have keys: Set<String>) throws {
        for row in try rows(key, of: answer) { #expect(Set(row.keys) == keys) }
    }

    private func ask<Question: LawQuestion>(
        _ type: Question.Type, _ arguments: String...
    ) throws -> [String: Any] {
        let question = try #require(try type.parseAsRoot(arguments) as? Question)
        let text = try jsonText(try question.answer(by: .bundled()))
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(json as? [String: Any])
    }
}
