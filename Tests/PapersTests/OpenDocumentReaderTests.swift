import Archive
import Testing

@testable import Papers

@Suite struct OpenDocumentReaderTests {
    @Test func `a paper of ours reads back clause by clause`() throws {
        var written = try PlanReader().read(text: SmallPlan.text).document
        written.edition = "110.01 版"
        let read = try PlanReader().read(OpenDocumentText(written).file()).document

        #expect(read.fullTitle == "海角市政府文書維護計畫")
        #expect(read.issued == "中華民國110年3月")
        #expect(read.edition == "110.01 版")
        #expect(read.chapters == written.chapters)
    }

    @Test func `the project's own plan reads back with every clause in its place`() throws {
        let plan = try PlanTemplate.standard().document
        let read = try PlanReader().read(OpenDocumentText(plan).file()).document
        #expect(read.chapters.placed.map(\.path) == plan.chapters.placed.map(\.path))
    }

    @Test func `numbers that the program counts are counted`() throws {
        let reading = try PlanReader().read(file(content: Self.numbered, styles: Self.styles))
        let found = reading.document.chapters.placed.map { "\($0.path) \($0.clause.ownText)" }
        #expect(
            found == [
                "壹 總則", "壹/一 目的", "壹/一/(一) 甲\n另段。", "壹/一/(一)/1 子", "壹/一/(一)/2 丑",
                "壹/一/(二) 乙", "貳 附則",
            ])
    }

    @Test func `contents, remarks and deleted words are left out`() throws {
        let content = """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>壹、刪</text:p>
            </text:deletion></text:changed-region></text:tracked-changes>
            <text:table-of-content><text:index-body><text:p>壹、始 9</text:p></text:index-body>
            </text:table-of-content>
            <text:p>壹、<text:s text:c="2"/>始<office:annotation><text:p>查</text:p>
            </office:annotation>點</text:p>
            """
        let chapters = try PlanReader().read(file(content: content, styles: "")).document.chapters
        #expect(chapters.map(\.text.plainText) == ["始點"])
    }

    @Test func `a table stays a table`() throws {
        let content = """
            <text:p>壹、始</text:p><table:table><table:table-row><table:table-cell>
            <text:p>甲</text:p></table:table-cell><table:table-cell><text:p>乙</text:p>
            </table:table-cell></table:table-row><table:table-row><table:table-cell>
            <text:p>1</text:p><text:p>2</text:p></table:table-cell></table:table-row></table:table>
            """
        let chapters = try PlanReader().read(file(content: content, styles: "")).document.chapters
        #expect(
            chapters[0].blocks == [.table(Table([.init("甲"), .init("乙")], rows: [["1\n2", ""]]))])
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"壹、甲\">]><r/>", "<office:text>", "", "\u{0}",
        String(repeating: "<a>", count: 100_000),
    ])
    func `a hostile part is refused in a sentence`(_ content: String) throws {
        var zip = ZipWriter()
        try zip.add("content.xml", Array(content.utf8))
        let file = try zip.finish()
        #expect(throws: PlanRefusal.unreadableDocument) { try PlanReader().read(file) }
    }

    @Test(arguments: ["9223372036854775807", "-1", "0", "x", "1000"])
    func `a number that no clause has is counted as if it were not there`(
        _ number: String
    ) throws {
        let content = """
            <text:p>壹、依據</text:p><text:list text:style-name="L">\
            <text:list-item text:start-value="\(number)"><text:p>甲</text:p></text:list-item>\
            <text:list-item><text:p>乙</text:p></text:list-item></text:list>\
            <text:h text:outline-level="\(number)">丙</text:h>
            """
        let chapters = try PlanReader().read(file(content: content, styles: "")).document.chapters
        #expect(chapters[0].clauses.map(\.text.plainText) == ["甲", "乙"])
    }

    @Test func `boxes within boxes are read once each`() throws {
        let open = "<draw:frame><draw:text-box><text:p>"
        let close = "</text:p></draw:text-box></draw:frame>"
        let content =
            "<text:p>壹、依據</text:p><text:p>" + String(repeating: open, count: 40) + "深處"
            + String(repeating: close, count: 40) + "</text:p>"
        let chapters = try PlanReader().read(file(content: content, styles: "")).document.chapters
        #expect(chapters[0].blocks == [.paragraph([.text("深處")])])
    }

    @Test func `a broken archive is refused in a sentence`() throws {
        let file = try OpenDocumentText(SamplePaper.document()).file()
        for length in stride(from: 4, to: file.count - 1, by: 997) {
            #expect(throws: PlanRefusal.unreadableDocument) {
                try PlanReader().read(Array(file.prefix(length)))
            }
        }
    }

    private static let styles = """
        <text:outline-style><text:outline-level-style text:level="1" style:num-format="壹, 貳, 參, ..."
        style:num-suffix="、"/></text:outline-style>
        """

    private static let numbered = """
        <text:h text:outline-level="1">總則</text:h>
        <text:list text:style-name="L"><text:list-item><text:p>目的</text:p>
        <text:list><text:list-item><text:p>甲</text:p><text:p>另段。</text:p>
        <text:list><text:list-item><text:p>子</text:p></text:list-item>
        <text:list-item><text:p>丑</text:p></text:list-item></text:list></text:list-item>
        <text:list-item><text:p>乙</text:p></text:list-item></text:list></text:list-item></text:list>
        <text:h text:outline-level="1">附則</text:h>
        """

    /// An ODT with that body, and a list style 一、 (一) 1. of the name L.
    private func file(content: String, styles: String) throws -> [UInt8] {
        let spaces = """
            xmlns:office="\(Namespace.office)" xmlns:text="\(Namespace.text)" \
            xmlns:style="\(Namespace.style)" xmlns:table="\(Namespace.table)" \
            xmlns:draw="\(Namespace.draw)"
            """
        let list = """
            <text:list-style style:name="L"><text:list-level-style-number text:level="1" \
            style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number \
            text:level="2" style:num-prefix="(" style:num-format="一, 二, 三, ..." \
            style:num-suffix=")"/><text:list-level-style-number text:level="3" \
            style:num-format="1" style:num-suffix="."/></text:list-style>
            """
        var zip = ZipWriter()
        try zip.add(
            "content.xml",
            Array(
                """
                <office:document-content \(spaces)><office:automatic-styles>\(list)\
                </office:automatic-styles><office:body><office:text>\(content)</office:text>\
                </office:body></office:document-content>
                """.utf8))
        try zip.add(
            "styles.xml",
            Array("<office:document-styles \(spaces)>\(styles)</office:document-styles>".utf8))
        return try zip.finish()
    }
}
