import HTTPTypes
import Testing

@testable import Web

@Suite struct RouteTests {
    private let signedIn: HTTPFields = [.cookie: "theme=dark; s=chen"]

    @Test func `two routes for the same request are refused`() {
        let routes = [
            Route(.get, "/systems/:id", .open) { _ in .nothing },
            Route(.get, "/systems/:number", .open) { _ in .nothing },
        ]

        #expect(throws: SiteFault.duplicate("GET /systems/:")) { try TestSite(routes) }
    }

    @Test func `a route names its parameters`() {
        #expect(Route(.get, "/a/:b/c/:d", .open) { _ in .nothing }.parameters == ["b", "d"])
    }

    @Test func `a visitor is asked to sign in and comes back`() async throws {
        let told = try await TestSite().ask(.get, "/mine?x=1")

        #expect(told.status == 303)
        #expect(told.place == "/sign-in?next=%2Fmine%3Fx%3D1")
    }

    @Test func `a program that is not signed in is told so`() async throws {
        let told = try await TestSite().ask(.get, "/mine", [.accept: "application/json"])

        #expect(told.status == 401)
        #expect(told.headers[.contentType] == "application/problem+json")
        #expect(told.text.contains("\"code\":\"web.signed_out\""))
    }

    @Test func `somebody signed in is known by session and by key`() async throws {
        let site = try TestSite()

        #expect(try await site.ask(.get, "/mine", signedIn).text == "<p>陳&lt;怡&gt;君</p>")
        #expect(
            try await site.ask(.get, "/mine", [.authorization: "Bearer cd_chen"]).status == 200)
        #expect(try await site.ask(.get, "/mine", [.cookie: "s=wang"]).status == 303)
        #expect(
            try await site.ask(.get, "/mine", [.authorization: "Basic x", .cookie: "s=chen"])
                .status == 303)
    }

    @Test func `a place that the roles do not open looks like no place`() async throws {
        let site = try TestSite()
        let closed = try await site.ask(.get, "/people", signedIn)
        let nowhere = try await site.ask(.get, "/nowhere", signedIn)

        #expect(closed.status == 404)
        #expect(nowhere.status == 404)
        #expect(nowhere.text.replacing("/nowhere", with: "/people") == closed.text)
    }

    @Test func `an act that the roles do not allow is refused`() async throws {
        #expect(try await TestSite().send("/people", "csrf=\(TestSite.token)").status == 403)
    }

    @Test func `a parameter that is no such value is no such place`() async throws {
        let site = try TestSite()

        #expect(try await site.ask(.get, "/systems/7", signedIn).text == "{\"id\":7}")
        #expect(try await site.ask(.get, "/systems/x", signedIn).status == 404)
    }

    @Test func `a version that the program has is not sent again`() async throws {
        let site = try TestSite()
        var headers = signedIn
        headers[.ifNoneMatch] = "\"6\", \"7\""
        let told = try await site.ask(.get, "/systems/7", headers)

        #expect(told.status == 304)
        #expect(told.headers[.eTag] == "\"7\"")
        #expect(told.text == "")
    }

    @Test func `a fault shows only a number and is logged once with it`() async throws {
        let site = try TestSite()
        let told = try await site.ask(.get, "/fault")
        let number = try #require(told.headers[HTTPField.Name("X-Request-Id")!])
        let faults = site.log.lines.filter { $0.contains("\"level\":\"error\"") }

        #expect(told.status == 500)
        #expect(told.text.contains(number))
        #expect(!told.text.contains("hunter2"))
        #expect(faults.count == 1)
        #expect(faults.first?.contains("\"request\":\"\(number)\"") == true)
    }

    @Test func `programs are told which field is wrong`() async throws {
        let told = try await TestSite().ask(.get, "/api/wrong", [.acceptLanguage: "en-GB"])

        #expect(told.status == 422)
        #expect(
            told.text.contains("\"errors\":[{\"detail\":\"Enter the name\",\"field\":\"name\"}]"))
    }

    @Test func `the log names the route and never the question`() async throws {
        let site = try TestSite()
        _ = try await site.ask(.get, "/open?q=secret", [.cookie: "s=chen"])
        let lines = site.log.lines.joined()

        #expect(lines.contains("\"route\":\"/open\""))
        #expect(lines.contains("\"by\":\"0198c9a2-0000-7000-8000-000000000001\""))
        #expect(!lines.contains("secret"))
        #expect(!lines.contains("chen"))
    }
}
