import Access
import Kernel
import Registers
import Storage
import Systems
import TestCity
import Testing

@Suite struct InformationSystemTests {
    private func system(
        _ changes: [String: String], supportsCore: Bool = false
    ) async throws -> InformationSystem {
        let city = try await TestCity()
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let officer = try await city.caller(.officer)
        let typed = TestCity.typedSystem(named: "受測", with: changes)
        if supportsCore {
            let business = TestCity.typedBusiness(
                named: "核心的事", with: ["systemsAnswer": "listed", "systems": "受測"])
            _ = try await RegisterDesk<Business>(door: city.door).add(business, by: officer)
        }
        return try await desk.find(desk.add(typed, by: officer), by: officer).row
    }

    @Test(arguments: [
        (["普", "普", "普", "普"], "普"), (["普", "中", "普", "普"], "中"),
        (["高", "普", "中", "普"], "高"), (["普", "普", "普", "高"], "高"),
    ])
    func `the need is the highest of four grades`(
        _ grades: [String], _ need: String
    ) async throws {
        let sides = ["confidentiality", "integrity", "availability", "compliance"]
        let system = try await system(Dictionary(uniqueKeysWithValues: zip(sides, grades)))

        #expect(system.need?.rawValue == need)
        #expect(system.grading.explanation.zh.hasSuffix("所以是\(need)。"))
    }

    @Test func `a planned system may wait for its grades, and has no need until then`()
        async throws
    {
        let system = try await system(["state": "planned", "availability": ""])

        #expect(system.need == nil)
        #expect(system.grading.explanation.zh.contains("可用性"))
    }

    @Test(arguments: ["availability", "availabilityReason"])
    func `a system in use has every grade and its reason`(_ missing: String) async throws {
        let refusal = try await #require(throws: InvalidRow.self) {
            try await system([missing: ""])
        }
        #expect(refusal.errors.map(\.field.text) == ["state"])
        #expect(refusal.message.zh.contains("可用性"))
    }

    @Test(arguments: [
        ("true", "普", true), ("false", "高", true), ("true", "高", true), ("false", "中", false),
    ])
    func `core is what supports core business or needs high protection`(
        _ supports: String, _ grade: String, _ isCore: Bool
    ) async throws {
        let system = try await system(["integrity": grade], supportsCore: supports == "true")

        #expect(system.isCore == isCore)
        #expect(system.coreExplanation.zh.contains("所以是核心") == isCore)
    }

    @Test func `hours that are not known stay missing`() async throws {
        let system = try await system(["longestOutageHours": "", "recoveryHours": "0"])

        #expect(system.outage.longestHours == nil)
        #expect(system.outage.recoveryHours == 0)
    }

    @Test func `a recovery target is not longer than the longest outage`() async throws {
        let refusal = try await #require(throws: InvalidRow.self) {
            try await system(["longestOutageHours": "8", "recoveryHours": "9"])
        }
        #expect(refusal.errors.map(\.field.text) == ["recoveryHours"])
    }

    @Test func `the list's derived columns are those of the row`() async throws {
        let city = try await TestCity()
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let officer = try await city.caller(.officer)
        let typed = TestCity.typedSystem(named: "核心", with: ["integrity": "高"])
        let id = try await desk.add(typed, by: officer)
        let filters = [("need", "高"), ("core", "true")]

        for filter in filters {
            let query = try ListQuery(
                .init([filter]), of: InformationSystem.register.columns)
            let (slice, _) = try await desk.list(query, by: officer)
            #expect(slice.rows.map(\.row.head.uuid) == [id])
        }
    }
}
