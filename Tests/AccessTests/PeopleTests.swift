import Kernel
import TestEngines
import Testing

@testable import Access

@Suite struct PeopleTests {
    @Test(arguments: TestEngine.allCases)
    func `nobody changes their own roles or closes their own account`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("系管", "ops.lin", [.operator], at: city.city)
        let caller = try await city.caller(of: "ops.lin")
        await #expect(throws: PeopleRefusal.ownPost) {
            try await city.people.appoint(
                person.id, as: .ciso, in: city.city.id, during: city.term(), by: caller)
        }
        await #expect(throws: PeopleRefusal.ownPost) {
            try await city.people.disable(person, by: caller)
        }
        await #expect(throws: PeopleRefusal.ownPost) {
            try await city.invitations.invite(person, by: caller)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the roles of the city are given by the city, at the city`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("系管", "ops.lin", [.operator], at: city.city)
        _ = try await city.person("資訊局", "ict.wu", [.city], at: city.city)
        let other = try await city.person("王小明", "ming", at: city.school)
        let operators = try await city.caller(of: "ops.lin")
        let ict = try await city.caller(of: "ict.wu")
        for role in [Role.city, .operator] {
            await #expect(throws: PeopleRefusal.roleOfCity) {
                try await city.people.appoint(
                    other.id, as: role, in: city.city.id, during: city.term(), by: operators)
            }
            await #expect(throws: PeopleRefusal.roleOfCity) {
                try await city.people.appoint(
                    other.id, as: role, in: city.school.id, during: city.term(), by: ict)
            }
            let post = try await city.people.appoint(
                other.id, as: role, in: city.city.id, during: city.term(), by: ict)
            #expect(post.role == role)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an operator gets nowhere with the accounts of the city`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("系管", "ops.lin", [.operator], at: city.city)
        let wu = try await city.person("資訊局", "ict.wu", [], at: city.city)
        let post = try await city.people.appoint(
            wu.id, as: .city, in: city.city.id, during: city.term(), by: city.machine)
        let other = try await city.person("資訊局", "ict.li", [.city], at: city.city)
        let operators = try await city.caller(of: "ops.lin")
        await #expect(throws: PeopleRefusal.roleOfCity) {
            try await city.invitations.invite(wu, by: operators)
        }
        await #expect(throws: PeopleRefusal.roleOfCity) {
            try await InvitationRound(door: city.door).renew(wu, by: operators)
        }
        await #expect(throws: PeopleRefusal.roleOfCity) {
            try await city.people.disable(wu, by: operators)
        }
        await #expect(throws: PeopleRefusal.roleOfCity) {
            try await city.people.end(post.id, in: city.city.id, by: operators)
        }
        let renamed = try PersonDetails(name: "資訊局", account: AccountName("ops.lin2"))
        await #expect(throws: PeopleRefusal.roleOfCity) {
            try await city.people.revise(wu, to: renamed, by: operators)
        }
        let colleague = try await city.caller(of: "ict.wu")
        _ = try await city.invitations.invite(other, by: colleague)
        try await city.people.disable(other, by: colleague)
    }

    @Test(arguments: TestEngine.allCases)
    func `an officer appoints nobody and an account is one person's`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", at: city.school)
        _ = try await city.person("陳怡君", "chen", [.head], at: city.school)
        let head = try await city.caller(of: "chen")
        await #expect(throws: ChangeRefusal.notAllowed(.managePeople)) {
            try await city.people.appoint(
                person.id, as: .head, in: city.school.id, during: city.term(), by: head)
        }
        await #expect(throws: PeopleRefusal.accountTaken("ming")) {
            try await city.people.add(
                PersonDetails(name: "同名", account: AccountName(" MING ")), to: city.works.id,
                by: city.machine)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a closed account opens again when it is reopened`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", at: city.school)
        try await city.people.disable(person, by: city.machine)
        let closed = try await city.door.read(by: city.machine) { view in
            try Person.find(person.id, view)
        }
        #expect(closed.disabledAt == city.clock.now)
        try await city.people.enable(closed, by: city.machine)
        #expect(try await city.caller(of: "ming").name == "王小明")
    }

    @Test(arguments: ["admin", "Root", " guest ", "test", "ＳＨＡＲＥＤ"])
    func `a name that several would share is no account`(_ name: String) {
        #expect(throws: PeopleRefusal.accountShared(AccountName.folded(name))) {
            try AccountName(name)
        }
    }

    @Test(arguments: ["", "ab", "王小明", "has space", "a/b/c", String(repeating: "a", count: 65)])
    func `an account is small letters, digits and a few signs`(_ name: String) {
        #expect(throws: PeopleRefusal.accountForm) { try AccountName(name) }
    }

    @Test func `a term does not end before it begins`() throws {
        let day = try #require(Day("2026-11-23"))
        #expect(throws: PeopleRefusal.endsBeforeItBegins) {
            try DatedTerm(from: day, until: day.adding(days: -1))
        }
        #expect(try DatedTerm(from: day, until: day).covers(day))
    }
}
