import Foundation
import HTTPTypes
import HTML
import Hummingbird
import Kernel
import Logging
import NIOCore
import Testing

@testable import Web

@Suite struct UploadTests {
    @Test func `fields and files of a form arrive as they were sent`() async throws {
        let bytes = String(decoding: (0..<100_000).map { UInt8($0 % 97) }, as: UTF8.self)
        let told = try await send([
            .csrf, .text("note", "第一行\r\n--"), .file("file", "清冊.ods", bytes),
            .file("file", "b.txt", ""), .file("other", "", ""),
        ])

        let digest = Digest(of: bytes.utf8)
        #expect(told.status == 200)
        #expect(
            told.text == """
                note=第一行\r\n--
                file 清冊.ods 100000 \(digest)
                file b.txt 0 \(Digest(of: []))

                """)
    }

    @Test func `the boundary is found however the content is cut`() throws {
        let content = Part.content([.text("a", "\r\n--lin"), .file("f", "x", "\r\n--lin\r\n")])
        for size in 1...40 {
            var reader = MultipartReader(boundary: Part.boundary, limits: UploadLimits())
            var desk = UploadDesk(limits: UploadLimits()) { _ in }
            var rest = Array(content.utf8)[...]
            while !rest.isEmpty {
                try rest.prefix(size).withUnsafeBytes { piece in
                    try reader.take(piece) { try desk.receive($0) }
                }
                rest = rest.dropFirst(size)
            }
            #expect(reader.isDone)
            #expect(desk.fields.first("a") == "\r\n--lin")
            #expect(try desk.files.map { try $0.bytes() } == [Array("\r\n--lin\r\n".utf8)])
        }
    }

    @Test func `a file is gone from the disk when nobody holds it`() async throws {
        var reader = MultipartReader(boundary: Part.boundary, limits: UploadLimits())
        var desk = UploadDesk(limits: UploadLimits()) { _ in }
        let content = Array(Part.content([.file("f", "x", "bytes")]).utf8)
        try content.withUnsafeBytes { try reader.take($0) { try desk.receive($0) } }
        let path = try #require(desk.files.first?.url.path)
        #expect(FileManager.default.fileExists(atPath: path))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)

        desk = UploadDesk(limits: UploadLimits()) { _ in }

        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\temp\\圖.png", "圖.png"), ("..", "file"),
        ("photo\u{202E}gnp.exe", "photognp.exe"), ("a\u{7}b\u{200B}.pdf", "ab.pdf"),
        (".htaccess", "htaccess"), ("  a   b.pdf ", "a b.pdf"), ("堃𠮷.pdf", "堃𠮷.pdf"),
    ])
    func `a file's name is one line without a folder`(_ given: String, _ kept: String) {
        #expect(FileName(given).text == kept)
    }

    @Test func `a name with a NUL is refused`() async throws {
        #expect(try await send([.csrf, .file("file", "a\0b", "x")]).status == 400)
    }

    @Test func `quotation marks in a name are read as browsers write them`() throws {
        let heading = try PartHeading(
            Array(#"content-disposition: FORM-DATA; name="f"; filename="a%22\"b.png""#.utf8)[...])

        #expect(heading.fileName == "a\"\"b.png")
        #expect(heading.field == "f")
    }

    @Test(arguments: [
        "Content-Type: text/plain", "Content-Disposition: attachment; name=\"a\"",
        "Content-Disposition: form-data; filename=\"a\"",
        "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
        "Content-Disposition: form-data; name=\"\"", "Content-Disposition: form-data; name=\"a",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
        "no colon",
    ])
    func `a part that is not headed as browsers do is refused`(_ heading: String) {
        #expect(throws: WebRefusal.brokenUpload) { try PartHeading(Array(heading.utf8)[...]) }
    }

    @Test func `a name of a field beyond a hundred bytes is refused`() async throws {
        let long = String(repeating: "n", count: 101)

        #expect(try await send([.csrf, .text(long, "x")]).status == 400)
    }

    @Test(arguments: [
        "", "junk", "--line", "--line\r\n", "--linex\r\n", "--line--x",
        "--line\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue",
        "--line\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--line\r\n",
        "preamble\r\n--line--\r\n",
    ])
    func `content that breaks off or is not written so is refused`(
        _ content: String
    ) async throws {
        #expect(try await send(content: content).status == 400)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"a b \"", "multipart/form-data; boundary=資",
    ])
    func `content without a boundary is refused`(_ type: String) async throws {
        #expect(try await send(content: "--\r\n", type: type).status == 400)
    }

    @Test func `limits hold for one file, for all, and for the count`() async throws {
        var settings = SiteSettings()
        settings.limits.uploads.fileBytes = 1_000
        settings.limits.uploads.bytes = 6_000
        settings.limits.uploads.files = 3
        settings.limits.uploads.parts = 5
        settings.limits.uploads.textBytes = 100
        func status(_ parts: [Part]) async throws -> Int {
            try await send([.csrf] + parts, settings).status
        }
        let full = Part.file("file", "a", String(repeating: "x", count: 1_000))

        #expect(try await status([full, full, full]) == 200)
        #expect(try await status([.file("file", "a", String(repeating: "x", count: 1_001))]) == 413)
        #expect(try await status(Array(repeating: .file("file", "a", ""), count: 4)) == 413)
        #expect(try await status(Array(repeating: .text("t", ""), count: 5)) == 413)
        #expect(try await status([.text("t", String(repeating: "x", count: 101))]) == 413)
        #expect(try await status([.text("t", String(repeating: "x", count: 6_001))]) == 413)
    }

    @Test func `a heading without an end is refused early`() async throws {
        let endless = "--line\r\nContent-Disposition: " + String(repeating: "x", count: 5_000)

        #expect(try await send(content: endless).status == 400)
    }

    @Test func `nothing is stored for a form without the session's word`() async throws {
        #expect(try await send([.file("file", "a", "x"), .csrf]).status == 403)
        #expect(try await send([.text("csrf", "wrong"), .file("file", "a", "x")]).status == 403)
        #expect(try await send([.text("note", "x")]).status == 403)
        var headers = Part.headers
        headers[HTTPField.Name("X-CSRF-Token")!] = TestSite.token
        let content = Part.content([.file("file", "a", "x")])
        #expect(
            try await TestSite([Part.route]).ask(.post, "/files", headers, body: content).status
                == 200)
    }

    @Test func `a visitor sends no files`() async throws {
        var headers = Part.headers
        headers[.cookie] = nil
        let content = Part.content([.csrf, .file("file", "a", "x")])

        let told = try await TestSite([Part.route]).ask(.post, "/files", headers, body: content)

        #expect(told.status == 303)
        #expect(told.place?.hasPrefix("/sign-in") == true)
    }

    @Test func `who only drips is turned away after half a minute`() throws {
        let start = ContinuousClock.now
        let pace = Pace(startedAt: start, limits: UploadLimits())

        try pace.check(1, at: start + .seconds(30))
        try pace.check(4_096 * 60, at: start + .seconds(60))
        #expect(throws: WebRefusal.tooSlow) { try pace.check(100_000, at: start + .seconds(60)) }
    }

    @Test func `a form that sends files carries the token and says how`() {
        let field = FormField(
            "file", Term("佐證", en: "Evidence"), .file(accept: ".pdf,image/*", several: true),
            hint: Term("最多 20 MB", en: "At most 20 MB"), error: Term("選一個檔案", en: "Choose a file"))
        let text = form(.upload, to: "/files") { field }
            .text(for: Reader(language: .chinese, formToken: "word"))

        #expect(text.contains(#"enctype="multipart/form-data""#))
        #expect(text.contains(#"name="csrf" value="word""#))
        #expect(text.contains(#"type="file" accept=".pdf,image/*" multiple"#))
        #expect(text.contains(#"aria-describedby="field-file-hint field-file-error""#))
    }

    private func send(
        _ parts: [Part], _ settings: SiteSettings = SiteSettings()
    ) async throws -> Told {
        try await send(content: Part.content(parts), settings: settings)
    }

    private func send(
        content: String, type: String? = nil, settings: SiteSettings = SiteSettings()
    ) async throws -> Told {
        var headers = Part.headers
        if let type { headers[.contentType] = type }
        return try await TestSite([Part.route], settings: settings)
            .ask(.post, "/files", headers, body: content)
    }
}

/// One part of a form with files, as a browser writes it.
private struct Part {
    static let boundary = "line"
    static let csrf = text("csrf", TestSite.token)
    let text: String

    static func text(_ field: String, _ value: String) -> Part {
        Part(text: "Content-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)")
    }

    static func file(_ field: String, _ name: String, _ bytes: String) -> Part {
        Part(
            text: """
                Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r
                Content-Type: application/octet-stream\r
                \r
                \(bytes)
                """)
    }

    static func content(_ parts: [Part]) -> String {
        parts.map { "--\(boundary)\r\n\($0.text)\r\n" }.joined() + "--\(boundary)--\r\n"
    }

    static var headers: HTTPFields {
        [
            .contentType: "multipart/form-data; boundary=\(boundary)",
            .origin: "http://plan.test", .cookie: "s=chen",
            HTTPField.Name("Sec-Fetch-Site")!: "same-origin",
        ]
    }

    /// Says what it was sent.
    static let route = Route(.post, "/files", .signedIn) { request in
        let fields = try request.form.pairs.filter { $0.name != "csrf" }
        let texts = fields.map { "\($0.name)=\($0.value)\n" }
        let files = request.files.map { "\($0.field) \($0.name.text) \($0.size) \($0.digest)\n" }
        return .text((texts + files).joined())
    }
}
