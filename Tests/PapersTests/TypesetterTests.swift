import Foundation
import Testing

@testable import Papers

@Suite struct TypesetterTests {
    /// Whether set-up could install typesetter and fonts.
    private static let isInstalled: Bool = {
        let document = Document(issuer: "", title: "試排")
        return (try? Typesetter().pdf(of: document)) != nil
    }()

    @Test func `a machine without the typesetter is told so in a sentence`() throws {
        let document = try SamplePaper.document()
        #expect(throws: PaperRefusal.typesetterMissing) {
            try Typesetter(python: "no-such-python", fonts: []).pdf(of: document)
        }
        #expect(PaperRefusal.typesetterMissing.message.zh.contains("ODT"))
    }

    @Test func `a machine without the fonts is told so in a sentence`() throws {
        let document = try SamplePaper.document()
        #expect(throws: PaperRefusal.fontsMissing) {
            try Typesetter(fonts: ["/no/such/font.ttf"]).pdf(of: document)
        }
    }

    @Test(.enabled(if: isInstalled))
    func `the same tree gives the same tagged PDF`() throws {
        let document = try SamplePaper.document(rows: 40)
        let typesetter = Typesetter()
        let first = try typesetter.pdf(of: document)
        #expect(String(decoding: first.prefix(5), as: UTF8.self) == "%PDF-")
        #expect(try typesetter.pdf(of: document) == first)
        #expect(Data(first).range(of: Data("pdfuaid".utf8)) != nil)
    }

    @Test(.enabled(if: isInstalled))
    func `words that look like markup are set as words`() throws {
        var document = try SamplePaper.document()
        document.chapters[0].text = [.text("#panic(\"x\") *b* $y$ `z` @a <l> \\ // /*")]
        let file = try Typesetter().pdf(of: document)
        #expect(file.count > 10_000)
    }

    @Test(.enabled(if: isInstalled))
    func `a paper that takes too long is given up`() throws {
        let document = try SamplePaper.document(rows: 20_000)
        #expect(throws: PaperRefusal.tooLong) {
            try Typesetter(seconds: 1).pdf(of: document)
        }
    }
}
