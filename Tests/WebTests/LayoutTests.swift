import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite struct LayoutTests {
    @Test func `the menu shows what the roles open`() async throws {
        let site = try TestSite()
        let mine = try await site.ask(.get, "/open", [.cookie: "s=chen"]).text
        let visitors = try await site.ask(.get, "/open").text

        #expect(mine.contains("href=\"/systems\""))
        #expect(!mine.contains("href=\"/people\""))
        #expect(!visitors.contains("href=\"/systems\""))
        #expect(mine.contains("陳&lt;怡&gt;君"))
    }

    @Test func `below the menu stand the places of the part that a page is in`() async throws {
        let site = try TestSite()
        let inside = try await site.ask(.get, "/assets", [.cookie: "s=chen"]).text
        let outside = try await site.ask(.get, "/open", [.cookie: "s=chen"]).text

        #expect(inside.contains("<a href=\"/systems\" aria-current=\"true\">系統與資產</a>"))
        #expect(inside.contains("<a href=\"/assets\" aria-current=\"page\">資產</a>"))
        #expect(!outside.contains("/assets"))
    }

    @Test func `a page that no place of the menu holds stands where its trail leads`() {
        var shell = Shell()
        shell.menu = [
            MenuPart(
                "systems", Term("系統與資產", en: "Systems and assets"),
                [
                    NavigationItem(Term("資通系統", en: "Systems"), "/systems", .open),
                    NavigationItem(Term("資產", en: "Assets"), "/assets", .open),
                ])
        ]
        let trail = Crumb(Term("資產", en: "Assets"), Path("assets").with("year", 115))
        let drawn = PageNavigation(
            shell: shell, caller: nil, places: ["/gaps", trail.place], width: .wide
        ).body.text

        #expect(drawn.contains("<a href=\"/systems\" aria-current=\"true\">系統與資產</a>"))
        #expect(drawn.contains("<a href=\"/assets\" aria-current=\"page\">資產</a>"))
    }

    @Test func `what a reader types comes back escaped`() async throws {
        let told = try await TestSite().ask(.get, "/open?q=%3Cscript%3Ealert(1)%3C/script%3E")

        #expect(told.text.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"))
    }

    @Test func `pages speak the language of the cookie, then of the browser`() async throws {
        let site = try TestSite()
        let english: HTTPFields = [.acceptLanguage: "de, en;q=0.8, zh-TW;q=0.5"]

        #expect(try await site.ask(.get, "/open").text.contains("<html lang=\"zh-Hant-TW\""))
        #expect(try await site.ask(.get, "/open", english).text.contains("<title>Open | Chengdun"))
        var chosen = english
        chosen[.cookie] = "lang=zh-Hant-TW; theme=dark"
        let told = try await site.ask(.get, "/open", chosen).text
        #expect(told.contains("<html lang=\"zh-Hant-TW\" data-theme=\"dark\""))
    }

    @Test func `preferences are kept and the reader goes back`() async throws {
        let told = try await TestSite().send(
            "/preferences", "language=en&next=%2Fsystems%3Fq%3D1", session: nil)

        #expect(told.place == "/systems?q=1")
        #expect(
            told.cookies
                == ["lang=en; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"])
    }

    @Test func `preferences lead to no other site`() async throws {
        let told = try await TestSite().send(
            "/preferences", "theme=dark&next=%2F%2Fevil.test", session: nil)

        #expect(told.place == "/")
    }

    @Test func `a word after an act shows once with its undo`() async throws {
        let site = try TestSite()
        let sent = try await site.send("/names", "csrf=\(TestSite.token)&name=x")
        let cookie = try #require(sent.cookies.first?.split(separator: ";").first)
        let shown = try await site.ask(.get, "/open", [.cookie: "s=chen; \(cookie)"])

        #expect(shown.text.contains("<p>好了；完成</p>"))
        #expect(shown.text.contains("action=\"/names/undo\""))
        #expect(shown.cookies.contains { $0.hasPrefix("toast=; ") && $0.contains("Max-Age=0") })
        #expect(Toast(cookie: "x.y.https%3A%2F%2Fevil%2Etest")?.undo == nil)
    }

    @Test func `a long word after an act is cut, its undo never`() throws {
        let words = String(repeating: "臺𠮷", count: 400)
        let cookie = Toast(Term(words, en: words), undo: "/names/undo").cookie
        let read = try #require(Toast(cookie: cookie.value))

        #expect(cookie.value.utf8.count < 4_000)
        #expect(read.words.zh.hasSuffix("…") && words.hasPrefix(read.words.zh.dropLast()))
        #expect(read.words.zh.count > 90)
        #expect(read.undo == "/names/undo")
    }

    @Test func `every answer carries the policy and no page is stored`() async throws {
        let site = try TestSite()
        for path in ["/open", "/nowhere", "/fault", "/file", "/mine"] {
            let headers = try await site.ask(.get, path).headers
            #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.cacheControl] == "no-store")
            #expect(headers[.strictTransportSecurity] == nil)
        }
    }

    @Test func `behind TLS cookies are bound to the host`() async throws {
        let site = try TestSite(settings: SiteSettings(origin: Origin("https://plan.test")))
        let told = try await site.ask(.get, "/open", [.cookie: "__Host-s=chen"])
        let loose = try await site.ask(.get, "/mine", [.cookie: "s=chen"])

        #expect(told.headers[.strictTransportSecurity] != nil)
        #expect(told.text.contains("示範國小"))
        #expect(loose.status == 303)
        #expect(
            Cookie("s", "x").header(isSecure: true)
                == "__Host-s=x; Path=/; HttpOnly; SameSite=Lax; Secure")
    }

    @Test func `a file is kept and never shown in the site's name`() async throws {
        let headers = try await TestSite().ask(.get, "/file").headers

        #expect(headers[.contentSecurityPolicy] == "sandbox; default-src 'none'")
        #expect(
            headers[.contentDisposition] == "attachment; filename=\"____.ods\"; "
                + "filename*=UTF-8''%E6%B8%85%E5%86%8A%22%0A%2Eods")
    }

    @Test func `the style sheet is packed and kept for good under a name of its own`() async throws
    {
        let site = try TestSite()
        let page = try await site.ask(.get, "/open").text
        let address = try #require(page.firstMatch(of: /\/static\/site-[0-9a-f]{12}\.css/)?.output)
        let told = try await site.ask(.get, String(address), [.acceptEncoding: "br, gzip"])

        #expect(told.status == 200)
        #expect(told.headers[.contentEncoding] == "gzip")
        #expect(told.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await site.ask(.get, String(address)).text.contains("@layer"))
        #expect(try await site.ask(.get, "/static/../Package.swift").status == 404)
    }

    @Test func `the style guide is only in the demonstration`() async throws {
        #expect(try await TestSite().ask(.get, "/style-guide").status == 404)
        #expect(try await TestSite(demonstration: true).ask(.get, "/style-guide").status == 200)
    }

    @Test func `the service says that it lives`() async throws {
        #expect(try await TestSite().ask(.get, "/healthz").text == "ok\n")
    }

    @Test(arguments: [
        ("https://a.example/assets/7?tab=x", "/assets/7?tab=x"),
        ("https://a.example/assets/77", nil),
        ("https://a.example/", nil), ("https://a.example//assets/7", nil),
        ("https://a.example", nil),
        (nil, nil),
    ])
    func `from a refused act a link leads to the page it belongs to`(
        _ sender: String?, _ back: String?
    ) {
        #expect(FailurePage.back(to: sender, from: "/assets/7/removal")?.text == back)
    }
}
