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

    package static let saved = Toast(Term("已儲存", en: "Saved"))

    static let cookieName = "toast"

    /// Rides to the next page in a cookie that is shown once.
    var cookie: Cookie {
        let parts = [words.zh, words.en].map(Self.encoded) + [(undo?.text ?? "").escaped]
        return Cookie(Self.cookieName, parts.joined(separator: "."), seconds: 60)
    }

    /// Reads the cookie. What it says is shown as text, and it leads nowhere but on this site.
    init?(cookie text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            .map { String($0).removingPercentEncoding ?? "" }
        guard text.utf8.count <= 4_000, parts.count == 3, !parts[0].isEmpty else { return nil }
        words = Term(parts[0], en: parts[1])
        undo = Path(local: parts[2])
    }

    /// A long text is cut: a browser need not keep a cookie of more than 4,096 bytes (RFC 6265 §6.1), and
    /// a Chinese character takes nine of them.
    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for character in text {
            let next = String(character).escaped
            guard encoded.utf8.count + next.utf8.count <= longest else {
                return encoded + "…".escaped
            }
            encoded += next
        }
        return encoded
    }

    /// Bytes of one of its texts, without the sign that it was cut.
    private static let longest = 1_200
}

extension String {
    fileprivate var escaped: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
