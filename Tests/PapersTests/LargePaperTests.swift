import Archive
import Foundation
import Testing

@testable import Papers

/// A register of five thousand rows, in every form.
@Suite struct LargePaperTests {
    private static let rows = 5_000

    @Test func `an ODT holds five thousand rows, each whole, and is the same twice`() throws {
        let document = try SamplePaper.document(rows: Self.rows)
        let file = try OpenDocumentText(document).file()
        #expect(try OpenDocumentText(document).file() == file)
        let content = try ZipReader(file, limits: .untrusted).content(of: "content.xml")
        let text = String(decoding: content, as: UTF8.self)
        #expect(text.components(separatedBy: "=單位").count - 1 == Self.rows)
        #expect(text.contains("=單位4999"))
    }

    @Test func `a page holds five thousand rows and is the same twice`() throws {
        let document = try SamplePaper.document(rows: Self.rows)
        let page = PaperFile(document).bytes
        #expect(PaperFile(document).bytes == page)
        let text = String(decoding: page, as: UTF8.self)
        #expect(text.components(separatedBy: "=單位").count - 1 == Self.rows)
    }
}
