import Kernel

/// A place on this site, as links and forms name it: encoded segments, a query, a fragment.
///
/// It can hold neither scheme nor host, so no value of a record can lead a reader elsewhere.
package struct Path: Hashable, Sendable {
    /// Encoded, with the leading `/`: what stands in `href`.
    package private(set) var text: String
    private var hasQuery = false

    /// The place below the site's root that `segments` name. Empty segments are left out, and
    /// `.` and `..` lose their meaning.
    package init(_ segments: String...) {
        self.init(segments: segments)
    }

    package init(segments: some Sequence<String>) {
        text = ""
        for segment in segments where !segment.isEmpty { add(segment) }
        if text.isEmpty { text = "/" }
    }

    /// The element of that id on the same page.
    package init(here id: String) {
        text = "#" + Self.encoded(id)
    }

    /// The place one segment further. Goes before any query.
    package func appending(_ segment: some LosslessStringConvertible) -> Path {
        var path = self
        if path.text == "/" { path.text = "" }
        path.add(segment.description)
        return path
    }

    /// The same place with a question: `value` under `name`; unchanged where it is `nil`.
    package func with(
        _ name: String, _ value: (some LosslessStringConvertible)?
    ) -> Path {
        guard let value else { return self }
        var path = self
        path.text += path.hasQuery ? "&" : "?"
        path.text += Self.encoded(name) + "=" + Self.encoded(value.description)
        path.hasQuery = true
        return path
    }

    /// The same place with several questions, in their order.
    package func with(_ questions: some Sequence<(name: String, value: String)>) -> Path {
        questions.reduce(self) { $0.with($1.name, $1.value) }
    }

    /// The same place at the element of that id. Goes last.
    package func at(_ id: String) -> Path {
        var path = self
        path.text += "#" + Self.encoded(id)
        return path
    }

    private mutating func add(_ segment: String) {
        let dots = segment == "." || segment == ".."
        text += "/" + (dots ? segment.replacing(".", with: "%252E") : Self.encoded(segment))
    }

    /// Everything but unreserved characters as percent signs and digits (RFC 3986 §2.3).
    private static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 0x30 : value + 0x37
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}

extension Path: ExpressibleByStringLiteral {
    /// A path written in the program: `"/systems/bin"`.
    package init(stringLiteral literal: StaticString) {
        self.init(segments: literal.description.split(separator: "/").map(String.init))
    }
}

extension Path {
    /// A place that a request asks to go back to; `nil` unless it lies on this site.
    ///
    /// Browsers read `\` as `/` and drop control characters, so none of them is let through.
    package init?(local text: String) {
        let printable = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }
        guard text.utf8.count <= 2_048, printable, text.hasPrefix("/"), !text.hasPrefix("//")
        else { return nil }
        self.text = text
        hasQuery = text.contains("?")
    }
}
