import Testing

@testable import Papers

@Suite struct XMLTagTests {
    @Test(arguments: [
        "", "words", "<a b='>' c=\"<\"/>", "<a><!-- it's > --><b/></a>", "<a><![CDATA[<x ' ]]></a>",
        "<?xml version=\"1.0\"?><a/>", "<a>" + String(repeating: "字", count: 300_000) + "</a>",
    ])
    func `honest markup passes`(_ xml: String) {
        #expect(XMLTags.areHonest(Array(xml.utf8)))
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<a", "<a b='", "<!-- ", "<![CDATA[x]]", "<?x",
        "<a " + (0..<100_000).map { "a\($0)='>' " }.joined() + "/>",
        "<a b='" + String(repeating: "x", count: 300_000) + "'/>",
    ])
    func `a document type and endless tags do not`(_ xml: String) {
        #expect(!XMLTags.areHonest(Array(xml.utf8)))
    }

    // Compared with each other, so many attributes would take hours.
    @Test(.timeLimit(.minutes(1)))
    func `a plan with a million attributes is refused without comparing them`() throws {
        let attributes = (0..<1_000_000).map { " a\($0)='>'" }.joined()
        #expect(XMLElement(Array("<a\(attributes)/>".utf8)) == nil)
    }

    @Test func `a part that says another encoding is read as UTF-8 all the same`() throws {
        let part = #"<?xml version="1.0" encoding="UTF-7"?><a>+ADw-b/+AD4-堃</a>"#
        let read = try #require(XMLElement(Array(part.utf8)))
        #expect(read.elements.isEmpty)
    }
}
