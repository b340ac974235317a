import Kernel
import Testing

@testable import Statute

@Suite struct LawDiffTests {
    @Test func `the reform of 2026 starts, stops, changes and moves what the facts say`() throws {
        let diff = try law.diff(from: "2021", to: "2026")
        let starts = Set(diff.starts.map(\.id))
        #expect(
            starts.isSuperset(of: [
                "act.contract", "continuity.standby.drilled", "development.acquisition.components",
                "health.6", "suitability.5",
            ]))
        #expect(
            Set(diff.stops.map(\.id)).isSuperset(of: [
                "protection.transmission.longest-key", "outsourcing.9",
            ]))
        let changes = diff.changes.map {
            "\($0.id) \($0.field) \($0.before ?? "") \($0.after ?? "")"
        }
        for expected in [
            "level.filing A 1/2y 1/3y", "level.edr A in 2y in 1y",
            "level.health-check amount.A 5 6",
            "leak.secret.slight assets secret,sensitive,ci secret,ci",
        ] {
            #expect(changes.contains(expected), "\(expected)")
        }
        let moves = diff.moves.map { "\($0.id) \($0.before ?? "") \($0.after ?? "")" }
        for expected in [
            "act.status 資通安全管理法第12條 資通安全管理法第14條",
            "access.accounts.idle 中 普", "access.accounts.logout 高 中",
            "identity.users.identified identity.internal.identified identity.users.identified",
        ] {
            #expect(moves.contains(expected), "\(expected)")
        }
    }

    @Test func `moves of the baseline are ten rows down and none up`() throws {
        let moved = try law.diff(from: "2021", to: "2026").moves.filter { $0.field == "need" }
        #expect(moved.count == 10)
        for move in moved {
            let before = try #require(Need(rawValue: move.before ?? ""))
            let after = try #require(Need(rawValue: move.after ?? ""))
            #expect(after < before)
        }
    }

    @Test func `a level sees only what it feels`() throws {
        let e = try law.diff(from: "2021", to: "2026", at: .e)
        #expect(!e.changes.contains { $0.id == "level.edr" })
        #expect(!e.moves.contains { $0.kind == .control })
        let d = try law.diff(from: "2021", to: "2026", at: .d)
        #expect(d.starts.contains { $0.id == "level.training-it" })
        #expect(d.changes.allSatisfy { !["A", "B", "C", "E"].contains($0.field) })
    }

    @Test(arguments: ["2020", "2021", "2026"])
    func `nothing changes from an edition to itself`(_ edition: String) throws {
        let diff = try law.diff(from: edition, to: edition)
        #expect(diff.starts.isEmpty && diff.stops.isEmpty)
        #expect(diff.changes.isEmpty)
        #expect(diff.moves.isEmpty)
    }

    @Test func `backwards, what started stops`() throws {
        let there = try law.diff(from: "2020", to: "2026")
        let back = try law.diff(from: "2026", to: "2020")
        #expect(Set(there.starts.map(\.id)) == Set(back.stops.map(\.id)))
        #expect(Set(there.stops.map(\.id)) == Set(back.starts.map(\.id)))
    }

    @Test func `an unknown edition is refused`() {
        let refusal = LawRefusal.unknownEdition("1999", known: ["2020", "2021", "2026"])
        #expect(throws: refusal) { try law.diff(from: "1999", to: "2026") }
    }
}
