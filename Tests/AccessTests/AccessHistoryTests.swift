import Kernel
import Ledger
import Storage
import TestEngines
import Testing

@testable import Access

@Suite struct AccessHistoryTests {
    @Test(arguments: TestEngine.allCases)
    func `changes of people and keys are in the ledger, and no secret is`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", [.securityOfficer], at: city.school)
        let token = try await city.enter("ming")
        let caller = try #require(await city.caller(token))
        let key = try await city.tokens.make("盤點程式", for: [.seeSystems], days: 9, by: caller)
        let link = try await city.invitations.invite(person, by: city.machine)
        city.clock.advance(minutes: 1)
        let renewed = try await city.change(
            SmallCity.password, to: "the red harbour at noon", with: token)

        let verbs = try await city.verbs()
        #expect(
            verbs == [
                "agency.found", "agency.add", "agency.add", "agency.add", "person.add",
                "person.appoint", "token.make", "person.invite", "person.change_password",
            ])
        let written = try await city.database.read { session in
            try session.values(
                "SELECT COALESCE(before, '') || COALESCE(after, '') FROM entryLine", as: String.self
            )
        }.joined()
        let secrets = [token.secret, key.secret, link.secret, renewed.secret]
        for secret in secrets {
            #expect(!written.contains(secret.text))
            #expect(!written.contains(secret.digest.description))
        }
        #expect(!written.contains("argon2"))
        #expect(written.contains("盤點程式"))
    }

    @Test(arguments: TestEngine.allCases)
    func `the sign-in of an operator is in the ledger, others are not`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        _ = try await city.person("系管", "ops.lin", [.operator], at: city.city)
        let before = try await city.verbs().count
        _ = try await city.enter("ming")
        _ = try? await city.enter("ming", "guess")
        #expect(try await city.verbs().count == before)
        _ = try await city.enter("ops.lin")
        #expect(try await city.verbs().dropFirst(before) == ["person.sign_in"])
    }

    @Test(arguments: TestEngine.allCases)
    func `who takes another seat is in the ledger of the agency they act in from then on`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let clerk = try await city.person("王小明", "ming", at: city.school)
        _ = try await city.people.appoint(
            clerk.id, as: .officer, in: city.works.id, during: city.term(), by: city.machine)
        let token = try await city.enter("ming")
        let own = try #require(await city.caller(token))
        let seats = try await city.sessions.seats(of: own, now: city.clock.now)
        let other = try #require(seats.first { $0.agency != own.agency })
        let before = try await city.verbs().count

        let renewed = try await city.signIn.take(
            other.key, from: token, by: own, at: city.visitor(), now: city.clock.now)

        let acting = try #require(await city.caller(renewed))
        #expect(acting.agency == other.agency)
        #expect(try await city.caller(token) == nil)
        #expect(try await city.verbs().dropFirst(before) == ["person.take_seat"])
        let line = try await city.database.read { session in
            let entry = try History.entries(of: other.agency, in: session).first
            return try entry.flatMap { try History.lines(of: $0.id, in: session).first }
        }
        #expect(line?.verb == "person.take_seat" && line?.author.name == "王小明")
        let facts = try #require(line?.after)
        #expect(facts.contains("Firefox") && facts.contains("192.0.2.0/24"))
        #expect(facts.contains(own.agency.description))
        await #expect(throws: SignInRefusal.unknownSeat) {
            try await city.signIn.take(
                "own:\(city.education.id)", from: renewed, by: acting, at: city.visitor(),
                now: city.clock.now)
        }
        #expect(try await city.verbs().count == before + 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `a deputy's act is written for the principal`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("林校長", "head", [.head], at: city.school)
        let clerk = try await city.person("王小明", "ming", at: city.school)
        _ = try await city.delegation.name(
            clerk.id, during: city.term(), by: city.caller(of: "head"))
        let token = try await city.enter("ming")
        let own = try #require(await city.caller(token))
        let seat = try #require(await city.sessions.seats(of: own, now: city.clock.now).last)
        let acting = try await city.sessions.take(
            seat.key, from: token, by: own, now: city.clock.now)
        _ = try await city.delegation.consent(
            to: city.education.id, by: "海教字第 1 號", during: city.term(),
            by: #require(await city.caller(acting)))
        let author = try await city.database.read { session in
            try session.values(
                """
                SELECT authorName || ' for ' || onBehalfOf FROM entry
                WHERE verb = 'consent.give'
                """, as: String.self)
        }
        #expect(author == ["王小明 for 林校長"])
    }
}

extension SmallCity {
    func verbs() async throws -> [String] {
        try await database.read { session in
            try session.values(
                "SELECT verb FROM entry JOIN leaf ON leaf.entryID = entry.id ORDER BY position",
                as: String.self)
        }
    }
}
