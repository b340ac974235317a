/// The cookies of a request, by name.
struct Cookies: Sendable {
    private let header: String
    private let prefix: String

    init(_ header: String?, isSecure: Bool) {
        self.header = header ?? ""
        prefix = isSecure ? Cookie.securePrefix : ""
    }

    /// The first cookie of that name.
    subscript(_ name: String) -> String? {
        let name = prefix + name
        for part in header.split(separator: ";") {
            let part = part.drop { $0 == " " }
            if part.hasPrefix(name), part.dropFirst(name.count).first == "=" {
                return String(part.dropFirst(name.count + 1))
            }
        }
        return nil
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
