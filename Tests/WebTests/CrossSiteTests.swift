import HTTPTypes
import Testing

@testable import Web

@Suite struct CrossSiteTests {
    private static let site = HTTPField.Name("Sec-Fetch-Site")!
    private let form = "csrf=\(TestSite.token)&name=x"

    @Test func `a form of the site's own page is taken`() async throws {
        let told = try await TestSite().send("/names", form)

        #expect(told.status == 303)
        #expect(told.place == "/names/x")
    }

    @Test(arguments: ["cross-site", "same-site", "none"])
    func `a form from elsewhere is refused`(_ from: String) async throws {
        let told = try await TestSite().ask(
            .post, "/names",
            [
                .contentType: "application/x-www-form-urlencoded", .cookie: "s=chen",
                .origin: "http://plan.test", Self.site: from,
            ], body: form)

        #expect(told.status == 403)
    }

    @Test(arguments: [nil, "null", "http://evil.test", "http://plan.test.evil.test", "http://plan"])
    func `a form of another or no origin is refused`(_ origin: String?) async throws {
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .cookie: "s=chen",
        ]
        headers[.origin] = origin

        #expect(try await TestSite().ask(.post, "/names", headers, body: form).status == 403)
    }

    @Test(arguments: ["name=x", "csrf=&name=x", "csrf=\(FormToken(of: "wang").text)&name=x"])
    func `a form without the session's token is refused`(_ fields: String) async throws {
        #expect(try await TestSite().send("/names", fields).status == 403)
    }

    @Test func `behind a proxy the origin must be the site's own to the letter`() async throws {
        let settings = SiteSettings(origin: Origin("https://plan.test"))
        let site = try TestSite(settings: settings)
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .cookie: "__Host-s=chen",
            .origin: "https://plan.test", Self.site: "same-origin",
        ]

        #expect(try await site.ask(.post, "/names", headers, body: form).status == 303)
        headers[.origin] = "http://plan.test"
        #expect(try await site.ask(.post, "/names", headers, body: form).status == 403)
    }

    @Test func `a program with a key needs no token`() async throws {
        let told = try await TestSite().ask(
            .post, "/api/names",
            [.authorization: "Bearer cd_chen", .contentType: "application/json"],
            body: "{\"a\":1}")

        #expect(told.status == 201)
        #expect(told.place == "/api/names/1")
    }

    @Test func `a session that sends JSON needs the token in the header`() async throws {
        let site = try TestSite()
        var headers: HTTPFields = [
            .contentType: "application/json", .cookie: "s=chen", .origin: "http://plan.test",
            Self.site: "same-origin",
        ]

        #expect(try await site.ask(.post, "/api/names", headers, body: "{}").status == 403)
        headers[HTTPField.Name("X-CSRF-Token")!] = TestSite.token
        #expect(try await site.ask(.post, "/api/names", headers, body: "{}").status == 201)
    }

    @Test func `asking never changes anything however it is asked`() async throws {
        #expect(try await TestSite().ask(.get, "/names?name=x", [.cookie: "s=chen"]).status == 404)
    }
}
