import Access
import Duties
import Exchange
import Kernel
import Programme
import Registers
import Statute
import Systems
import TestCity
import TestEngines
import Testing

@Suite struct GradingReviewTests {
    @Test(arguments: TestEngine.allCases)
    func `a review of all gradings meets the duty of the year, and of that year alone`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let clerk = try await city.caller(.officer, in: .child)
        let standings = city.programme.standings
        let agency = city.agency(.child).id
        func standing(in year: Int) async throws -> Standing? {
            try await city.door.read(by: clerk) { view in
                try standings.ofAgency(agency, in: ROCYear(year)!, view)
                    .first { $0.duty == "plan.grading-review" }
            }
        }
        #expect(try await standing(in: 115)?.counted == 0)

        #expect(try await GradingReview(door: city.door).confirmAll(by: clerk).count == 1)

        let met = try #require(try await standing(in: 115))
        #expect(met.counted == 1 && met.needed == 1 && met.metOn == city.clock.now.day)
        let new = try await RegisterDesk<InformationSystem>(door: city.door).add(
            TestCity.typedSystem(named: "新系統"), by: clerk)
        #expect(try await standing(in: 115)?.metOn == nil)
        let history = try await RegisterDesk<InformationSystem>(door: city.door).find(
            new, by: clerk)
        #expect(history.row.gradingReviewedOn == nil)
        city.clock.advance(minutes: 60 * 24 * 60)
        #expect(try await standing(in: 116)?.counted == 0)
    }

    @Test func `a system's history says in words what was done to it and to its business`()
        async throws
    {
        let city = try await TestCity()
        let clerk = try await city.caller(.officer, in: .child)
        let system = city.system(.child)
        try await GradingReview(door: city.door).confirmAll(by: clerk)
        _ = try await RegisterDesk<Business>(door: city.door).add(
            TestCity.typedBusiness(
                named: "學籍管理",
                with: ["standing": "core", "systemsAnswer": "listed", "systems": system.name]),
            by: clerk)

        let history = try await RegisterDesk<InformationSystem>(door: city.door).history(
            system.head.uuid, by: clerk)

        #expect(history.map(\.verb.zh).suffix(2) == ["檢視系統分級", "新增"])
        #expect(history.allSatisfy { !$0.verb.zh.contains(".") })
    }

    @Test(arguments: TestEngine.allCases)
    func `a review of all gradings is taken back as a whole`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let clerk = try await city.caller(.officer, in: .child)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let system = city.system(.child).head.uuid
        let entry = try #require(
            try await GradingReview(door: city.door).confirmAll(by: clerk).entry)
        #expect(try await desk.find(system, by: clerk).row.gradingReviewedOn != nil)

        let undoing = try await ExchangeDesk(Exchange(InformationSystem.register), door: city.door)
            .undo(entry, by: clerk)

        #expect(undoing.restored == 1 && undoing.left.isEmpty)
        #expect(try await desk.find(system, by: clerk).row.gradingReviewedOn == nil)
    }

    @Test func `nothing in use, nothing to review`() async throws {
        let city = try await TestCity()
        let clerk = try await city.caller(.officer, in: .child)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let system = city.system(.child)
        _ = try await desk.revise(
            system.head.uuid, TypedFields(["state": "retired"]), seen: system.head.version,
            by: clerk)

        await #expect(throws: GradingReviewRefusal.nothing) {
            try await GradingReview(door: city.door).confirmAll(by: clerk)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever changes a grading has reviewed it, and other changes let the day stand`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let clerk = try await city.caller(.officer, in: .child)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let id = city.system(.child).head.uuid
        func revise(_ words: [String: String]) async throws -> Day? {
            let now = try await desk.find(id, by: clerk).row
            _ = try await desk.revise(
                id, TypedFields(words), seen: now.head.version, by: clerk)
            return try await desk.find(id, by: clerk).row.gradingReviewedOn
        }

        #expect(try await revise(["owner": "學務處"]) == nil)
        #expect(try await revise(["integrity": "高"]) == city.clock.now.day)
        let day = city.clock.now.day
        city.clock.advance(minutes: 60 * 24)
        #expect(try await revise(["owner": "教務處"]) == day)
    }
}
