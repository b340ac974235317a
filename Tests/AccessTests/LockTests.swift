import Kernel
import TestEngines
import Testing

@testable import Access

@Suite struct LockTests {
    /// Minutes after the fifth failure, and whether the right password then opens.
    static let waits: [(Int, Bool)] = [(0, false), (14, false), (15, true), (60, true)]

    @Test(arguments: TestEngine.allCases, waits)
    func `five failures lock an account for fifteen minutes`(
        _ engine: TestEngine, _ wait: (minutes: Int, opens: Bool)
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        for _ in 1...5 {
            await #expect(throws: SignInRefusal.wrong) {
                try await city.enter("ming", "not this one")
            }
        }
        city.clock.advance(minutes: wait.minutes)
        if wait.opens {
            #expect(try await city.caller(of: "ming").name == "王小明")
        } else {
            await #expect(throws: SignInRefusal.locked(minutes: 15)) {
                try await city.enter("ming")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an account that does not exist locks like one that does`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        for _ in 1...5 {
            await #expect(throws: SignInRefusal.wrong) { try await city.enter("nobody") }
        }
        await #expect(throws: SignInRefusal.locked(minutes: 15)) { try await city.enter("nobody") }
    }

    @Test(arguments: TestEngine.allCases)
    func `a lock from one place leaves the account open elsewhere`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("李校長", "head", at: city.school)
        for _ in 1...6 {
            _ = try? await city.enter("head", "guess", from: "203.0.113.9")
        }
        await #expect(throws: SignInRefusal.locked(minutes: 15)) {
            try await city.enter("head", from: "203.0.113.200")
        }
        let elsewhere = try await city.enter("head", from: "192.0.2.7")
        #expect(try await city.caller(elsewhere) != nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `where the rule says so, the account locks from everywhere`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(
            engine, rule: SignInRule(lock: LockRule(scope: .account)))
        _ = try await city.person("李校長", "head", at: city.school)
        for _ in 1...5 {
            _ = try? await city.enter("head", "guess", from: "203.0.113.9")
        }
        await #expect(throws: SignInRefusal.locked(minutes: 15)) { try await city.enter("head") }
    }

    @Test(arguments: TestEngine.allCases)
    func `twenty guesses at once are looked at five times`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        let refusals = await withTaskGroup(of: SignInRefusal?.self) { group in
            for index in 1...20 {
                group.addTask {
                    do {
                        _ = try await city.enter("ming", "guess number \(index)")
                        return nil
                    } catch { return error as? SignInRefusal }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count { $0 == .wrong } == 5)
        #expect(refusals.count { $0 == .locked(minutes: 15) } == 15)
    }

    @Test(arguments: TestEngine.allCases)
    func `a success forgets the failures before it`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        for _ in 1...3 {
            for _ in 1...4 { _ = try? await city.enter("ming", "guess") }
            #expect(try await city.caller(of: "ming").name == "王小明")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a machine that tries many accounts is turned away for a while`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("王小明", "ming", at: city.school)
        for index in 1...30 {
            _ = try? await city.enter("account\(index)", "guess", from: "203.0.113.9")
        }
        await #expect(throws: SignInRefusal.tooManyFromHere) {
            try await city.enter("ming", from: "203.0.113.77")
        }
        #expect(try await city.caller(city.enter("ming", from: "2001:db8::1")) != nil)
        city.clock.advance(minutes: 15)
        #expect(try await city.caller(city.enter("ming", from: "203.0.113.77")) != nil)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.250", true), ("192.0.2.7", "192.0.3.7", false),
        ("2001:db8:0:ff00::1", "2001:db8:0:ffab:9::2", true),
        ("2001:db8:0:ff00::1", "2001:db8:0:fe00::1", false),
        ("::ffff:192.0.2.7", "192.0.2.9", true), ("", "nonsense", true),
    ])
    func `a source is a network, not an address`(_ one: String, _ other: String, _ same: Bool) {
        #expect((Source(address: one) == Source(address: other)) == same)
    }

    @Test func `the throttle forgets old sources when it is full`() throws {
        let throttle = SourceThrottle(most: 1, minutes: 15, capacity: 2)
        let now = VirtualClock().now
        let sources = (1...3).map { Source(address: "192.0.\($0).1") }
        for (index, source) in sources.enumerated() {
            throttle.noteFailure(from: source, at: now.adding(minutes: index))
        }
        try throttle.check(sources[0], at: now.adding(minutes: 3))
        #expect(throws: SignInRefusal.tooManyFromHere) {
            try throttle.check(sources[2], at: now.adding(minutes: 3))
        }
    }
}
