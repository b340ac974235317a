import Access
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Kernel

/// A request as handlers see it: parsed values, and who asks.
package struct WebRequest: Sendable {
    let request: Request
    let context: WebContext

    /// - Throws: `WebRefusal.signedOut` for a visitor. Routes that are not open never throw.
    package var caller: Caller {
        get throws {
            guard let caller = visit.caller else { throw WebRefusal.signedOut }
            return caller
        }
    }

    /// The caller, if signed in.
    package var visitor: Caller? { visit.caller }
    package var credential: Credential? { visit.credential }
    package var language: Language { visit.preferences.language }
    package var now: Instant { visit.now }
    /// The short number of this request in the logs.
    package var id: String { visit.id }
    /// The network address of the visitor.
    package var address: String { visit.address }
    /// How the browser names itself.
    package var device: String { request.headers[.userAgent] ?? "" }
    /// Whether the request changes something, rather than asks.
    package var isAct: Bool { request.method != .get && request.method != .head }
    /// Whether the enhancement script asks for a part of a page.
    package var wantsFragment: Bool { header("HX-Request") != nil && !wantsWholePage }
    private var wantsWholePage: Bool { header("HX-History-Restore-Request") != nil }
    var visit: Visit { context.visit }

    /// A place of the site in full, for codes that phones read.
    package func fullAddress(of path: Path) -> String {
        let site = visit.origin?.description ?? "http://" + (request.head.authority ?? "localhost")
        return site + path.text
    }

    /// The place asked for, without the question.
    package var path: Path {
        Path(
            segments: request.uri.path.split(separator: "/").compactMap {
                String($0).removingPercentEncoding
            })
    }

    package func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }

    /// The part of the address that the route's pattern names.
    ///
    /// - Throws: `WebRefusal.noSuchPlace` for what is no such value.
    package func parameter<Value: LosslessStringConvertible>(
        _ name: String, as type: Value.Type = Value.self
    ) throws -> Value {
        guard let text = context.parameters.get(name)?.removingPercentEncoding,
            let value = Value(text)
        else { throw WebRefusal.noSuchPlace }
        return value
    }

    /// The question in the address.
    package var query: Fields {
        get throws { try Fields(urlEncoded: Array((request.uri.query ?? "").utf8)) }
    }

    /// The fields of the form that was sent.
    ///
    /// - Throws: `WebRefusal.notAForm` for other content.
    package var form: Fields {
        get throws {
            switch visit.content {
            case .form(let fields, _), .upload(let fields, _): return fields
            case .none, .json: throw WebRefusal.notAForm
            }
        }
    }

    /// The files that came with the form, in the order sent.
    package var files: [UploadedFile] {
        guard case .upload(_, let files) = visit.content else { return [] }
        return files
    }

    /// The value that a program sent.
    package func json<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        guard case .json(let bytes) = visit.content else { throw WebRefusal.notJSON }
        return try JSONContent.decode(bytes)
    }
}

// Conditions of programs (RFC 9110 §13).
extension WebRequest {
    /// The version that the program saw, from `If-Match: "7"`.
    ///
    /// - Throws: `WebRefusal.versionMissing` without one, for a change over the API never
    ///   overwrites what it has not seen.
    package var seenVersion: Int {
        get throws {
            guard let header = request.headers[.ifMatch] else { throw WebRefusal.versionMissing }
            guard let version = EntityTag(header)?.version else { throw WebRefusal.versionStale }
            return version
        }
    }

    /// The program's word for doing this at most once, from `Idempotency-Key`.
    package var idempotencyKey: IdempotencyKey? {
        get throws {
            guard let text = header("Idempotency-Key") else { return nil }
            let act = Array("\(request.method.rawValue) \(request.uri.path)\n".utf8)
            guard let key = IdempotencyKey(text, request: Digest(of: act + contentBytes)) else {
                throw WebRefusal.badIdempotencyKey
            }
            return key
        }
    }

    private var contentBytes: [UInt8] {
        switch visit.content {
        case .none: []
        case .form(_, let bytes), .json(let bytes): bytes
        case .upload(let fields, let files):
            fields.pairs.flatMap { Array("\($0.name)=\($0.value)\n".utf8) }
                + files.flatMap { Array("\($0.field) \($0.name.text) ".utf8) + $0.digest.bytes }
        }
    }
}
