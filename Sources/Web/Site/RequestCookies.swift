import HTTPTypes
import Hummingbird

/// What a request's cookies and its `Authorization` header say.
struct RequestCookies: Sendable {
    let all: Cookies
    private let authorization: String?
    private let isSecure: Bool

    init(_ request: Request, isSecure: Bool) {
        all = Cookies(request.headers[.cookie], isSecure: isSecure)
        authorization = request.headers[.authorization]
        self.isSecure = isSecure
    }

    subscript(_ name: String) -> String? { all[name] }

    /// A program's key goes before a session: a request with both is a program's.
    var credential: Credential? {
        if let authorization {
            let parts = authorization.split(separator: " ")
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return .key(String(parts[1]))
        }
        return all["s"].flatMap { $0.isEmpty ? nil : .session($0) }
    }

    /// The header that takes a cookie away.
    func taken(_ name: String) -> HTTPField {
        HTTPField(
            name: .setCookie, value: Cookie(name, "", seconds: 0).header(isSecure: isSecure))
    }
}
