import Foundation
import Synchronization

/// Lets one person have one heavy answer made at a time, an export, a paper or an import, so that
/// nobody's impatience takes the service from all others.
///
/// It is kept in memory: each server counts for itself.
package final class Turnstile: Sendable {
    private let inside = Mutex<Set<UUID>>([])

    package init() {}

    /// Does `work` for `person`.
    ///
    /// - Throws: `WebRefusal.oneAtATime` while other work for the same person goes on here.
    func pass<Result>(
        _ person: UUID, _ work: () async throws -> Result
    ) async throws -> Result {
        guard inside.withLock({ $0.insert(person).inserted }) else { throw WebRefusal.oneAtATime }
        defer { inside.withLock { _ = $0.remove(person) } }
        return try await work()
    }

    /// Every heavy answer of this server passes the same one.
    static let shared = Turnstile()
}

extension Route {
    /// The same route for answers that take seconds: one at a time for each person.
    package var oneAtATime: Route {
        Route(method, pattern, audience) { [handler] request in
            guard let person = try request.caller.person else { return try await handler(request) }
            return try await Turnstile.shared.pass(person.uuid) { try await handler(request) }
        }
    }
}
