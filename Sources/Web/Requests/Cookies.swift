/// The cookies of a request, by name.
struct Cookies: Sendable {
    private let pairs: [(name: Substring, value: Substring)]
    private let prefix: String

    init(_ header: String?, isSecure: Bool) {
        prefix = isSecure ? Cookie.securePrefix : ""
        pairs = (header ?? "").utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
            let part = part.drop { $0 == UInt8(ascii: " ") }
            guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (Substring(part[..<sign]), Substring(part[part.index(after: sign)...]))
        }
    }

    /// The first cookie of that name.
    subscript(_ name: String) -> String? {
        let name = prefix + name
        return pairs.first { $0.name == name }.map { String($0.value) }
    }
}

/// A cookie that an answer sets. Scripts never see one, and other sites never send one along.
package struct Cookie: Hashable, Sendable {
    package let name: String
    package let value: String
    /// How long it lasts; `nil` until the browser closes, 0 to take it away.
    package let seconds: Int?

    package init(_ name: String, _ value: String, seconds: Int? = nil) {
        self.name = name
        self.value = value
        self.seconds = seconds
    }

    /// Browsers take such a cookie only over TLS, from this very host.
    static let securePrefix = "__Host-"

    func header(isSecure: Bool) -> String {
        var text =
            "\(isSecure ? Self.securePrefix : "")\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(seconds)" }
        return isSecure ? text + "; Secure" : text
    }
}
