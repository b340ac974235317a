import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Programme
import Synchronization
import TestCity

@testable import Web

/// Somebody with a session, or a program with a key, who looks at pages and sends forms with files.
struct Visitor {
    private let site: Site
    private let token: String
    private let credential: HTTPFields
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init(_ role: Role, _ city: TestCity, in place: TestCity.Place? = nil) async throws {
        site = try city.programme.site(
            settings: SiteSettings(), time: city.clock.source, logger: Self.quiet)
        token = try await city.token(role, in: place).text
        credential = [.cookie: "s=\(token)"]
    }

    init(key: String, _ city: TestCity) async throws {
        site = try city.programme.site(
            settings: SiteSettings(), time: city.clock.source, logger: Self.quiet)
        token = key
        credential = [.authorization: "Bearer \(key)"]
    }

    struct Told {
        let status: Int
        let bytes: [UInt8]
        /// Where it leads to, after something was done.
        let location: String?
        /// The mark of the version that was told.
        let tag: String?

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    func get(_ path: String) async throws -> Told { try await ask(.get, path, [:], []) }

    /// Sends a form without files.
    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> Told {
        let pairs = fields.map { name, value in
            let plain = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return "\(name)=\(plain)"
        }
        return try await ask(
            .post, path,
            [
                .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
                HTTPField.Name("X-CSRF-Token")!: FormToken(of: token).text,
            ], Array(pairs.joined(separator: "&").utf8))
    }

    /// Asks a program's place with JSON.
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ json: String, seen version: Int? = nil
    ) async throws -> Told {
        var headers: HTTPFields = [
            .contentType: "application/json", .origin: "http://localhost",
            HTTPField.Name("X-CSRF-Token")!: FormToken(of: token).text,
        ]
        if let version { headers[.ifMatch] = "\"\(version)\"" }
        return try await ask(method, path, headers, Array(json.utf8))
    }

    func send(
        _ path: String, _ fields: [String: String] = [:], file: (name: String, bytes: [UInt8])
    ) async throws -> Told {
        try await send(path, fields, files: [file])
    }

    func send(
        _ path: String, _ fields: [String: String] = [:], files: [(name: String, bytes: [UInt8])]
    ) async throws -> Told {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array(
                "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; "
                + "filename=\"\(file.name)\"\r\nContent-Type: image/png\r\n\r\n"
            body += Array(head.utf8) + file.bytes + Array("\r\n".utf8)
        }
        body += Array("--b--\r\n".utf8)
        return try await ask(
            .post, path,
            [
                .contentType: "multipart/form-data; boundary=b", .origin: "http://localhost",
                HTTPField.Name("X-CSRF-Token")!: FormToken(of: token).text,
            ], body)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8]
    ) async throws -> Told {
        var headers = headers
        for field in credential { headers.append(field) }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: path,
                headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await site.respond(
            to: request, context: WebContext(logger: Self.quiet, peer: "127.0.0.1"))
        let collector = Collector()
        try await response.body.write(collector)
        return Told(
            status: response.status.code, bytes: collector.bytes,
            location: response.headers[.location], tag: response.headers[.eTag])
    }
}

/// Keeps what a response writes.
private final class Collector: ResponseBodyWriter, Sendable {
    private let kept = Mutex<[UInt8]>([])
    var bytes: [UInt8] { kept.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        kept.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
