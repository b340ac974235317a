import Access

/// One thing that can be asked of the site: how, where, by whom, and what answers.
///
/// Routes are plain values, so that the access matrix walks all of them.
package struct Route: Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether asking changes nothing (RFC 9110 §9.2.1).
        package var isSafe: Bool { self == .get }
    }

    /// Who may ask at all. What the handler's transaction checks comes on top.
    package enum Audience: Hashable, Sendable {
        case open
        case signedIn
        case needs(Permission)
    }

    package typealias Handler = @Sendable (WebRequest) async throws -> Answer

    package let method: Method
    /// As in `/systems/:id/history`; `:id` is a parameter.
    package let pattern: String
    package let audience: Audience
    /// Whether it takes a whole list out, of which a person may do so many an hour.
    package private(set) var isExport = false
    let handler: Handler

    package init(
        _ method: Method, _ pattern: String, _ audience: Audience,
        _ handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.audience = audience
        self.handler = handler
    }

    /// The names of the parameters, in the order of the pattern.
    package var parameters: [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }

    /// The same route for an answer that holds a whole list: counted, and made one at a time.
    package var exporting: Route {
        var route = oneAtATime
        route.isExport = true
        return route
    }

    /// Answers after the audience and what the caller may still ask are checked.
    ///
    /// Who is not signed in is asked to be. A place that the caller's roles do not open looks like
    /// no place at all; an act that they do not allow is refused.
    func answer(_ request: WebRequest, within allowances: Allowances) async throws -> Answer {
        switch audience {
        case .open: break
        case .signedIn: _ = try request.caller
        case .needs(let permission):
            guard try request.caller.may(permission) else {
                throw method.isSafe ? WebRefusal.noSuchPlace : .notAllowed
            }
        }
        if isExport { try allowances.takeExport(by: request.caller, at: request.now) }
        return try await handler(request)
    }
}
