import Kernel
import Storage
import TestEngines
import Testing

@testable import Access

@Suite struct SessionTests {
    @Test(arguments: TestEngine.allCases)
    func `a session ends after fifteen idle minutes and lives while it is used`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        for _ in 1...4 {
            city.clock.advance(minutes: 14)
            #expect(try await city.caller(token)?.name == "王小明")
        }
        city.clock.advance(minutes: 15)
        #expect(try await city.caller(token) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a session ends after eight hours however much it is used`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        for _ in 1...47 {
            city.clock.advance(minutes: 10)
            #expect(try await city.caller(token) != nil)
        }
        city.clock.advance(minutes: 10)
        #expect(try await city.caller(token) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `that a session was used is written at most once a minute`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        let started = city.clock.now
        var written: [Int64] = []
        for _ in 1...6 {
            city.clock.advance(seconds: 20)
            _ = try await city.caller(token)
            let last: Instant? = try await city.database.read {
                try $0.value("SELECT lastUsedAt FROM session")
            }
            written.append(try #require(last).seconds(since: started))
        }
        #expect(written == [0, 0, 60, 60, 60, 120])
    }

    @Test(arguments: TestEngine.allCases)
    func `a token is worth nothing after sign-out`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        #expect(try await city.caller(token) != nil)
        try await city.sessions.end(token)
        #expect(try await city.caller(token) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `the second person in one browser ends the session of the first`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        _ = try await city.person("陳怡君", "chen", at: city.works)
        let first = try await city.enter("ming")
        let second = try await city.enter("chen", replacing: first)
        #expect(first.text != second.text)
        #expect(try await city.caller(first) == nil)
        #expect(try await city.caller(second)?.name == "陳怡君")
    }

    @Test(arguments: TestEngine.allCases)
    func `a failed sign-in leaves the open session alone`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        await #expect(throws: SignInRefusal.wrong) {
            try await city.enter("ming", "guess", replacing: token)
        }
        #expect(try await city.caller(token) != nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `people see and end their own sessions and nobody else's`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        _ = try await city.person("陳怡君", "chen", at: city.school)
        let desk = try await city.enter("ming", from: "192.0.2.7")
        city.clock.advance(minutes: 2)
        let phone = try await city.enter("ming", from: "198.51.100.4")
        let ming = try #require(await city.caller(phone))
        let chen = try await city.caller(of: "chen")

        let list = try await city.sessions.list(of: ming, now: city.clock.now)
        #expect(list.map(\.source) == ["198.51.100.0/24", "192.0.2.0/24"])
        let other = try #require(list.last)
        await #expect(throws: SignInRefusal.unknownSession) {
            try await city.sessions.revoke(other.id, by: chen)
        }
        try await city.sessions.revoke(other.id, by: ming)
        #expect(try await city.caller(desk) == nil)
        #expect(try await city.caller(phone) != nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `closing an account ends its sessions and its sign-in`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        try await city.people.disable(person, by: city.machine)
        #expect(try await city.caller(token) == nil)
        await #expect(throws: SignInRefusal.wrong) { try await city.enter("ming") }
    }

    @Test(arguments: TestEngine.allCases)
    func `no id of the programme opens anything`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let person = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        let session = try #require(await city.sessions.id(of: token))
        let digest = try #require(
            await city.database.read {
                try $0.value("SELECT secret FROM session", as: Digest.self)
            })
        let ids = [
            person.id.description, session.description, city.school.id.description,
            digest.description, "", String(repeating: "0", count: 64), "ming",
        ]
        for text in ids + ids.map({ $0.replacing("-", with: "") }) + ids.map({ $0 + $0 }) {
            if let guess = SessionToken(text) { #expect(try await city.caller(guess) == nil) }
            if let guess = APIToken("cd_" + text) {
                #expect(try await city.tokens.caller(for: guess, now: city.clock.now) == nil)
            }
        }
        #expect(SessionToken(digest.description) != nil)
    }

    @Test func `a secret that reaches a log says nothing`() {
        let token = SessionToken()
        #expect(!"\(token)".contains(token.text))
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!dumped.contains(token.text))
        #expect("\(Password("three small boats"))" == "•••")
    }
}
