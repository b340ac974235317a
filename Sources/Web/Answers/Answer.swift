import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Kernel

/// What a handler answers with.
package struct Answer: Sendable {
    var status: HTTPResponse.Status
    var body: Body
    var headers = HTTPFields()
    var cookies: [Cookie] = []

    enum Body: Sendable {
        case nothing
        case page(Page)
        case fragment(HTML)
        case bytes([UInt8], type: String)
    }

    /// Whether it is drawn with the site's layout around it.
    var isPage: Bool {
        if case .page = body { true } else { false }
    }

    private init(_ status: HTTPResponse.Status, _ body: Body) {
        self.status = status
        self.body = body
    }

    /// A whole page in the site's layout.
    package static func page(_ page: Page) -> Answer {
        Answer(.ok, .page(page))
    }

    /// A part of a page, for the enhancement script.
    package static func fragment(_ html: HTML) -> Answer {
        Answer(.ok, .fragment(html))
    }

    /// Elsewhere, after something was done: the browser asks there with GET.
    package static func redirect(to path: Path) -> Answer {
        var answer = Answer(.seeOther, .nothing)
        answer.headers[.location] = path.text
        return answer
    }

    /// A value for programs, with the mark of its version where it has one.
    package static func resource(
        _ value: some Encodable, version: Int? = nil
    ) throws -> Answer {
        var answer = Answer(.ok, .bytes(try JSONContent.encode(value), type: Answer.json))
        if let version { answer.headers[.eTag] = EntityTag(version: version).text }
        return answer
    }

    /// The same for a value that writes itself.
    package static func resource(_ value: some JSONWritable, version: Int? = nil) -> Answer {
        var json = JSONWriter()
        value.write(to: &json)
        var answer = Answer(.ok, .bytes(json.bytes, type: Answer.json))
        if let version { answer.headers[.eTag] = EntityTag(version: version).text }
        return answer
    }

    /// A value for programs that was just made, where it is found from now on, and its version.
    package static func made(
        _ value: some JSONWritable, at path: Path, version: Int
    ) -> Answer {
        var answer = resource(value, version: version)
        answer.status = .created
        answer.headers[.location] = path.text
        return answer
    }

    /// A value for programs that was just made, and where it is found from now on.
    package static func made(
        _ value: some Encodable, at path: Path, version: Int? = nil
    ) throws -> Answer {
        var answer = try resource(value, version: version)
        answer.status = .created
        answer.headers[.location] = path.text
        return answer
    }

    /// JSON that is written already, such as the description of the API.
    package static func json(_ bytes: [UInt8]) -> Answer {
        Answer(.ok, .bytes(bytes, type: json))
    }

    /// A file to keep. Browsers store it and never show it in the site's name.
    package static func file(_ bytes: [UInt8], name: String, type: String) -> Answer {
        var answer = Answer(.ok, .bytes(bytes, type: type))
        answer.headers[.contentDisposition] = Attachment(name: name).header
        answer.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        return answer
    }

    /// A picture to look at, which may do nothing: no script, no frame, no part of this site.
    package static func picture(_ bytes: [UInt8], type: String) -> Answer {
        var answer = Answer(.ok, .bytes(bytes, type: type))
        answer.headers[.contentDisposition] = "inline"
        answer.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        return answer
    }

    /// A style sheet beside the site's own, for pages that link it.
    package static func styleSheet(_ bytes: [UInt8]) -> Answer {
        Answer(.ok, .bytes(bytes, type: "text/css; charset=utf-8"))
    }

    /// Done, and there is nothing to say.
    package static let nothing = Answer(.noContent, .nothing)

    static func text(_ text: String) -> Answer {
        Answer(.ok, .bytes(Array(text.utf8), type: "text/plain; charset=utf-8"))
    }

    static let json = "application/json; charset=utf-8"
    static let html = "text/html; charset=utf-8"
}

extension Answer {
    /// The same with another status, as `.unprocessableContent` for a form with mistakes.
    package func with(_ status: HTTPResponse.Status) -> Answer {
        var answer = self
        answer.status = status
        return answer
    }

    /// The same, saying after how many seconds to ask again.
    func askingToWait(_ seconds: Int?) -> Answer {
        var answer = self
        answer.headers[.retryAfter] = seconds.map(String.init)
        return answer
    }

    package func setting(_ cookie: Cookie) -> Answer {
        var answer = self
        answer.cookies.append(cookie)
        return answer
    }

    /// The same, with a short word for the person on the next page.
    package func saying(_ toast: Toast) -> Answer {
        setting(toast.cookie)
    }

    /// The same, with the cookie that holds a new session for so many seconds.
    package func startingSession(_ token: String, seconds: Int) -> Answer {
        setting(Cookie("s", token, seconds: seconds))
    }

    /// The same, without a session.
    package func endingSession() -> Answer {
        setting(Cookie("s", "", seconds: 0))
    }
}

/// The name under which a browser stores a file (RFC 6266, RFC 8187).
struct Attachment {
    let name: String

    var header: String {
        let plain = String(name.unicodeScalars.map { Self.isPlain($0) ? Character($0) : "_" })
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "file"
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
        default: false
        }
    }
}
