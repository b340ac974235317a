import Kernel
import Storage
import TestEngines
import Testing

@testable import Access

@Suite struct SeatTests {
    /// First and last day of a post beside today, and whether it lets its holder in.
    static let terms: [(Int, Int?, Bool)] = [
        (0, nil, true), (-30, 0, true), (0, 0, true), (-30, -1, false), (1, nil, false),
    ]

    @Test(arguments: TestEngine.allCases, terms)
    func `a post holds from its first day to its last`(
        _ engine: TestEngine, _ term: (from: Int, until: Int?, holds: Bool)
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", [], at: city.school)
        _ = try await city.people.appoint(
            person.id, as: .officer, in: city.school.id, during: city.term(term.from, term.until),
            by: city.machine)
        if term.holds {
            #expect(try await city.caller(of: "ming").roles == [.officer])
        } else {
            await #expect(throws: SignInRefusal.noPost) { try await city.enter("ming") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a post that ends takes the open session with it`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", [], at: city.school)
        let post = try await city.people.appoint(
            person.id, as: .officer, in: city.school.id, during: city.term(), by: city.machine)
        let token = try await city.enter("ming")
        try await city.people.end(post.id, in: city.school.id, by: city.machine)
        #expect(try await city.caller(token) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a session dies at midnight after the last day of the post`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine, rule: SignInRule(session: .init(hours: 24)))
        let person = try await city.person("約聘", "temp.wang", [], at: city.school)
        _ = try await city.people.appoint(
            person.id, as: .officer, in: city.school.id, during: city.term(0, 0), by: city.machine)
        let token = try await city.enter("temp.wang")
        for _ in 1...74 {
            city.clock.advance(minutes: 12)
            #expect(try await city.caller(token) != nil)
        }
        city.clock.advance(minutes: 12)
        #expect(try await city.caller(token) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody with several posts changes seat under a new token`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", [.officer, .ciso], at: city.school)
        _ = try await city.people.appoint(
            person.id, as: .auditor, in: city.works.id, during: city.term(), by: city.machine)
        let token = try await city.enter("ming")
        let caller = try #require(await city.caller(token))
        #expect(caller.agencyName == "第一國小" || caller.agencyName == "工務局")
        let seats = try await city.sessions.seats(of: caller, now: city.clock.now)
        #expect(Set(seats.map(\.agencyName)) == ["第一國小", "工務局"])

        let school = try #require(seats.first { $0.agency == city.school.id })
        let renewed = try await city.sessions.take(
            school.key, from: token, by: caller, now: city.clock.now)
        let moved = try #require(await city.caller(renewed))
        #expect(moved.agency == city.school.id)
        #expect(moved.roles == [.officer, .ciso])
        #expect(try await city.caller(token) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody takes a seat that is not theirs`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        let caller = try #require(await city.caller(token))
        for key in ["own:\(city.works.id)", "own:", "", "deputy:\(city.works.id)", "consent:x"] {
            await #expect(throws: SignInRefusal.unknownSeat) {
                try await city.sessions.take(key, from: token, by: caller, now: city.clock.now)
            }
        }
        #expect(try await city.caller(token)?.agency == city.school.id)
    }

    @Test(arguments: TestEngine.allCases)
    func `a deputy has the principal's roles for the term and says for whom`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("林校長", "head", [.head, .ciso], at: city.school)
        let clerk = try await city.person("王小明", "ming", at: city.school)
        let head = try await city.caller(of: "head")
        let deputy = try await city.delegation.name(
            clerk.id, during: city.term(1, 2), by: head)
        #expect(try await city.seats(of: "ming").count == 1)

        city.clock.advance(days: 1)
        let seat = try #require(await city.seats(of: "ming").last)
        #expect(seat.basis == .deputy(deputy.id, of: "林校長"))
        let token = try await city.enter("ming")
        let own = try #require(await city.caller(token))
        let acting = try await city.sessions.take(
            seat.key, from: token, by: own, now: city.clock.now)
        let caller = try #require(await city.caller(acting))
        #expect(caller.roles == [.head, .ciso])
        #expect(caller.name == "王小明")
        #expect(caller.onBehalfOf == "林校長")
        #expect(caller.author.onBehalfOf == "林校長")

        await #expect(throws: PeopleRefusal.onlyPrincipal) {
            try await city.delegation.name(clerk.id, during: city.term(), by: caller)
        }
        try await city.delegation.end(deputy.id, by: try await city.caller(of: "head"))
        #expect(try await city.caller(acting) == nil)
        city.clock.advance(days: 2)
        #expect(try await city.seats(of: "ming").count == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `who has left the agency, or stands in for somebody disabled, has no seat`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let head = try await city.person("林校長", "head", [.head], at: city.school)
        let clerk = try await city.person("王小明", "ming", [], at: city.school)
        let post = try await city.people.appoint(
            clerk.id, as: .officer, in: city.school.id, during: city.term(), by: city.machine)
        _ = try await city.delegation.name(
            clerk.id, during: city.term(), by: try await city.caller(of: "head"))
        let seat = try #require(await city.seats(of: "ming").last)
        let token = try await city.enter("ming")
        let acting = try await city.sessions.take(
            seat.key, from: token, by: try #require(await city.caller(token)), now: city.clock.now)
        #expect(try await city.caller(acting)?.roles == [.head])

        try await city.people.disable(head, by: city.machine)
        #expect(try await city.caller(acting) == nil)
        #expect(try await city.seats(of: "ming").map(\.basis) == [.own])
        let closed = try await city.door.read(by: city.machine) { try Person.find(head.id, $0) }
        try await city.people.enable(closed, by: city.machine)
        #expect(try await city.caller(acting)?.roles == [.head])

        try await city.people.end(post.id, in: city.school.id, by: city.machine)
        #expect(try await city.caller(acting) == nil)
        await #expect(throws: SignInRefusal.noPost) { try await city.seats(of: "ming") }
    }

    @Test(arguments: TestEngine.allCases)
    func `a deputy does not raise the seat they sit in`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let head = try await city.person("系管", "head", [.operator], at: city.city)
        let clerk = try await city.person("王小明", "ming", at: city.city)
        _ = try await city.delegation.name(
            clerk.id, during: city.term(), by: try await city.caller(of: "head"))
        let seat = try #require(await city.seats(of: "ming").last)
        let token = try await city.enter("ming")
        let acting = try await city.sessions.take(
            seat.key, from: token, by: try #require(await city.caller(token)), now: city.clock.now)
        let caller = try #require(await city.caller(acting))
        for person in [head, clerk] {
            await #expect(throws: PeopleRefusal.ownPost) {
                try await city.people.appoint(
                    person.id, as: .securityOfficer, in: city.city.id, during: city.term(),
                    by: caller)
            }
            await #expect(throws: PeopleRefusal.ownPost) {
                try await city.people.disable(person, by: caller)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a deputy holds a post in the same agency and is somebody else`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let head = try await city.person("林校長", "head", [.head], at: city.school)
        let stranger = try await city.person("外人", "chen", at: city.works)
        let caller = try await city.caller(of: "head")
        for other in [head, stranger] {
            await #expect(throws: PeopleRefusal.deputyOutside) {
                try await city.delegation.name(other.id, during: city.term(), by: caller)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `with consent a superior's officers work in the agency, and decide nothing`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("林校長", "head", [.head], at: city.school)
        _ = try await city.person("局承辦", "edu", [.securityOfficer, .ciso], at: city.education)
        let head = try await city.caller(of: "head")
        #expect(try await city.seats(of: "edu").map(\.agencyName) == ["教育局"])
        await #expect(throws: PeopleRefusal.onlySuperior) {
            try await city.delegation.consent(
                to: city.works.id, by: "海教字第 1 號", during: city.term(), by: head)
        }
        let consent = try await city.delegation.consent(
            to: city.education.id, by: "海教字第 1 號", during: city.term(), by: head)

        let seat = try #require(await city.seats(of: "edu").last)
        #expect(seat.basis == .consent(consent.id, from: "教育局"))
        let token = try await city.enter("edu")
        let own = try #require(await city.caller(token))
        let acting = try await city.sessions.take(
            seat.key, from: token, by: own, now: city.clock.now)
        let caller = try #require(await city.caller(acting))
        #expect(caller.agency == city.school.id)
        #expect(caller.roles == [.securityOfficer])
        #expect(!caller.may(.giveConsent))
        #expect(caller.onBehalfOf == "第一國小")

        try await city.delegation.withdraw(consent.id, by: head)
        #expect(try await city.caller(acting) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a consent lapses when the agency gets another superior`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("林校長", "head", [.head], at: city.school)
        _ = try await city.person("局承辦", "edu", at: city.education)
        _ = try await city.delegation.consent(
            to: city.education.id, by: "海教字第 1 號", during: city.term(),
            by: city.caller(of: "head"))
        #expect(try await city.seats(of: "edu").count == 2)
        _ = try await city.agencies.move(city.school.id, under: city.works.id, by: city.machine)
        #expect(try await city.seats(of: "edu").count == 1)
    }
}

extension SmallCity {
    func seats(of account: String) async throws -> [Seat] {
        try await sessions.seats(of: caller(of: account), now: clock.now)
    }
}
