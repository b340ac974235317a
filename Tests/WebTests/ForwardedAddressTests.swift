import HTTPTypes
import Testing

@testable import Web

/// Where a visitor comes from is what locks and rates are counted by: nobody may choose it.
@Suite struct ForwardedAddressTests {
    private static let forwarded = HTTPField.Name("X-Forwarded-For")!

    private func told(_ chain: String?, from peer: String) async throws -> String {
        let settings = SiteSettings(
            origin: Origin("https://plan.test"), proxies: ["192.0.2.7", "::1"])
        var headers = HTTPFields()
        headers[Self.forwarded] = chain
        return try await TestSite(settings: settings).ask(.get, "/where", headers, from: peer).text
    }

    @Test func `a proxy that was named is believed, and only in what it added itself`()
        async throws
    {
        #expect(try await told("203.0.113.9", from: "192.0.2.7") == "203.0.113.9")
        #expect(try await told("10.0.0.1, 203.0.113.9", from: "::1") == "203.0.113.9")
        #expect(try await told(nil, from: "192.0.2.7") == "192.0.2.7")
        #expect(try await told("", from: "192.0.2.7") == "192.0.2.7")
    }

    @Test func `anybody else is not`() async throws {
        #expect(try await told("203.0.113.9", from: "198.51.100.1") == "198.51.100.1")
        #expect(
            try await TestSite().ask(
                .get, "/where", [Self.forwarded: "203.0.113.9"], from: "127.0.0.1"
            ).text == "127.0.0.1")
    }
}
