import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite struct LimitTests {
    private let key: HTTPFields = [
        .authorization: "Bearer cd_chen", .contentType: "application/json",
    ]

    @Test func `an address of more than eight kilobytes is refused`() async throws {
        let long = "/open?q=" + String(repeating: "a", count: 8_200)

        #expect(try await TestSite().ask(.get, long).status == 414)
    }

    @Test func `more than a hundred header fields are refused`() async throws {
        var headers = HTTPFields()
        for number in 0...100 {
            headers.append(HTTPField(name: HTTPField.Name("X-\(number)")!, value: "1"))
        }

        #expect(try await TestSite().ask(.get, "/open", headers).status == 431)
    }

    @Test func `a form of more than 256 kilobytes is refused`() async throws {
        let fields = "csrf=\(TestSite.token)&name=" + String(repeating: "a", count: 256 * 1_024)

        #expect(try await TestSite().send("/names", fields).status == 413)
    }

    @Test func `JSON of more than a megabyte is refused`() async throws {
        let text = "\"" + String(repeating: "a", count: 1_024 * 1_024) + "\""

        #expect(try await TestSite().ask(.post, "/api/names", key, body: text).status == 413)
    }

    @Test func `JSON deeper than 32 levels is refused`() async throws {
        let text = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
        let told = try await TestSite().ask(.post, "/api/names", key, body: text)

        #expect(told.status == 400)
        #expect(told.text.contains("web.too_deep"))
        #expect(JSONContent.isShallow(Array("[\"[[[\\\"[[[\"]".utf8)))
    }

    @Test(arguments: [
        (#"{"a":"x\u0000y"}"#, true), (#"{"\u0000":1}"#, true), (#"{"a":"\\u0000"}"#, false),
        (#"{"a":"\\\u0000"}"#, true), (#"{"a":"\u00001"}"#, true), (#"{"a":"\u0001\"}"#, false),
        (#""\"#, false),
    ])
    func `text with a NUL is refused`(_ json: String, _ holds: Bool) throws {
        #expect(JSONContent.holdsNull(Array(json.utf8)) == holds)
        guard holds else { return }
        #expect(throws: WebRefusal.garbled) {
            try JSONContent.decode(Array(json.utf8), as: [String: String].self)
        }
    }

    @Test func `who goes away in the middle is refused, and no fault is noted`() async throws {
        struct Gone: Error {}
        let site = try TestSite()
        let kinds = [
            "application/json", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b", "text/plain",
        ]
        for kind in kinds {
            var headers = key
            headers[.contentType] = kind
            let body = RequestBody(
                asyncSequence: AsyncThrowingStream<ByteBuffer, any Error> { stream in
                    stream.yield(ByteBuffer(string: "--b\r\n"))
                    stream.finish(throwing: Gone())
                })
            let told = try await site.ask(.post, "/api/names", headers, sending: body)
            #expect(told.status == 400, "\(kind)")
        }
        #expect(!site.log.lines.contains { $0.contains("\"level\":\"error\"") })
    }

    @Test func `wrong JSON is answered with its place`() async throws {
        let told = try await TestSite().ask(.post, "/api/names", key, body: "{\"a\":\"x\"}")

        #expect(told.status == 400)
        #expect(told.text.contains("「a」"))
    }

    @Test func `other and compressed content is refused`() async throws {
        let site = try TestSite()
        var headers = key
        headers[.contentType] = "text/plain"
        #expect(try await site.ask(.post, "/api/names", headers, body: "x").status == 415)
        headers = key
        headers[.contentEncoding] = "gzip"
        #expect(try await site.ask(.post, "/api/names", headers, body: "x").status == 415)
    }

    @Test func `a change over the API names the version it saw`() async throws {
        let site = try TestSite()
        var headers = key
        #expect(try await site.ask(.put, "/api/names/1", headers, body: "{}").status == 428)
        headers[.ifMatch] = "\"x\""
        #expect(try await site.ask(.put, "/api/names/1", headers, body: "{}").status == 412)
        headers[.ifMatch] = "\"7\""
        #expect(
            try await site.ask(.put, "/api/names/1", headers, body: "{}").text == "{\"seen\":7}")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=%00"])
    func `a form that cannot be read is refused`(_ fields: String) throws {
        #expect(throws: WebRefusal.garbled) { try Fields(urlEncoded: Array(fields.utf8)) }
    }

    @Test func `a form is read as browsers write it`() throws {
        let fields = try Fields(urlEncoded: Array("a=+b%20c+&b=%E8%B3%87&a=2&c&d=x=y".utf8))

        #expect(fields["a"] == "b c")
        #expect(fields.all("a") == [" b c ", "2"])
        #expect(fields["b"] == "資")
        #expect(fields.isTicked("c"))
        #expect(fields["d"] == "x=y")
        #expect(fields.value("a", as: Int.self) == nil)
    }
}
