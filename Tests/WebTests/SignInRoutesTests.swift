import Access
import Hummingbird
import Kernel
import Ledger
import Logging
import NIOCore
import Storage
import Synchronization
import TestEngines
import Testing

@testable import Web

@Suite struct SignInRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `a wrong password brings the form back without it`(_ engine: TestEngine) async throws {
        let browser = try await Browser(engine)
        let answer = try await browser.post(
            "/sign-in", ["account": "ming", "password": "my secret guess"])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("帳號或密碼不對"))
        #expect(answer.text.contains("value=\"ming\""))
        #expect(!answer.text.contains("my secret guess"))
        #expect(browser.session == nil)

        let unknown = try await browser.post(
            "/sign-in", ["account": "ming", "password": "my secret guess"])
        let known = try await browser.post(
            "/sign-in", ["account": "nobody", "password": "my secret guess"])
        #expect(unknown.text == known.text.replacing("nobody", with: "ming"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a link leads in, and the way in leads back to the place asked for`(
        _ engine: TestEngine
    ) async throws {
        let browser = try await Browser(engine)
        let asked = try await browser.get("/account/sessions")
        #expect(asked.location == "/sign-in?next=%2Faccount%2Fsessions")
        try await browser.acceptLink()
        #expect(try await browser.get("/account/sessions").status == .ok)
        browser.session = nil
        let entered = try await browser.post(
            "/sign-in",
            ["account": "ming", "password": Browser.password, "next": "/account/sessions"])
        #expect(entered.location == "/account/sessions")
        let astray = try await browser.post(
            "/sign-in",
            ["account": "ming", "password": Browser.password, "next": "//evil.example/"])
        #expect(astray.location == "/")
    }

    @Test(arguments: TestEngine.allCases)
    func `a session is worth nothing after sign-out`(_ engine: TestEngine) async throws {
        let browser = try await Browser(engine)
        try await browser.acceptLink()
        let kept = try #require(browser.session)
        _ = try await browser.post("/sign-out", [:])
        #expect(browser.session == nil)
        browser.session = kept
        #expect(try await browser.get("/account/sessions").status == .seeOther)
    }

    @Test(arguments: TestEngine.allCases)
    func `a change without the word of its session is refused`(
        _ engine: TestEngine
    ) async throws {
        let browser = try await Browser(engine)
        try await browser.acceptLink()
        for place in ["/sign-out", "/seats", "/account/password", "/account/deputies"] {
            let answer = try await browser.post(place, [:], csrf: "0")
            #expect(answer.status == .forbidden)
        }
        #expect(try await browser.get("/account/sessions").status == .ok)
    }

    @Test(arguments: TestEngine.allCases)
    func `signing in again gives a new session and ends the old one`(
        _ engine: TestEngine
    ) async throws {
        let browser = try await Browser(engine)
        try await browser.acceptLink()
        let first = try #require(browser.session)
        _ = try await browser.post(
            "/sign-in", ["account": "ming", "password": Browser.password])
        let second = try #require(browser.session)
        #expect(first != second)
        browser.session = first
        #expect(try await browser.get("/seats").status == .seeOther)
        browser.session = second
        #expect(try await browser.get("/seats").status == .ok)
    }

    @Test(arguments: TestEngine.allCases)
    func `a link that was used, or never was, opens nothing`(_ engine: TestEngine) async throws {
        let browser = try await Browser(engine)
        try await browser.acceptLink()
        for token in [browser.link, String(repeating: "0", count: 64), "x", "%2e%2e"] {
            #expect(try await browser.get("/links/\(token)").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a click signs nobody in where no demonstration is`(_ engine: TestEngine) async throws {
        let browser = try await Browser(engine)
        let answer = try await browser.post("/sign-in/demonstration", ["account": "ming"])
        #expect(answer.status == .notFound)
        #expect(browser.session == nil)
    }

    @Test(arguments: [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156 Safari/537 Edg/156", "Edge, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) Gecko Firefox/140.0", "Firefox, Linux"),
        ("Mozilla/5.0 (iPhone; CPU like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("curl/8", ""),
    ])
    func `a device is told in words that people know`(_ agent: String, _ words: String) {
        #expect(DeviceName(agent).text == words)
    }
}
