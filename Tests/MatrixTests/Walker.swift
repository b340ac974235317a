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
///
/// A record serves cell after cell until a change of it is let through, whatever its row expected;
/// a session until any other change is let through, as a sign-out is.
actor Walker {
    let city: TestCity
    nonisolated let site: Site
    private var records: [Subject: UUID] = [:]
    private var tokens: [Role: String] = [:]

    init(_ city: TestCity) throws {
        self.city = city
        site = try city.programme.site(
            settings: SiteSettings(rates: .none), time: city.clock.source, logger: Self.silent)
    }

    private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A record of one kind at one place.
    private struct Subject: Hashable {
        let kind: String
        let place: TestCity.Place
    }

    /// The status of `route` asked by `role`, about a record of the agency at `place` that is as
    /// it was made.
    func status(
        of route: Route, by role: Role?, about place: TestCity.Place
    ) async throws -> Int {
        if Self.takePasswords.contains(route.pattern) { leaveLock() }
        let subject = Subject(kind: Specimen.kind(of: route.pattern), place: place)
        let isOfRecord = route.pattern.contains(":id")
        let record = isOfRecord ? try await self.record(subject) : UUID()
        let token = try await self.token(role)
        let status = try await ask(
            route, Specimen.of(route.pattern), record, token: token
        ).status.code
        if !route.method.isSafe && status < 400 {
            records[subject] = nil
            if let role, !isOfRecord { tokens[role] = nil }
        }
        return status
    }

    /// Where a wrong password locks the account for a while.
    private static let takePasswords: Set = ["/sign-in", "/account/password"]

    /// Waits until the lock is over, and with it every session that nobody used.
    private func leaveLock() {
        city.clock.advance(minutes: 16)
        tokens = [:]
    }

    /// The answer to `content`, JSON or the fields of a form, sent with the session of `role`.
    func answer(
        to content: String, at route: Route, by role: Role, about record: UUID
    ) async throws -> (status: Int, text: String) {
        let path = path(of: route, Specimen.of(route.pattern), record)
        var request = head(route.method.rawValue, path)
        guard let token = try await token(role) else { return (0, "") }
        request.headerFields[.cookie] = "s=\(token)"
        request.headerFields[HTTPField.Name("X-CSRF-Token")!] = FormToken(of: token).text
        request.headerFields[.origin] = "http://localhost"
        request.headerFields[.ifMatch] = "\"1\""
        request.headerFields[.contentType] =
            path.hasPrefix("/api/") ? "application/json" : "application/x-www-form-urlencoded"
        let response = await respond(request, Array(content.utf8))
        let collector = Collector()
        try await response.body.write(collector)
        return (response.status.code, String(decoding: collector.bytes, as: UTF8.self))
    }

    private func record(_ subject: Subject) async throws -> UUID {
        if let known = records[subject] { return known }
        let made = try await Specimen.of(kind: subject.kind).make(city, subject.place)
        records[subject] = made
        return made
    }

    private func token(_ role: Role?) async throws -> String? {
        guard let role else { return nil }
        if let known = tokens[role] { return known }
        let opened = try await city.token(role).text
        tokens[role] = opened
        return opened
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
        let path = path(of: route, specimen, record)
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

    private func path(of route: Route, _ specimen: Specimen, _ record: UUID) -> String {
        route.pattern
            .replacing(":id", with: record.uuidString.lowercased())
            .replacing(":field", with: specimen.field)
            .replacing(":file", with: record.uuidString.lowercased()).replacing(":token", with: "x")
            .replacing(":entry", with: record.uuidString.lowercased())
            .replacing(":chapter", with: "1").replacing(":duty", with: "incident.procedures")
            .replacing(":paper", with: "plan")
            .replacing(":kind", with: "duties").replacing(":rule", with: "level.grading")
            .replacing(":year", with: "2026")
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
