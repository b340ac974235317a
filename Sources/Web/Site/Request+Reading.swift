import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let host = HTTPField.Name("Host")!
    static let csrfToken = HTTPField.Name("X-CSRF-Token")!
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    static let requestNumber = HTTPField.Name("X-Request-Id")!
}

extension Limits {
    /// - Throws: `WebRefusal` for an address or header beyond the limits; for compressed content,
    ///   which could be far larger than it looks; for no `Host`, and for a second one, which a proxy
    ///   may have read instead of the first. Who speaks HTTP/1.0 must name the host as well.
    func check(_ request: Request) throws {
        let address = request.head.path ?? ""
        guard address.utf8.count <= addressBytes else { throw WebRefusal.addressTooLong }
        guard address.hasPrefix("/") else { throw WebRefusal.noSuchPlace }
        guard request.headers.count <= headerFields else { throw WebRefusal.tooManyHeaders }
        // The first one is the request's authority by now.
        guard request.head.authority?.isEmpty == false else { throw WebRefusal.noHost }
        guard request.headers[.host] == nil else { throw WebRefusal.severalHosts }
        guard request.headers[.contentEncoding] == nil else { throw WebRefusal.unsupportedContent }
    }
}

extension Request {
    var isSafe: Bool {
        switch method {
        case .get, .head, .options: true
        default: false
        }
    }

    /// Whether it goes to the API, as the router reads addresses: empty parts do not count.
    var isOfAPI: Bool { uri.path.split(separator: "/", maxSplits: 1).first == "api" }

    /// Whether a program asks: by the place of the API, or by what it accepts.
    var wantsJSON: Bool {
        if isOfAPI { return true }
        let accepted = headers[.accept] ?? ""
        return accepted.contains("json") && !accepted.contains("text/html")
    }

    /// What the request brings.
    ///
    /// - Throws: `WebRefusal.tooLarge` beyond the limit of its kind; `.unsupportedContent` for a
    ///   kind that no page and no program of the API sends.
    func content(within limits: Limits, for visit: Visit) async throws -> Visit.Content {
        switch mediaType {
        case "multipart/form-data":
            return try await uploads(within: limits.uploads, for: visit)
        case "application/x-www-form-urlencoded":
            let bytes = try await bytes(upTo: limits.formBytes)
            return .form(try Fields(urlEncoded: bytes), bytes: bytes)
        case "application/json":
            return .json(try await bytes(upTo: limits.jsonBytes))
        default:
            guard try await bytes(upTo: limits.formBytes).isEmpty else {
                throw WebRefusal.unsupportedContent
            }
            return .none
        }
    }

    /// What the content is said to be, without its parameters.
    var mediaType: String {
        let type = (headers[.contentType] ?? "").split(separator: ";").first.map(String.init)
        return (type ?? "").trimmed.lowercased()
    }

    private func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw WebRefusal.tooLarge
        }
        var bytes: [UInt8] = []
        var pieces = body.makeAsyncIterator()
        while let part = try await pieces.received() {
            guard bytes.count + part.readableBytes <= limit else { throw WebRefusal.tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}

extension RequestBody.AsyncIterator {
    /// The next piece of what is sent.
    ///
    /// - Throws: `WebRefusal.brokenUpload` when the sender has gone away in the middle, which is no
    ///   fault of the service.
    mutating func received() async throws -> ByteBuffer? {
        do {
            return try await next()
        } catch {
            throw WebRefusal.brokenUpload
        }
    }
}

extension Response {
    /// Whether a person reads this, so that a word for them has been shown.
    var showsPage: Bool {
        headers[.contentType] == Answer.html && status != .seeOther
    }
}
