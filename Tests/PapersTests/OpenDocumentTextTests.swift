import Foundation
import Testing

@testable import Papers

@Suite struct OpenDocumentTextTests {
    @Test func `the same tree gives the same bytes`() throws {
        let document = try SamplePaper.document()
        #expect(try OpenDocumentText(document).file() == OpenDocumentText(document).file())
    }

    @Test func `the file begins with its media type, stored`() throws {
        let file = try OpenDocumentText(SamplePaper.document()).file()
        #expect(Array(file.prefix(4)) == [0x50, 0x4B, 0x03, 0x04])
        let start = String(decoding: file[30..<77], as: UTF8.self)
        #expect(start == "mimetype" + OpenDocumentText.mediaType)
    }

    @Test func `markup in the words stays words`() throws {
        let text = try content(of: SamplePaper.document())
        #expect(text.contains("期限 &lt;5&gt; 年 &amp; 依"))
        #expect(!text.contains("期限 <5>"))
    }

    @Test func `what XML cannot hold is left out`() throws {
        var document = try SamplePaper.document()
        document.chapters[0].text = [.text("緣\u{FFFE}起\u{FFFF}\u{1}\u{FFFD}")]
        let text = try content(of: document)
        #expect(text.contains("緣起\u{FFFD}"))
        #expect(!text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF })
    }

    @Test func `headings are headings and carry their numbers`() throws {
        let text = try content(of: SamplePaper.document())
        #expect(
            text.contains(#"text:outline-level="1"><text:bookmark text:name="c0"/>壹、緣起</text:h>"#))
        #expect(text.contains(#"text:outline-level="2">一、收文</text:h>"#))
        #expect(text.contains("一、文書管理要點第3條。</text:p>"))
    }

    @Test func `a mention prints the number that stands there now`() throws {
        var document = try SamplePaper.document()
        document.annexes.reverse()
        let text = try content(of: document)
        #expect(text.contains("自行保管，詳附件\u{2060}2；"))
        #expect(text.contains("依貳、一、(一)，"))
    }

    @Test func `a place not filled in is marked and an agency's own clause says so`() throws {
        let text = try content(of: SamplePaper.document())
        #expect(text.contains(#"<text:span text:style-name="Blank">〔保管年限〕</text:span>"#))
        #expect(text.contains("三、本校另設檔案室。（本機關增訂）"))
    }

    @Test func `rare characters, an empty table and repeated headers are there`() throws {
        let text = try content(of: SamplePaper.document())
        #expect(text.contains("海角市𠮷堃國民小學"))
        #expect(
            text.contains(
                #"table:number-columns-spanned="3"><text:p text:style-name="TableCenter">無<"#))
        #expect(text.components(separatedBy: "<table:table-header-rows>").count == 3)
    }

    @Test func `a draft says so at the head of every page`() throws {
        var document = try SamplePaper.document()
        document.standing = .draft
        #expect(PrintedDocument(document).pageHead.hasPrefix("草稿　海角市政府"))
        document.standing = .approved
        #expect(!PrintedDocument(document).pageHead.contains("草稿"))
    }

    @Test func `control characters never reach the file`() throws {
        var document = try SamplePaper.document()
        document.title = "A\u{0}\u{1B}\u{7F}B"
        #expect(try content(of: document).contains("AB"))
    }

    private func content(of document: Document) throws -> String {
        let printed = PrintedDocument(document)
        return String(decoding: TextContent(printed, hasCode: true).xml, as: UTF8.self)
    }
}

@Suite struct QRCodeTests {
    @Test func `the three finder patterns stand in their corners`() throws {
        let code = try #require(QRCode("https://city.example/papers/110-01"))
        let last = code.modules.count - 1
        #expect(code.modules[0][..<7].allSatisfy { $0 })
        #expect(code.modules[0][(last - 6)...].allSatisfy { $0 })
        #expect(code.modules[last][..<7].allSatisfy { $0 })
    }

    @Test func `an empty or endless address has no code`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "長", count: 4_000)) == nil)
    }
}
