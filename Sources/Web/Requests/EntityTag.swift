/// The mark of one version of a resource, as in `"7"` (RFC 9110 §8.8.3).
package struct EntityTag: Hashable, Sendable {
    package let text: String

    package init(version: Int) {
        text = "\"\(version)\""
    }

    /// A mark over content, by its digest.
    package init(digest: String) {
        text = "\"\(digest)\""
    }

    /// Reads one quoted mark; weak ones and lists are none.
    init?(_ header: String) {
        guard header.count >= 3, header.hasPrefix("\""), header.hasSuffix("\""),
            !header.dropFirst().dropLast().contains("\"")
        else { return nil }
        text = header
    }

    /// The number of the version, where the mark is one.
    package var version: Int? { Int(text.dropFirst().dropLast()) }

    /// Whether `If-None-Match` names this mark.
    func isNamed(in header: String) -> Bool {
        header == "*"
            || header.split(separator: ",").contains {
                String($0).trimmed.replacing("W/", with: "") == text
            }
    }
}
