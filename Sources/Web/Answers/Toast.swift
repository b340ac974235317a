import Foundation
import HTML
import Kernel

/// A short word after an act, on the page that follows: what was done, and how to take it back.
package struct Toast: Hashable, Sendable {
    package let words: Term
    /// Where a form takes the act back.
    package let undo: Path?

    package init(_ words: Term, undo: Path? = nil) {
        self.words = words
        self.undo = undo
    }

    static let cookieName = "toast"

    /// Rides to the next page in a cookie that is shown once.
    var cookie: Cookie {
        let text = [words.zh, words.en, undo?.text ?? ""].map(Self.encoded).joined(separator: ".")
        return Cookie(Self.cookieName, text, seconds: 60)
    }

    /// Reads the cookie. What it says is shown as text, and it leads nowhere but on this site.
    init?(cookie text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            .map { String($0).removingPercentEncoding ?? "" }
        guard text.utf8.count <= 2_000, parts.count == 3, !parts[0].isEmpty else { return nil }
        words = Term(parts[0], en: parts[1])
        undo = Path(local: parts[2])
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
