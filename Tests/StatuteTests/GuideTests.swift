import Foundation
import Kernel
import Testing

@testable import Statute

/// The guide for city officers is true: its examples are read from it and tried.
@Suite struct GuideTests {
    @Test func `the guide's decree does what the guide says`() throws {
        let later = try law.overlaid(with: [("2028.yaml", try example("decree"))])
        let facts = AgencyFacts(level: .a, classifiedOn: try .of("2020-01-01"))
        let before = later.owed(by: facts, on: try .of("2028-06-30"))
        let after = later.owed(by: facts, on: try .of("2028-07-01"))
        #expect(before.first { $0.duty.id == "level.audit" }?.times == 2)
        #expect(after.first { $0.duty.id == "level.audit" }?.times == 4)
        #expect(!before.contains { $0.duty.id == "level.cloud-register" })
        let register = try #require(after.first { $0.duty.id == "level.cloud-register" })
        #expect(register.citation.zh == "資通安全責任等級分級辦法第12條之1")
        #expect(register.dueOn == (try .of("2029-07-02")))  // 1 July 2029 is a Sunday
        let diff = try later.diff(from: "2026", to: "2028", at: .a)
        #expect(diff.starts.map(\.id) == ["level.cloud-register"])
        #expect(diff.stops.isEmpty)
        #expect(diff.changes.map { "\($0.id) \($0.field)" } == ["level.audit A"])
        #expect(diff.moves.map(\.id) == ["levels.duties"])
    }

    @Test func `the guide's city file does what the guide says`() throws {
        let city = try law.overlaid(with: [("city.yaml", try example("city"))])
        let school = AgencyFacts(level: .d, kind: .school, classifiedOn: try .of("2020-01-01"))
        for (day, isOwed) in [("2026-08-31", false), ("2026-09-01", true)] {
            let owed = city.owed(by: school, on: try .of(day))
            #expect(owed.contains { $0.duty.id == "school.phishing-review" } == isOwed)
            let status = owed.first { $0.duty.id == "act.status" }?.dueOn
            #expect(status?.description == (isOwed ? "2026-06-30" : "2026-07-31"))
        }
    }

    /// The YAML block after a mark in `docs/law.md`.
    private func example(_ name: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/law.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let marked = try #require(text.pair(separatedBy: "<!-- example: \(name) -->\n```yaml\n")).1
        return try #require(marked.pair(separatedBy: "```")).0
    }
}
