import Access
import Kernel
import Ledger
import ModelCity
import Outline
import Statute
import Storage
import TestEngines
import Testing

@testable import Programme

@Suite struct ModelCityTests {
    @Test func `the same seed gives the same city on both engines, with a sound history`()
        async throws
    {
        var cities: [[ModelAccount]] = []
        for engine in TestEngine.allCases {
            let database = try await engine.fresh(Programme.migrations)
            cities.append(try await fill(database))
            let report = try await database.read { session in
                try LedgerVerifier().verify(in: session)
            }
            #expect(report.flaw == nil)
            #expect(report.size > 100)
            let verbs: [String] = try await database.read { session in
                try session.values("SELECT DISTINCT verb FROM entry ORDER BY verb")
            }
            let acts = try Self.acts(database)
            #expect(verbs.filter { acts.term($0) == nil } == [])
        }

        #expect(cities.map(\.count) == [12, 12])
        #expect(cities[0].map(\.withoutSecrets) == cities[1].map(\.withoutSecrets))
        #expect(cities[0].map(\.password) == cities[1].map(\.password))
        #expect(Set(cities.joined().compactMap(\.token)).count == 24)
    }

    /// The words that receipts have for acts.
    private static func acts(_ database: any Database) throws -> ActBook {
        let programme = Programme(
            database: database, time: TimeSource { now },
            hashing: try PasswordHashing(cost: HashingCost(memoryKiB: 64, passes: 1)),
            law: LawShelf(try Law.bundled()))
        return ActBook(programme.chapters.flatMap(\.exchanges))
    }

    private static let now = Instant(startOf: Day(year: 2026, month: 11, day: 26)!).adding(hours: 9)

    private func fill(_ database: any Database) async throws -> [ModelAccount] {
        let city = ModelCity(
            database: database,
            hashing: try PasswordHashing(cost: HashingCost(memoryKiB: 64, passes: 1)),
            law: LawShelf(try Law.bundled()), now: Self.now,
            plan: ModelPlan(organisations: 1, years: 1))
        return try await city.fill(user: "示範資料", until: Self.now) { _ in }
    }
}
