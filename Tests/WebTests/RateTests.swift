import HTTPTypes
import Kernel
import Synchronization
import Testing

@testable import Access
@testable import Web

@Suite struct RateTests {
    /// A clock that moves only when a test says so.
    private final class Clock: Sendable {
        private let moment = Mutex(Instant("2026-11-23T09:12:00")!)
        var source: TimeSource { TimeSource { self.moment.withLock(\.self) } }
        func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    }

    private let chen: HTTPFields = [.authorization: "Bearer cd_chen"]
    private let wang: HTTPFields = [.authorization: "Bearer cd_wang"]

    private func site(_ clock: Clock = Clock(), _ change: (inout Rates) -> Void) throws -> TestSite
    {
        var settings = SiteSettings()
        change(&settings.rates)
        return try TestSite(settings: settings, time: clock.source)
    }

    @Test func `the numbers are those of the specification`() {
        let rates = Rates()
        #expect(rates.apiPerMinute == 600)
        #expect(rates.strangersPerMinute == 60)
        #expect(rates.exportsPerHour == 10)
    }

    @Test func `who asks the API too often waits as long as told, and others do not`() async throws
    {
        let clock = Clock()
        let site = try site(clock) { $0.apiPerMinute = 3 }
        for _ in 1...3 {
            #expect(try await site.ask(.get, "/api/names", chen).status == 200)
        }
        let told = try await site.ask(.get, "/api/names", chen)
        #expect(told.status == 429)
        #expect(told.headers[.retryAfter] == "20")
        #expect(told.headers[.contentType] == "application/problem+json")
        #expect(told.text.contains("\"code\":\"web.too_many_requests\""))
        #expect(told.text.contains("過 20 秒再試"))
        #expect(try await site.ask(.get, "/api/names", wang).status == 200)
        clock.advance(seconds: 19)
        #expect(try await site.ask(.get, "/api/names", chen).headers[.retryAfter] == "1")
        clock.advance(seconds: 1)
        #expect(try await site.ask(.get, "/api/names", chen).status == 200)
        #expect(try await site.ask(.get, "/api/names", chen).status == 429)
    }

    @Test func `a person's sessions and the addresses of the API share one allowance`() async throws
    {
        let site = try site { $0.apiPerMinute = 2 }
        let session: HTTPFields = [.cookie: "s=chen"]
        #expect(try await site.ask(.get, "/api/names", session).status == 200)
        #expect(try await site.ask(.get, "//api//names", session).status == 200)
        #expect(try await site.ask(.get, "/api/names", chen).status == 429)
    }

    @Test func `pages of somebody signed in have no limit`() async throws {
        let site = try site {
            $0.apiPerMinute = 1
            $0.strangersPerMinute = 1
        }
        for _ in 1...20 {
            #expect(try await site.ask(.get, "/mine", [.cookie: "s=chen"]).status == 200)
            #expect(
                try await site.send("/names", "csrf=\(TestSite.token)&name=x").status == 303)
        }
    }

    @Test func `strangers of one network share what they may ask, and pages are not counted`()
        async throws
    {
        let clock = Clock()
        let site = try site(clock) { $0.strangersPerMinute = 2 }
        for _ in 1...9 { #expect(try await site.ask(.get, "/open").status == 200) }
        #expect(try await site.ask(.get, "/api/names", from: "203.0.113.9").status == 401)
        let wrong: HTTPFields = [.authorization: "Bearer cd_guess"]
        #expect(try await site.ask(.get, "/api/names", wrong, from: "203.0.113.77").status == 401)
        let refused = try await site.ask(.post, "/preferences", from: "203.0.113.200")
        #expect(refused.status == 429)
        #expect(refused.headers[.retryAfter] == "30")
        #expect(refused.text.contains("送來的要求太多了，過 30 秒再試。"))
        #expect(try await site.ask(.get, "/open", from: "203.0.113.9").status == 200)
        #expect(try await site.ask(.get, "/api/names", from: "203.0.114.9").status == 401)
        #expect(try await site.ask(.get, "/api/names", chen, from: "203.0.113.9").status == 200)
        clock.advance(seconds: 30)
        #expect(try await site.ask(.get, "/api/names", from: "203.0.113.9").status == 401)
    }

    @Test func `a person takes out ten lists an hour, and is told when the next`() async throws {
        let clock = Clock()
        let site = try site(clock) { _ in }
        for _ in 1...10 {
            #expect(try await site.ask(.get, "/names/export", [.cookie: "s=chen"]).status == 200)
        }
        let told = try await site.ask(.get, "/names/export", [.cookie: "s=chen"])
        #expect(told.status == 429)
        #expect(told.headers[.retryAfter] == "360")
        #expect(told.text.contains("一小時最多匯出 10 次。過 6 分鐘再匯出。"))
        #expect(try await site.ask(.get, "/names/export", wang).status == 200)
        #expect(try await site.ask(.get, "/names/export").status == 303)
        clock.advance(seconds: 360)
        #expect(try await site.ask(.get, "/names/export", [.cookie: "s=chen"]).status == 200)
    }

    @Test func `nought is no limit`() async throws {
        let site = try TestSite(settings: SiteSettings(rates: .none))
        for _ in 1...700 {
            #expect(try await site.ask(.get, "/api/names", chen).status == 200)
        }
        for _ in 1...70 { #expect(try await site.ask(.get, "/api/names").status == 401) }
    }

    @Test func `ever new sources take no more room, and those who asked lately are still known`()
        throws
    {
        let allowance = try #require(Allowance<Int>(1, in: 60, capacity: 100))
        let now = Instant(microseconds: 0)
        #expect(allowance.take(-1, at: now) == nil)
        for key in 0..<40 { #expect(allowance.take(key, at: now) == nil) }
        #expect(allowance.take(-1, at: now) == 60)
        for key in 40..<10_000 {
            _ = allowance.take(key, at: now)
            #expect(allowance.count <= 100)
        }
        #expect(allowance.take(9_999, at: now) == 60)
    }

    @Test func `a clock that was set back keeps nobody out for longer than the while`() throws {
        let allowance = try #require(Allowance<Int>(2, in: 60))
        let now = Instant("2026-11-23T09:12:00")!
        for _ in 1...2 { #expect(allowance.take(1, at: now) == nil) }
        let before = now.adding(hours: -24)
        #expect(allowance.take(1, at: before) == 30)
        #expect(allowance.take(1, at: before.adding(seconds: 30)) == nil)
        #expect(allowance.take(1, at: before.adding(seconds: 31)) == 29)
    }
}
