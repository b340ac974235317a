import HTML
import Kernel

/// A paper as one HTML file that needs nothing else: to read, to send, to print from a browser.
package struct PaperFile: Sendable {
    private let document: Document

    package init(_ document: Document) {
        self.document = document
    }

    package var bytes: [UInt8] {
        let page = html(.lang(.chinese)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                title { document.fullTitle }
                PaperStyle.sheet(isDraft: document.standing == .draft)
            }
            body { PaperPage(document) }
        }
        return Array("<!DOCTYPE html>\n".utf8) + page.bytes(for: Reader(language: .chinese))
    }
}
