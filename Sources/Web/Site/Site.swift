import Access
import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// The whole site as a value: its routes, its look, and how it knows who asks.
package struct Site: Sendable {
    package typealias Authentication =
        @Sendable (_ credential: Credential, _ now: Instant) async throws -> Caller?

    package let routes: [Route]
    package let settings: SiteSettings
    let reception: Reception

    /// - Parameters:
    ///   - authenticate: who holds a credential now; `nil` when it is not, or no longer, valid.
    /// - Throws: `SiteFault.duplicate` when two routes would answer the same request.
    package init(
        routes chapters: [Route], settings: SiteSettings, shell: Shell, time: TimeSource,
        logger: Logger, authenticate: @escaping Authentication
    ) throws {
        let files = try StaticFiles(fetched: settings.assets)
        routes = chapters + Site.ownRoutes(demonstration: shell.isDemonstration)
        self.settings = settings
        let writer = AnswerWriter(
            layout: Layout(shell: shell, files: files), isSecure: settings.isSecure)
        let allowances = Allowances(settings.rates)
        reception = Reception(
            settings: settings, time: time, logger: logger, files: files, writer: writer,
            authenticate: authenticate, allowances: allowances,
            router: try Site.router(routes, writer, allowances))
    }

    private static func router(
        _ routes: [Route], _ writer: AnswerWriter, _ allowances: Allowances
    ) throws -> RouterResponder<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        var seen: Set<String> = []
        for route in routes {
            let shape = route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }
            let key = "\(route.method.rawValue) /\(shape.joined(separator: "/"))"
            guard seen.insert(key).inserted else { throw SiteFault.duplicate(key) }
            router.on(
                RouterPath(route.pattern), method: .init(rawValue: route.method.rawValue)!
            ) { request, context in
                let answer = try await route.answer(
                    WebRequest(request: request, context: context), within: allowances)
                var visit = context.visit
                if answer.isPage, let caller = visit.caller, let bell = writer.layout.shell.bell {
                    visit.unread = try await bell.count(caller)
                }
                return try writer.response(answer, to: request, visit)
            }
        }
        return router.buildResponder()
    }
}

/// What a mistake in the composition of the site looks like.
package enum SiteFault: Error, Equatable {
    /// Two routes would answer the same request.
    case duplicate(String)
}

extension Site: HTTPResponder {
    package typealias Context = WebContext

    package func respond(to request: Request, context: WebContext) async -> Response {
        await reception.receive(request, context)
    }
}
