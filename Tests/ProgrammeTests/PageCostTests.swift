import Access
import Foundation
import Inventory
import Kernel
import Registers
import Systems
import Team
import TestCity
import Testing

@testable import Programme

/// What each page of the registers asks of the database, with sign-in and layout: so many
/// questions after a change, and no more of them when there is more to show.
@Suite struct PageCostTests {
    /// A page, who looks at it, and its questions.
    struct Cost: Sendable, CustomTestStringConvertible {
        let role: Role
        let path: String
        let questions: Int

        init(_ role: Role, _ path: String, _ questions: Int) {
            self.role = role
            self.path = path
            self.questions = questions
        }

        var testDescription: String { "\(role.rawValue) \(path)" }
    }

    static let costs = [
        Cost(.officer, "/", 21), Cost(.city, "/", 45),
        Cost(.ciso, "/", 27), Cost(.officer, "/messages", 5),
        Cost(.officer, "/messages/sent", 4),
        Cost(.officer, "/people", 10), Cost(.city, "/people?q=第一", 8),
        Cost(.city, "/invitations", 10), Cost(.city, "/agencies", 9),
        Cost(.city, "/agencies?on=2026-11-01", 9), Cost(.officer, "/agency-contacts", 4),
        Cost(.officer, "/team", 9), Cost(.officer, "/team-groups", 5),
        Cost(.officer, "/ciso-appointments", 11), Cost(.city, "/ciso-gaps", 8),
        Cost(.officer, "/businesses", 5), Cost(.officer, "/circumstances", 5),
        Cost(.officer, "/systems", 7),
        Cost(.officer, "/assets", 7), Cost(.city, "/assets", 6),
        Cost(.officer, "/assets?q=筆電", 7), Cost(.officer, "/assets/new", 5),
        Cost(.officer, "/assets/labels", 4), Cost(.officer, "/assets/as-of?on=2026-11-23", 6),
        Cost(.officer, "/systems/as-of?on=2026-11-23", 6),
        Cost(.officer, "/asset-notices", 4), Cost(.officer, "/asset-kinds", 5),
        Cost(.officer, "/stock-takes", 6), Cost(.city, "/stock-takes", 6),
        Cost(.officer, "/assets/imports/new", 4), Cost(.officer, "/search?q=筆電", 27),
    ]

    @Test(arguments: costs)
    func `a page costs its questions, and the same when there is more`(
        _ cost: Cost
    ) async throws {
        let city = try await TestCity()
        let visitor = try await Visitor(cost.role, city)
        // The first visit of all is noted, which later ones are not.
        _ = try await visitor.get(cost.path)
        try await fill(city, 60)
        let few = try await asked(visitor, cost.path, city)
        try await fill(city, 70)

        let many = try await asked(visitor, cost.path, city)

        let asked: [Int] = [few, many]
        #expect(asked == Array(repeating: cost.questions, count: 2))
    }

    private func asked(
        _ visitor: Visitor, _ path: String, _ city: TestCity
    ) async throws -> Int {
        try await city.database.statements {
            let told = try await visitor.get(path)
            #expect(told.status == 200)
        }.count
    }

    /// More of everything that the pages show.
    private func fill(_ city: TestCity, _ count: Int) async throws {
        let own = Caller.console("tester", in: city.agency(.own))
        let school = Caller.console("tester", in: city.agency(.child))
        let names = (0..<count).map { "筆電\(count)-\($0)" }
        for place in [own, school] {
            try await RegisterDesk<Asset>(door: city.door).addAll(
                names.map { TestCity.typedAsset(named: $0) }, by: place)
            try await RegisterDesk<InformationSystem>(door: city.door).addAll(
                names.map { TestCity.typedSystem(named: $0) }, by: place)
            try await RegisterDesk<TeamMember>(door: city.door).addAll(
                names.map {
                    TypedFields([
                        "team": "資安防護組", "position": "組員", "name": $0, "fromOn": "2026-01-01",
                    ])
                }, by: place)
        }
        let people = try names.map { Newcomer(try PersonDetails(name: $0)) }
        _ = try await People(door: city.door).enter(
            people, in: city.agency(.own).id, from: city.clock.now.day, by: city.console)
        for name in names.prefix(12) {
            _ = try await AssetNotices(door: city.door).say(name, changed: "搬到圖書館", by: own)
        }
        city.clock.advance(minutes: 1)
    }
}
