import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Programme
import TestCity

@testable import Web

/// Sends requests to the whole site as one role after the other.
struct Walker {
    let city: TestCity
    let site: Site

    init(_ city: TestCity) throws {
        self.city = city
        site = try city.programme.site(
            settings: SiteSettings(), time: city.clock.source, logger: Self.silent)
    }

    private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// The status of `route` asked by `role`, about a new record of the agency at `place`.
    func status(
        of route: Route, by role: Role?, about place: TestCity.Place
    ) async throws -> Int {
        city.clock.advance(minutes: 16)  // past the lock that a wrong password leaves
        let specimen = Specimen.of(route.pattern)
        let record = try await specimen.make(city, place)
        let token = if let role { try await city.token(role).text } else { String?.none }
        return try await ask(route, specimen, record, token: token).status.code
    }

    /// The whole answer as text.
    func text(_ path: String, token: String?) async throws -> String {
        var request = head("GET", path)
        if let token { request.headerFields[.cookie] = "s=\(token)" }
        let response = await respond(request, [])
        let collector = Collector()
        try await response.body.write(collector)
        return String(decoding: collector.bytes, as: UTF8.self)
    }

    private func ask(
        _ route: Route, _ specimen: Specimen, _ record: UUID, token: String?
    ) async throws -> Response {
        let path = route.pattern
            .replacing(":id", with: record.uuidString.lowercased())
            .replacing(":field", with: specimen.field).replacing(":token", with: "x")
        var request = head(route.method.rawValue, path)
        if let token {
            request.headerFields[.cookie] = "s=\(token)"
            request.headerFields[HTTPField.Name("X-CSRF-Token")!] = FormToken(of: token).text
        }
        guard !route.method.isSafe else { return await respond(request, []) }
        request.headerFields[.origin] = "http://localhost"
        request.headerFields[HTTPField.Name("Sec-Fetch-Site")!] = "same-origin"
        request.headerFields[.ifMatch] = "\"1\""
        let isAPI = path.hasPrefix("/api/")
        request.headerFields[.contentType] =
            isAPI ? "application/json" : "application/x-www-form-urlencoded"
        return await respond(
            request, Array((isAPI ? json(route, specimen) : form(route, specimen)).utf8))
    }

    private func json(_ route: Route, _ specimen: Specimen) -> String {
        route.method == .patch ? specimen.json : "{}"
    }

    private func form(_ route: Route, _ specimen: Specimen) -> String {
        route.pattern.contains(":id") ? specimen.form : ""
    }

    private func head(_ method: String, _ path: String) -> HTTPRequest {
        HTTPRequest(
            method: .init(rawValue: method)!, scheme: "http", authority: "localhost", path: path)
    }

    private func respond(_ request: HTTPRequest, _ bytes: [UInt8]) async -> Response {
        let body = RequestBody(buffer: ByteBuffer(bytes: bytes))
        return await site.respond(
            to: Request(head: request, body: body),
            context: WebContext(logger: Self.silent, peer: "127.0.0.1"))
    }
}

/// Keeps what a response writes.
private final class Collector: ResponseBodyWriter {
    var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws {
        bytes += buffer.readableBytesView
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
