import Kernel
import TestEngines
import Testing

@testable import Access

@Suite struct TokenTests {
    @Test(arguments: TestEngine.allCases)
    func `a key does what it was made for, until its last day`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", [.securityOfficer], at: city.school)
        let owner = try await city.caller(of: "ming")
        let key = try await city.tokens.make("盤點程式", for: [.seeSystems], days: 90, by: owner)
        #expect(key.text.hasPrefix("cd_"))
        let program = try #require(await city.program(APIToken(key.text)))
        #expect(program.permissions == [.seeSystems])
        #expect(program.name == "盤點程式（王小明）")
        #expect(program.agency == city.school.id)
        #expect(program.person == owner.person)
        city.clock.advance(days: 90)
        #expect(try await city.program(key) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a key is no wider than its owner and never manages people or keys`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", [.securityOfficer], at: city.school)
        let owner = try await city.caller(of: "ming")
        for wide in [[.manageAgencies], [.makeKeys], [.manageOwnAccount], []] as [Set<Permission>] {
            await #expect(throws: PeopleRefusal.tokenTooWide) {
                try await city.tokens.make("寬", for: wide, days: 1, by: owner)
            }
        }
        for days in [0, 91] {
            await #expect(throws: PeopleRefusal.tokenTooLong(days: 90)) {
                try await city.tokens.make("長", for: [.seeSystems], days: days, by: owner)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a key dies with its owner's post and with its revocation`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", [], at: city.school)
        let post = try await city.people.appoint(
            person.id, as: .securityOfficer, in: city.school.id, during: city.term(),
            by: city.machine)
        let owner = try await city.caller(of: "ming")
        let first = try await city.tokens.make("甲", for: [.seeSystems], days: 9, by: owner)
        let second = try await city.tokens.make("乙", for: [.seeSystems], days: 8, by: owner)
        let listed = try await city.tokens.list(by: owner)
        #expect(listed.map(\.name) == ["乙", "甲"])
        try await city.tokens.revoke(listed[0].id, by: owner)
        #expect(try await city.program(second) == nil)
        #expect(try await city.program(first) != nil)
        try await city.people.end(post.id, in: city.school.id, by: city.machine)
        #expect(try await city.program(first) == nil)
    }

    @Test func `a key of somebody else is made at the machine only`() async throws {
        let city = try await SmallCity(.sqlite)
        _ = try await city.person("王小明", "ming", [.securityOfficer], at: city.school)
        _ = try await city.person("陳怡君", "chen", [.securityOfficer], at: city.school)
        let owner = try await city.caller(of: "ming")
        let colleague = try await city.caller(of: "chen")
        await #expect(throws: PeopleRefusal.onlyPrincipal) {
            try await city.tokens.make(
                "乙", for: [.seeSystems], owner: owner, days: 9, by: colleague)
        }
        let key = try await city.tokens.make(
            "甲", for: [.seeSystems], owner: owner, days: 9,
            by: .console("root", in: city.school))
        let program = try #require(await city.program(key))
        #expect(program.permissions == [.seeSystems])
    }

    @Test(arguments: TestEngine.allCases)
    func `a program cannot make keys and another agency cannot end them`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", [.securityOfficer], at: city.school)
        _ = try await city.person("陳怡君", "chen", [.securityOfficer], at: city.works)
        let owner = try await city.caller(of: "ming")
        let stranger = try await city.caller(of: "chen")
        let key = try await city.tokens.make("甲", for: [.seeSystems], days: 9, by: owner)
        let program = try #require(await city.program(key))
        await #expect(throws: PeopleRefusal.onlyPrincipal) {
            try await city.tokens.make("乙", for: [.seeSystems], days: 9, by: program)
        }
        let id = try #require(await city.tokens.list(by: owner).first).id
        await #expect(throws: PeopleRefusal.unknown) {
            try await city.tokens.revoke(id, by: stranger)
        }
        #expect(try await city.tokens.list(by: stranger).isEmpty)
    }
}

extension SmallCity {
    fileprivate func program(_ key: APIToken?) async throws -> Caller? {
        guard let key else { return nil }
        return try await tokens.caller(for: key, now: clock.now)
    }
}
