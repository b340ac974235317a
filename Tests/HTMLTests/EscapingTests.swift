import HTML
import Kernel
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        ("a & b's", "a &amp; b&#39;s"),
        ("&lt;", "&amp;lt;"),
        ("]]> <!-- 資安 -->", "]]&gt; &lt;!-- 資安 --&gt;"),
        ("", ""),
        ("資通系統", "資通系統"),
    ])
    func `text is escaped and nothing else is changed`(_ hostile: String, _ shown: String) {
        #expect(p { hostile }.text == "<p>\(shown)</p>")
        #expect(p { Term(hostile, en: "") }.text == "<p>\(shown)</p>")
        #expect(p(.title(Term(hostile, en: ""))) {}.text == "<p title=\"\(shown)\"></p>")
        #expect(input(.value(hostile)).text == "<input value=\"\(shown)\">")
    }

    @Test func `a page speaks the language of its reader`() {
        let page = p(.aria("label", Term("說明", en: "Help"))) { Term("儲存", en: "Save") }

        #expect(page.text == "<p aria-label=\"說明\">儲存</p>")
        #expect(
            page.text(for: Reader(language: .english)) == "<p aria-label=\"Help\">Save</p>")
    }

    @Test func `a form that changes something carries the token and one that asks does not`() {
        let reader = Reader(language: .chinese, formToken: "k\"7")

        #expect(
            form(.post, to: "/systems") { "x" }.text(for: reader)
                == "<form method=\"post\" action=\"/systems\">"
                + "<input type=\"hidden\" name=\"csrf\" value=\"k&quot;7\">x</form>")
        #expect(
            form(.get, to: "/systems") { "x" }.text(for: reader)
                == "<form method=\"get\" action=\"/systems\">x</form>")
    }

    @Test func `an icon shows only when there is an icon sheet`() {
        let reader = Reader(language: .chinese, icons: "/static/icons.svg")

        #expect(icon("search").text == "")
        #expect(
            icon("search").text(for: reader).contains("<use href=\"/static/icons.svg#search\">"))
    }
}

@Suite struct BuilderTests {
    @Test func `choices and loops put pieces in order`() {
        let agencies = ["甲", "乙"]
        let missing: HTML? = nil
        let list = ul(.class("plain"), .when(false, .hidden), .when(true, .id("list"))) {
            for agency in agencies { li { agency } }
            if agencies.isEmpty { li { "none" } } else { li { agencies.count } }
            missing
            br()
        }

        #expect(
            list.text == "<ul class=\"plain\" id=\"list\"><li>甲</li><li>乙</li><li>2</li><br></ul>")
    }

    @Test func `a component is its body`() {
        struct Greeting: Component {
            let name: String
            var body: HTML { p { name } }
        }

        #expect(div { Greeting(name: "<陳>") }.text == "<div><p>&lt;陳&gt;</p></div>")
    }

    @Test func `drawings use presentation attributes`() {
        let drawing = svg(.viewBox(0, 0, 24, 24)) {
            rect(.x(1.5), .width(22), .strokeWidth(1.234), .fill("none"))
        }

        #expect(
            drawing.text == "<svg viewBox=\"0 0 24 24\"><rect x=\"1.5\" width=\"22\""
                + " stroke-width=\"1.23\" fill=\"none\"></rect></svg>")
        #expect(rect(.x(.nan), .y(.infinity)).text == "<rect x=\"0\" y=\"0\"></rect>")
    }

    @Test func `days and moments are written as the reader writes them`() throws {
        let day = try #require(Day("2026-11-23"))
        let moment = try #require(Instant("2026-11-23T09:05:30"))

        #expect(time(day).text == "<time datetime=\"2026-11-23\">115/11/23</time>")
        #expect(
            time(moment).text
                == "<time datetime=\"2026-11-23T09:05:30+08:00\">115/11/23 09:05</time>")
        #expect(
            time(moment).text(for: Reader(language: .english)).contains(">2026-11-23 09:05<"))
    }
}
