import Access
import Kernel

/// Finds out who holds what a request shows: a person's session, or a program's key.
package struct CredentialCheck: Sendable {
    let sessions: Sessions
    let tokens: Tokens

    package init(sessions: Sessions, tokens: Tokens) {
        self.sessions = sessions
        self.tokens = tokens
    }

    /// The caller, or `nil` for a word that opens nothing now.
    package func caller(for credential: Credential, now: Instant) async throws -> Caller? {
        switch credential {
        case .session(let text):
            guard let token = SessionToken(text) else { return nil }
            return try await sessions.caller(for: token, now: now)
        case .key(let text):
            guard let token = APIToken(text) else { return nil }
            return try await tokens.caller(for: token, now: now)
        }
    }
}

extension WebRequest {
    /// The session that the browser brought along.
    var sessionToken: SessionToken? {
        guard case .session(let text) = credential else { return nil }
        return SessionToken(text)
    }

    /// Where the request comes from, as the list of sign-ins keeps it.
    var visitingFrom: Visitor {
        Visitor(source: Source(address: address), device: DeviceName(device).text)
    }
}

/// The browser and the machine that a user agent names, in words that people know.
struct DeviceName: Hashable, Sendable {
    let text: String

    init(_ userAgent: String) {
        let browser = Self.browsers.first { userAgent.contains($0.mark) }?.name
        let machine = Self.machines.first { userAgent.contains($0.mark) }?.name
        text = [browser, machine].compactMap(\.self).joined(separator: ", ")
    }

    // The order matters: most browsers name others as well.
    private static let browsers = [
        (mark: "Edg/", name: "Edge"), (mark: "Firefox/", name: "Firefox"),
        (mark: "OPR/", name: "Opera"), (mark: "Chrome/", name: "Chrome"),
        (mark: "Safari/", name: "Safari"),
    ]
    private static let machines = [
        (mark: "Android", name: "Android"), (mark: "iPhone", name: "iPhone"),
        (mark: "iPad", name: "iPad"), (mark: "Windows", name: "Windows"),
        (mark: "Macintosh", name: "Mac"), (mark: "Linux", name: "Linux"),
    ]
}
