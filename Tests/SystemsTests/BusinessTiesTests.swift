import Access
import Foundation
import Kernel
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing

/// A business and a system that name each other, from either side.
@Suite struct BusinessTiesTests {
    private struct Room {
        let city: TestCity
        let officer: Caller
        let businesses: RegisterDesk<Business>
        let systems: RegisterDesk<InformationSystem>

        init(on engine: TestEngine = .sqlite) async throws {
            city = try await TestCity(on: engine)
            officer = try await city.caller(.officer)
            businesses = RegisterDesk(door: city.door)
            systems = RegisterDesk(door: city.door)
        }

        func addBusiness(_ name: String, naming systems: String, core: Bool = true) async throws
            -> UUID
        {
            let answer = systems.isEmpty ? "none" : "listed"
            return try await businesses.add(
                TestCity.typedBusiness(
                    named: name,
                    with: [
                        "standing": core ? "core" : "nonCore", "systems": systems,
                        "systemsAnswer": answer,
                    ]), by: officer)
        }

        func addSystem(_ name: String, supporting business: String = "") async throws -> UUID {
            try await systems.add(
                TestCity.typedSystem(named: name, with: ["business": business]), by: officer)
        }

        func system(_ id: UUID) async throws -> InformationSystem {
            try await systems.find(id, by: officer).row
        }

        func business(_ id: UUID) async throws -> Business {
            try await businesses.find(id, by: officer).row
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a system that a core business names is core, and says so`(
        _ engine: TestEngine
    ) async throws {
        let room = try await Room(on: engine)
        let system = try await room.addSystem("公文系統")
        let business = try await room.addBusiness("公文業務", naming: "公文系統")

        let seen = try await room.system(system)
        #expect(seen.supportsCoreBusiness && seen.isCore)
        #expect(seen.businesses.all == ["公文業務"])
        let (_, events, related, _) = try await room.systems.look(system, by: room.officer)
        #expect(events.first?.changes.contains { $0.term.zh == "支持核心業務" } == true)
        #expect(related.count == 1)

        try await room.businesses.remove(business, seen: nil, by: room.officer)
        #expect(try await !room.system(system).isCore)
        try await room.businesses.restore(business, by: room.officer)
        #expect(try await room.system(system).isCore)
    }

    @Test(arguments: TestEngine.allCases)
    func `a system that names its business is linked from there too`(
        _ engine: TestEngine
    ) async throws {
        let room = try await Room(on: engine)
        let business = try await room.addBusiness("教學業務", naming: "")
        let system = try await room.addSystem("校務系統", supporting: "教學業務、別的事")

        #expect(try await room.system(system).isCore)
        #expect(try await room.system(system).businesses.all == ["教學業務", "別的事"])
        let seen = try await room.business(business)
        #expect(seen.systems.answer == .listed)
        #expect(seen.systems.names.all == ["校務系統"])
    }

    @Test func `a name that was written before its row exists is linked when it does`() async throws
    {
        let room = try await Room()
        let business = try await room.addBusiness("公文業務", naming: "公文系統")
        let system = try await room.addSystem("公文系統")

        #expect(try await room.system(system).isCore)

        let later = try await room.addSystem("差勤系統", supporting: "人事業務")
        _ = try await room.addBusiness("人事業務", naming: "", core: false)
        #expect(try await !room.system(later).isCore)
        #expect(try await room.business(business).systems.names.all == ["公文系統"])
    }

    @Test func `a name that changes is changed on the other side`() async throws {
        let room = try await Room()
        let business = try await room.addBusiness("公文業務", naming: "公文系統")
        let system = try await room.addSystem("公文系統")
        let now = try await room.system(system)

        _ = try await room.systems.revise(
            system, TypedFields(["name": "公文管理系統"]), seen: now.version, by: room.officer)
        #expect(try await room.business(business).systems.names.all == ["公文管理系統"])

        let seen = try await room.business(business)
        _ = try await room.businesses.revise(
            business, TypedFields(["name": "文書業務"]), seen: seen.version, by: room.officer)
        #expect(try await room.system(system).businesses.all == ["文書業務"])
        #expect(try await room.system(system).isCore)
    }

    @Test func `a name that is taken away on one side goes on the other`() async throws {
        let room = try await Room()
        let system = try await room.addSystem("公文系統")
        let business = try await room.addBusiness("公文業務", naming: "公文系統")
        let now = try await room.system(system)

        _ = try await room.systems.revise(
            system, TypedFields(["business": ""]), seen: now.version, by: room.officer)

        #expect(try await room.business(business).systems.names.isEmpty)
        #expect(try await room.business(business).systems.answer == nil)
        #expect(try await !room.system(system).isCore)
    }

    @Test func `whether a system supports core business is never typed`() async throws {
        let room = try await Room()
        let typed = TestCity.typedSystem(
            named: "自稱核心", with: ["supportsCoreBusiness": "true", "business": ""])
        let system = try await room.systems.add(typed, by: room.officer)

        #expect(try await !room.system(system).supportsCoreBusiness)
    }

    @Test func `the same names in another agency are no link`() async throws {
        let room = try await Room()
        let neighbour = try await room.city.caller(.officer, in: .sibling)
        let theirs = try await room.systems.add(
            TestCity.typedSystem(named: "公文系統"), by: neighbour)

        _ = try await room.addBusiness("公文業務", naming: "公文系統")

        let seen = try await room.systems.find(theirs, by: neighbour).row
        #expect(!seen.isCore)
        #expect(seen.version == 1)
    }
}
