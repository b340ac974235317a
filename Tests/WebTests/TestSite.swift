import HTTPTypes
import HTML
import Hummingbird
import Kernel
import Logging
import NIOCore
import Synchronization

@testable import Access
@testable import Web

/// A site with a few routes, asked without a network.
struct TestSite {
    let site: Site
    let log = TestLog()

    init(
        _ routes: [Route] = TestSite.routes, settings: SiteSettings = SiteSettings(),
        demonstration: Bool = false,
        time: TimeSource = TimeSource { Instant("2026-11-23T09:12:00")! }
    ) throws {
        let log = log
        let logger = Logger(label: "test") { JSONLog(label: $0, write: log.keep) }
        var shell = Shell()
        shell.isDemonstration = demonstration
        shell.menu = [
            MenuPart(
                "systems", Term("系統與資產", en: "Systems and assets"),
                [
                    NavigationItem(
                        Term("資通系統", en: "Systems"), "/systems", .needs(.seeSystems)),
                    NavigationItem(Term("資產", en: "Assets"), "/assets", .needs(.seeSystems)),
                ]),
            MenuPart(
                "people", Term("人員", en: "People"),
                [NavigationItem(Term("人員", en: "People"), "/people", .needs(.managePeople))]),
        ]
        shell.incident = NavigationItem(Term("通報", en: "Report"), "/incidents/new")
        site = try Site(
            routes: routes, settings: settings, shell: shell,
            time: time, logger: logger
        ) { credential, _ in
            switch credential {
            case .session("chen"), .key("cd_chen"): TestSite.caller
            case .key("cd_wang"): TestSite.neighbour
            default: nil
            }
        }
    }

    static let caller = person("0198c9a2-0000-7000-8000-000000000001", named: "陳<怡>君")
    static let neighbour = person("0198c9a2-0000-7000-8000-000000000003", named: "王小明")

    private static func person(_ id: String, named name: String) -> Caller {
        Caller(
            kind: .person(PersonID(id)!), name: name,
            agency: AgencyID("0198c9a2-0000-7000-8000-000000000002")!, agencyPath: "/a/b/",
            agencyName: "示範國小", supervises: false, roles: [.officer])
    }

    static let routes = [
        Route(.get, "/open", .open) { request in
            let words = try request.query["q"]
            return .page(Page(Term("開放", en: "Open")) { h1 { words } })
        },
        Route(.get, "/mine", .signedIn) { request in
            let name = try request.caller.name
            return .fragment(p { name })
        },
        Route(.get, "/systems/:id", .needs(.seeSystems)) { request in
            try .resource(["id": request.parameter("id", as: Int.self)], version: 7)
        },
        Route(.get, "/assets", .needs(.seeSystems)) { _ in
            .page(Page(Term("資產", en: "Assets")) { h1 { Term("資產", en: "Assets") } })
        },
        Route(.get, "/people", .needs(.managePeople)) { _ in .nothing },
        Route(.post, "/people", .needs(.managePeople)) { _ in .nothing },
        Route(.post, "/names", .signedIn) { request in
            .redirect(to: Path("names", try request.form["name"]))
                .saying(Toast(Term("好了；完成", en: "Done"), undo: "/names/undo"))
        },
        Route(.post, "/api/names", .signedIn) { request in
            try .made(request.json(as: [String: Int].self), at: "/api/names/1")
        },
        Route(.put, "/api/names/:id", .signedIn) { request in
            try .resource(["seen": request.seenVersion])
        },
        Route(.get, "/api/names", .signedIn) { _ in try .resource(["names": 0]) },
        Route(.get, "/names/export", .signedIn) { _ in
            .file([1], name: "names.csv", type: "text/csv")
        }.exporting,
        Route(.get, "/where", .open) { request in .text(request.address) },
        Route(.get, "/fault", .open) { _ in throw TestFault.secret("hunter2") },
        Route(.get, "/api/wrong", .open) { _ in throw TestMistakes() },
        Route(.get, "/file", .open) { _ in
            .file([1, 2], name: "清冊\"\n.ods", type: "application/octet-stream")
        },
    ]

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
        body: String = "", from peer: String = "192.0.2.7"
    ) async throws -> Told {
        try await ask(
            method, path, headers, sending: RequestBody(buffer: ByteBuffer(string: body)),
            from: peer)
    }

    /// The same with content that comes in pieces, or not to its end.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields,
        sending body: RequestBody, from peer: String = "192.0.2.7"
    ) async throws -> Told {
        var head = HTTPRequest(method: method, scheme: "http", authority: "plan.test", path: path)
        head.headerFields = headers
        let request = Request(head: head, body: body)
        let context = WebContext(logger: Logger(label: "test"), peer: peer)
        let response = await site.respond(to: request, context: context)
        let collector = Collector()
        try await response.body.write(collector)
        return Told(status: response.status.code, headers: response.headers, text: collector.text)
    }

    /// A form sent from a page of the site, as a browser sends it.
    func send(_ path: String, _ fields: String, session: String? = "chen") async throws -> Told {
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .origin: "http://plan.test",
            HTTPField.Name("Sec-Fetch-Site")!: "same-origin",
        ]
        if let session { headers[.cookie] = "s=\(session)" }
        return try await ask(.post, path, headers, body: fields)
    }

    /// The token of the forms of the session `chen`.
    static let token = FormToken(of: "chen").text
}

struct Told {
    let status: Int
    let headers: HTTPFields
    let text: String

    var place: String? { headers[.location] }
    var cookies: [String] { headers[values: .setCookie] }
}

enum TestFault: Error {
    case secret(String)
}

struct TestMistakes: FormRefusal {
    var kind: RefusalKind { .invalid }
    var code: String { "test.mistakes" }
    var message: Term { Term("有 1 個地方要改", en: "1 thing to fix") }
    var fieldMessages: [FieldMessage] {
        [FieldMessage(field: "name", message: Term("填寫名稱", en: "Enter the name"))]
    }
}

/// Keeps the lines of the log.
final class TestLog: Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    var keep: @Sendable (String) -> Void { { line in self.kept.withLock { $0.append(line) } } }
}

/// Takes the body of a response.
final class Collector: ResponseBodyWriter, Sendable {
    private let bytes = Mutex<[UInt8]>([])
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
