import HTML
import Testing

@Suite struct PathTests {
    @Test(arguments: [
        (["systems", "差勤"], "/systems/%E5%B7%AE%E5%8B%A4"),
        (["", "evil.example"], "/evil.example"),
        (["/evil.example"], "/%2Fevil.example"),
        (["systems", "..", ".", "x"], "/systems/%252E%252E/%252E/x"),
        (["a?b#c&d"], "/a%3Fb%23c%26d"),
        (["javascript:alert(1)"], "/javascript%3Aalert%281%29"),
        (["\\\\evil.example"], "/%5C%5Cevil.example"),
        ([], "/"),
    ])
    func `a path holds its segments and cannot leave the site`(
        _ segments: [String], _ text: String
    ) {
        #expect(Path(segments: segments).text == text)
    }

    @Test func `a path takes questions and a place on the page`() {
        let none: Int? = nil
        let path = Path("systems").with("q", "a&b=c").with("page", 2).with("sort", none).at("名")

        #expect(path.text == "/systems?q=a%26b%3Dc&page=2#%E5%90%8D")
        #expect(
            a(.href(path)) {}.text
                == "<a href=\"/systems?q=a%26b%3Dc&amp;page=2#%E5%90%8D\"></a>")
    }

    @Test func `a written path keeps its parts`() {
        let path: Path = "/systems/bin"

        #expect(path.text == "/systems/bin")
        #expect(path.appending("7/8").text == "/systems/bin/7%2F8")
        #expect(Path().appending("x").text == "/x")
    }

    @Test(arguments: [
        "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "",
        "systems", "/\t/evil.example", "/a b",
    ])
    func `a request cannot lead back to another site`(_ text: String) {
        #expect(Path(local: text) == nil)
    }

    @Test func `a request leads back to a place on this site`() {
        #expect(
            Path(local: "/systems?sort=name")?.with("page", 2).text
                == "/systems?sort=name&page=2")
    }
}
