import Kernel
import Storage
import TestEngines
import Testing

@testable import Access

@Suite struct PasswordTests {
    @Test(arguments: [
        ("three small boats at dawn", nil), ("晨霧裡三艘小船慢慢靠岸了沒有人說話", nil),
        ("short", PasswordRefusal.tooShort(least: 15, now: 5)),
        (String(repeating: "晨霧", count: 65), .tooLong(most: 128, now: 130)),
        ("aaaaaaaaaaaaaaaaaaaa", .common), ("passwordpassword", .common),
        ("P@ssw0rd12345678", .common), ("qwertyuiopasdfg", .common),
        ("Taipei2026!!Taipei", .common), ("wang.xiaoming-wang", .common),
        ("台北市政府資通安全資訊局2026", .common),
    ])
    func `a new password is long and not a common one`(
        _ text: String, _ refusal: PasswordRefusal?
    ) throws {
        let check = { try PasswordRule().check(Password(text), of: ["王小明", "wang.xiaoming"]) }
        if let refusal {
            #expect(throws: refusal) { try check() }
        } else {
            try check()
        }
    }

    @Test func `a password is the same however its characters were typed`() throws {
        let cost = HashingCost(memoryKiB: 64, passes: 1)
        let hash = try PasswordHash(of: Password("ｃａｆｅ́ at the harbour").bytes, cost: cost)
        #expect(try hash.matches(Password("café at the harbour").bytes))
        #expect(try !hash.matches(Password("cafe at the harbour").bytes))
        #expect(try PasswordHash(of: Password("x").bytes, cost: cost).text != hash.text)
    }

    @Test func `a hash names its cost and is read back`() throws {
        let hash = try PasswordHash(
            of: Password("x").bytes, cost: HashingCost(memoryKiB: 64, passes: 2))
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=64,t=2,p=1$"))
        #expect(PasswordHash(stored: hash.text) == hash)
        for text in ["", "x", "$argon2i$v=19$m=64,t=2,p=1$YQ$YQ", "$argon2id$v=19$m=64$YQ$YQ"] {
            #expect(PasswordHash(stored: text) == nil)
        }
        #expect(HashingCost.production.isAtLeast(.floor))
        #expect(!HashingCost.floor.isAtLeast(.production))
    }

    @Test func `a decoy costs what a hash costs and is nobody's`() throws {
        let cost = HashingCost(memoryKiB: 64, passes: 2)
        let decoy = PasswordHash(decoyAt: cost)
        let read = try #require(PasswordHash(stored: decoy.text))
        #expect(read == decoy && read.cost == cost)
        let real = try PasswordHash(of: Password("x").bytes, cost: cost)
        #expect(decoy.text.count == real.text.count)
        for guess in ["", "x"] { #expect(try !decoy.matches(Password(guess).bytes)) }
        #expect(PasswordHash(decoyAt: cost) != decoy)
    }

    @Test func `a hash made elsewhere is understood`() throws {
        // The example of the reference program: password "password", salt "somesalt".
        let text =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        let hash = try #require(PasswordHash(stored: text))
        #expect(try hash.matches(Password("password").bytes))
    }

    @Test(arguments: TestEngine.allCases)
    func `a password is hashed anew when the cost has been raised`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let raised = SignIn(
            database: city.database, door: city.door,
            hashing: try PasswordHashing(cost: HashingCost(memoryKiB: 128, passes: 2)),
            throttle: SourceThrottle())
        for _ in 1...2 {
            _ = try await raised.enter(
                account: "ming", password: Password(SmallCity.password), from: city.visitor(),
                now: city.clock.now)
            let hashes = try await city.database.read {
                try $0.values("SELECT hash FROM password", as: String.self)
            }
            #expect(hashes.count == 1)
            #expect(hashes[0].contains("m=128,t=2"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a new password ends the other sessions and the last five do not come back`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let other = try await city.enter("ming")
        var token = try await city.enter("ming")
        let sea = ["red", "green", "blue", "white", "black"].map { "the \($0) harbour at noon" }
        var present = SmallCity.password
        for new in sea {
            city.clock.advance(minutes: 1)
            let renewed = try await city.change(present, to: new, with: token)
            #expect(try await city.caller(token) == nil)
            #expect(try await city.caller(renewed) != nil)
            (token, present) = (renewed, new)
        }
        #expect(try await city.caller(other) == nil)
        for former in sea {
            await #expect(throws: PasswordRefusal.usedBefore(5)) {
                try await city.change(present, to: former, with: token)
            }
        }
        city.clock.advance(minutes: 1)
        let back = try await city.change(present, to: SmallCity.password, with: token)
        #expect(try await city.caller(back) != nil)
        let kept = try await city.database.read {
            try $0.value("SELECT COUNT(*) FROM password", as: Int.self)
        }
        #expect(kept == 5)
    }

    @Test(arguments: TestEngine.allCases)
    func `the present password is asked for, five times at most`(_ engine: TestEngine) async throws
    {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let token = try await city.enter("ming")
        for _ in 1...5 {
            await #expect(throws: PasswordRefusal.wrongPresent) {
                try await city.change("a wrong guess", to: "the red harbour at noon", with: token)
            }
        }
        await #expect(throws: SignInRefusal.locked(minutes: 15)) {
            try await city.change(SmallCity.password, to: "the red harbour at noon", with: token)
        }
    }

    @Test func `beyond two at work and a full queue the desk says so`() async throws {
        let hashing = try PasswordHashing(
            cost: HashingCost(memoryKiB: 8_192, passes: 4), threads: 2, queue: 3)
        let refusals = await withTaskGroup(of: SignInRefusal?.self) { group in
            for _ in 1...12 {
                group.addTask {
                    do {
                        _ = try await hashing.matches(Password("x"), nil)
                        return nil
                    } catch { return error as? SignInRefusal }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count { $0 == .busy } >= 1)
        #expect(refusals.count { $0 == nil } >= 5)
        try await hashing.close()
    }
}

extension SmallCity {
    func change(
        _ present: String, to new: String, with token: SessionToken
    ) async throws -> SessionToken {
        guard let caller = try await caller(token) else { throw SignInRefusal.unknownSession }
        return try await PasswordChange(signIn: signIn).make(
            from: Password(present), to: Password(new), repeated: Password(new), by: caller,
            with: token, from: visitor(), now: clock.now)
    }
}
