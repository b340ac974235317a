import Access
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore

/// What happens to every request, in this order: number and moment, limits, files, who asks, how
/// much they have asked, where it was sent from, the handler, the headers, one line in the log.
struct Reception: Sendable {
    let settings: SiteSettings
    let time: TimeSource
    let logger: Logger
    let files: StaticFiles
    let writer: AnswerWriter
    let authenticate: Site.Authentication
    let allowances: Allowances
    let router: RouterResponder<WebContext>

    func receive(_ request: Request, _ context: WebContext) async -> Response {
        let started = ContinuousClock.now
        let cookies = RequestCookies(request, isSecure: settings.isSecure)
        var context = context
        context.visit = visit(request, context, cookies)
        var response: Response
        do {
            try settings.limits.check(request)
            if let file = files.response(to: request) {
                return securityHeaders.added(to: file, context.visit)
            }
            context.visit.caller = try await caller(&context.visit, cookies)
            try allowances.take(for: request, context.visit)
            response = try await answer(request, context)
        } catch {
            response = failure(error, request, context.visit)
        }
        if context.visit.toast != nil, response.showsPage {
            response.headers.append(cookies.taken(Toast.cookieName))
        }
        log(request, context, response.status, since: started)
        return securityHeaders.added(to: response, context.visit)
    }

    private var securityHeaders: SecurityHeaders {
        SecurityHeaders(isSecure: settings.isSecure)
    }

    private func visit(
        _ request: Request, _ context: WebContext, _ cookies: RequestCookies
    ) -> Visit {
        var visit = Visit()
        visit.id = RequestNumber.next()
        visit.now = time.now()
        visit.address = address(request, context)
        visit.origin = settings.origin
        visit.preferences = Preferences(
            cookies: cookies.all, acceptLanguage: request.headers[.acceptLanguage])
        visit.toast = cookies[Toast.cookieName].flatMap(Toast.init(cookie:))
        visit.wantsJSON = request.wantsJSON
        return visit
    }

    /// The nearest address that a trusted proxy names, or the other end of the connection.
    private func address(_ request: Request, _ context: WebContext) -> String {
        guard settings.proxies.contains(context.peer),
            let chain = request.headers[.forwardedFor]
        else {
            return context.peer
        }
        return chain.split(separator: ",").last.map { String($0).trimmed } ?? context.peer
    }

    private func caller(_ visit: inout Visit, _ cookies: RequestCookies) async throws -> Caller? {
        guard let credential = cookies.credential else { return nil }
        guard let caller = try await authenticate(credential, visit.now) else { return nil }
        visit.credential = credential
        if case .session(let token) = credential { visit.formToken = FormToken(of: token).text }
        return caller
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        var context = context
        if !request.isSafe {
            try CrossSiteRule(origin: settings.origin).check(request, context.visit.credential)
            context.visit.content = try await content(of: request, context)
            try FormToken.check(request, context.visit)
        }
        let response = try await router.respond(to: request, context: context)
        guard context.endpointPath != "NotFound" else { throw WebRefusal.noSuchPlace }
        return response
    }

    /// Reads what the request brings, within the limits of its kind and of time.
    private func content(
        of request: Request, _ context: WebContext
    ) async throws -> Visit.Content {
        let limits = settings.limits
        let isUpload = request.mediaType == "multipart/form-data" && context.visit.caller != nil
        let seconds = isUpload ? limits.uploads.seconds : limits.requestSeconds
        let deadline = context.channel.map { channel in
            channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
                channel.close(promise: nil)
            }
        }
        defer { deadline?.cancel() }
        return try await request.content(within: limits, for: context.visit)
    }

    private func failure(_ error: any Error, _ request: Request, _ visit: Visit) -> Response {
        let failure = Failure(error)
        if failure.isFault {
            logger.error("fault", metadata: ["request": "\(visit.id)", "error": "\(error)"])
        }
        return writer.response(failure, to: request, visit)
    }

    private func log(
        _ request: Request, _ context: WebContext, _ status: HTTPResponse.Status,
        since started: ContinuousClock.Instant
    ) {
        guard logger.logLevel <= .info else { return }
        let spent = (ContinuousClock.now - started).microseconds
        logger.info(
            "request",
            metadata: [
                "request": "\(context.visit.id)",
                "method": "\(request.method.rawValue)",
                "route": "\(context.endpointPath ?? "-")",
                "status": "\(status.code)",
                "microseconds": "\(spent)",
                "agency": "\(context.visit.caller?.agency.description ?? "-")",
                "by": "\(context.visit.caller?.person?.description ?? "-")",
            ])
    }
}

extension Duration {
    /// Whole microseconds, rounded down.
    var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
