import HTTPTypes
import Hummingbird
import Kernel

/// A change must come from a page of this site: no other site may send it with the visitor's
/// session (cross-site request forgery).
struct CrossSiteRule: Sendable {
    let origin: Origin?

    /// Programs with a key are not browsers; nothing rides along with theirs.
    ///
    /// - Throws: `WebRefusal.foreignOrigin` unless the browser says that the request is of the same
    ///   origin, or, where it does not say, names exactly this origin.
    func check(_ request: Request, _ credential: Credential?) throws {
        if case .key = credential { return }
        if let site = request.headers[.secFetchSite], site != "same-origin" {
            throw WebRefusal.foreignOrigin
        }
        guard let sender = request.headers[.origin], isOwn(sender, request) else {
            throw WebRefusal.foreignOrigin
        }
    }

    private func isOwn(_ sender: String, _ request: Request) -> Bool {
        if let origin { return sender == origin.description }
        guard let host = request.head.authority, let sender = Origin(sender) else { return false }
        return sender.host == host.lowercased()
    }
}

/// The word in every form of a session that only pages of that session know.
struct FormToken: Sendable {
    let text: String

    /// Derived from the session's secret, so that it needs no table and holds on every server.
    init(of session: String) {
        text = Digest(of: Array("form of \(session)".utf8)).bytes.prefix(16).hex
    }

    /// - Throws: `WebRefusal.staleForm` when a session changes something without its token, in the
    ///   field `csrf` or the header `X-CSRF-Token`.
    static func check(_ request: Request, _ visit: Visit) throws {
        let fields: Fields =
            switch visit.content {
            case .form(let fields, _), .upload(let fields, _): fields
            case .none, .json: Fields()
            }
        try check(request, visit, fields)
    }

    /// The same for a form of which only some fields have come so far.
    static func check(_ request: Request, _ visit: Visit, _ fields: Fields) throws {
        guard case .session(let session) = visit.credential else { return }
        let expected = FormToken(of: session).text
        let given = request.headers[.csrfToken] ?? fields.first("csrf")
        guard let given, given.isEqualInConstantTime(to: expected) else {
            throw WebRefusal.staleForm
        }
    }
}

extension String {
    /// Compares all bytes however early two differ.
    func isEqualInConstantTime(to other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return zip(utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
