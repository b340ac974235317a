import Access
import Foundation
import Hummingbird
import Kernel
import Ledger
import Logging
import NIOCore
import Storage
import Synchronization
import TestEngines

@testable import Web

/// A visitor of a small site: keeps the session's cookie and puts its word into forms.
final class Browser: Sendable {
    static let password = "the red harbour at noon"

    let link: String
    private let site: Site
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let cookie = Mutex<String?>(nil)

    var session: String? {
        get { cookie.withLock(\.self) }
        set { cookie.withLock { $0 = newValue } }
    }

    init(_ engine: TestEngine) async throws {
        let now = Instant(microseconds: 1_795_395_600_000_000)
        let time = TimeSource { now }
        let database = try await engine.fresh(Migration.access + History.migrations)
        let door = Door(database: database, time: time)
        let signIn = SignIn(
            database: database, door: door,
            hashing: try PasswordHashing(cost: HashingCost(memoryKiB: 64, passes: 1)),
            throttle: SourceThrottle())
        let city = try await AgencyTree(door: door).found(
            AgencyDetails(name: "海城市政府", kind: "市府"), by: "root", at: now)
        let root = Caller.console("root", in: city)
        let people = People(door: door)
        let person = try await people.add(
            PersonDetails(name: "王小明", account: AccountName("ming")), to: city.id, by: root)
        _ = try await people.appoint(
            person.id, as: .officer, in: city.id, during: DatedTerm(from: now.day), by: root)
        link = try await Invitations(signIn: signIn).invite(person, by: root).text
        let check = CredentialCheck(
            sessions: signIn.sessions, tokens: Tokens(database: database, door: door))
        let account = AccountRoutes(signIn: signIn, delegation: Delegation(door: door))
        site = try Site(
            routes: SignInRoutes(signIn: signIn).routes + InvitationRoutes(signIn: signIn).routes
                + account.routes,
            settings: SiteSettings(), shell: Shell(), time: time, logger: Self.quiet
        ) { try await check.caller(for: $0, now: $1) }
    }

    /// Sets the password by the link and is signed in.
    func acceptLink() async throws {
        _ = try await post(
            "/links/\(link)", ["password": Self.password, "repeated": Self.password])
    }

    func get(_ place: String) async throws -> Reply {
        try await ask(.get, place, [:], content: nil)
    }

    /// Sends a form; without `csrf`, with the word that belongs to the session.
    func post(
        _ place: String, _ fields: [String: String], csrf: String? = nil
    ) async throws -> Reply {
        var fields = fields
        fields["csrf"] = csrf ?? session.map { FormToken(of: $0).text }
        let content = fields.map { name, value -> String in
            let encoded = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return "\(name)=\(encoded)"
        }.joined(separator: "&")
        let headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .origin: "http://site.example",
        ]
        return try await ask(.post, place, headers, content: content)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ place: String, _ headers: HTTPFields, content: String?
    ) async throws -> Reply {
        var headers = headers
        if let session { headers[.cookie] = "s=\(session)" }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "site.example", path: place,
            headerFields: headers)
        let body = content.map { RequestBody(buffer: ByteBuffer(string: $0)) }
        let request = Request(head: head, body: body ?? RequestBody(buffer: ByteBuffer()))
        let context = WebContext(logger: Self.quiet, peer: "192.0.2.7")
        let response = await site.respond(to: request, context: context)
        for cookie in response.headers[values: .setCookie] where cookie.hasPrefix("s=") {
            let value = cookie.dropFirst(2).prefix { $0 != ";" }
            session = value.isEmpty ? nil : String(value)
        }
        let writer = TextWriter()
        try await response.body.write(writer)
        return Reply(
            status: response.status, location: response.headers[.location], text: writer.text)
    }
}

/// What the site answered.
struct Reply: Sendable {
    let status: HTTPResponse.Status
    let location: String?
    let text: String
}

/// Collects the body of an answer.
private final class TextWriter: ResponseBodyWriter, Sendable {
    private let collected = Mutex(ByteBuffer())

    var text: String { collected.withLock { String(buffer: $0) } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { held in
            var buffer = buffer
            held.writeBuffer(&buffer)
        }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
