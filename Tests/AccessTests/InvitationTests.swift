import Kernel
import TestEngines
import Testing

@testable import Access

@Suite struct InvitationTests {
    @Test(arguments: TestEngine.allCases)
    func `a new city is set up once, by its first operator, within the hour`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let late = try await city.invitations.offerSetUp(by: "root")
        city.clock.advance(minutes: 60)
        await #expect(throws: SignInRefusal.linkSpent) {
            try await city.setUp(with: late)
        }
        let link = try await city.invitations.offerSetUp(by: "root")
        let token = try await city.setUp(with: link)
        let caller = try #require(await city.caller(token))
        #expect(caller.roles == [.city, .operator])
        #expect(caller.agency == city.city.id)
        await #expect(throws: SignInRefusal.linkSpent) { try await city.setUp(with: link) }
        await #expect(throws: AgencyRefusal.cityExists) {
            try await city.invitations.offerSetUp(by: "root")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a second link replaces the first`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let first = try await city.invitations.offerSetUp(by: "root")
        let second = try await city.invitations.offerSetUp(by: "root")
        await #expect(throws: SignInRefusal.linkSpent) {
            try await city.invitations.open(first, now: city.clock.now)
        }
        let open = try await city.invitations.open(second, now: city.clock.now)
        #expect(open.purpose == .setUp)
        #expect(open.agencyName == "海城市政府")
    }

    @Test(arguments: TestEngine.allCases)
    func `a refused password leaves the link unused`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let link = try await city.invitations.offerSetUp(by: "root")
        await #expect(throws: PasswordRefusal.tooShort(least: 15, now: 5)) {
            try await city.setUp(with: link, password: "short")
        }
        #expect(try await city.caller(city.setUp(with: link)) != nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `an invited person sets a password once and is signed in`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.people.add(
            PersonDetails(name: "王小明", account: AccountName("ming")), to: city.school.id,
            by: city.machine)
        _ = try await city.people.appoint(
            person.id, as: .officer, in: city.school.id, during: city.term(), by: city.machine)
        let link = try await city.invitations.invite(person, by: city.machine)
        let open = try await city.invitations.open(link, now: city.clock.now)
        #expect(open.purpose == .firstPassword)
        #expect(open.personName == "王小明")
        let token = try await city.accept(link)
        #expect(try await city.caller(token)?.name == "王小明")
        await #expect(throws: SignInRefusal.linkSpent) { try await city.accept(link) }
        city.clock.advance(minutes: 1)
        #expect(try await city.caller(city.enter("ming", "a lantern on the far shore")) != nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a link for a new password holds fifteen minutes and ends open sessions`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", at: city.school)
        let open = try await city.enter("ming")
        city.clock.advance(minutes: 1)
        let late = try await city.invitations.invite(person, by: city.machine)
        city.clock.advance(minutes: 15)
        await #expect(throws: SignInRefusal.linkSpent) { try await city.accept(late) }
        let again = try await city.enter("ming")
        let link = try await city.invitations.invite(person, by: city.machine)
        let token = try await city.accept(link)
        #expect(try await city.caller(open) == nil)
        #expect(try await city.caller(again) == nil)
        #expect(try await city.caller(token) != nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a link of a closed account opens nothing`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", at: city.school)
        let link = try await city.invitations.invite(person, by: city.machine)
        try await city.people.disable(person, by: city.machine)
        await #expect(throws: SignInRefusal.linkSpent) { try await city.accept(link) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a click signs in on a demonstration city only`(_ engine: TestEngine) async throws {
        let real = try await SmallCity(engine)
        _ = try await real.person("王小明", "ming", at: real.school)
        await #expect(throws: SignInRefusal.meansNotAccepted) {
            try await real.signIn.demonstrate(
                as: AccountName("ming"), from: real.visitor(), now: real.clock.now)
        }
        let shown = try await SmallCity(
            engine, rule: SignInRule(accepted: [[.password], [.demonstration]]))
        _ = try await shown.person("王小明", "ming", at: shown.school)
        let token = try await shown.signIn.demonstrate(
            as: AccountName("ming"), from: shown.visitor(), now: shown.clock.now)
        #expect(try await shown.caller(token)?.name == "王小明")
    }
}

extension SmallCity {
    fileprivate func setUp(
        with link: LinkToken, password: String = SmallCity.password
    ) async throws -> SessionToken {
        try await invitations.setUp(
            with: link, PersonDetails(name: "系管一", account: AccountName("ops.lin")),
            password: Password(password), repeated: Password(password), from: visitor(),
            now: clock.now)
    }

    fileprivate func accept(_ link: LinkToken) async throws -> SessionToken {
        let password = Password("a lantern on the far shore")
        return try await invitations.accept(
            link, password: password, repeated: password, from: visitor(), now: clock.now)
    }
}
