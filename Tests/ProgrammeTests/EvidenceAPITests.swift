import Access
import Foundation
import Kernel
import TestCity
import TestEngines
import Testing

/// Evidence as programs and forms send it, through the whole site.
@Suite struct EvidenceAPITests {
    private static let picture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 7, count: 40)

    @Test(arguments: TestEngine.allCases)
    func `a program adds a file, lists it and gets it back`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let place = "/api/v1/systems/\(city.system(.own).head.uuid.hyphenated)/evidence"
        let officer = try await Visitor(.officer, city)

        let made = try await officer.send(place, file: ("截圖.png", Self.picture))
        #expect(made.status == 201)
        let listed = try JSONDecoder().decode(
            Listed.self, from: Data(try await officer.get(place).bytes))
        let file = try #require(listed.items.first)
        #expect(file.name == "截圖.png" && file.kind == "png")
        #expect(file.sha256 == "\(Digest(of: Self.picture))")
        #expect(try await officer.get("\(place)/\(file.id)").bytes == Self.picture)
    }

    @Test func `another agency's files are out of reach by every door`() async throws {
        let city = try await TestCity()
        let own = city.system(.own).head.uuid.hyphenated
        let theirs = city.system(.sibling).head.uuid.hyphenated
        let place = "/api/v1/systems/\(own)/evidence"
        let officer = try await Visitor(.officer, city)
        _ = try await officer.send(place, file: ("a.png", Self.picture))
        let listed = try JSONDecoder().decode(
            Listed.self, from: Data(try await officer.get(place).bytes))
        let file = try #require(listed.items.first).id

        let stranger = try await Visitor(.officer, city, in: .sibling)
        for path in [
            place, "\(place)/\(file)", "/api/v1/systems/\(theirs)/evidence/\(file)",
            "/systems/\(own)/evidence/\(file)", "/systems/\(theirs)/evidence/\(file)",
            "/api/v1/assets/\(own)/evidence/\(file)", "/declarations/\(own)/evidence/\(file)",
        ] {
            #expect(try await stranger.get(path).status == 404, "\(path)")
        }
        #expect(try await stranger.send(place, file: ("b.png", Self.picture)).status == 404)
    }

    @Test func `a file that is none is refused in words, on the page it came from`() async throws {
        let city = try await TestCity()
        let system = city.system(.own).head.uuid.hyphenated
        let officer = try await Visitor(.officer, city)

        let told = try await officer.send(
            "/systems/\(system)/evidence", file: ("x.png", Array("<html>".utf8)))

        #expect(told.status == 422)
        let text = String(decoding: told.bytes, as: UTF8.self)
        #expect(text.contains("「x.png」的內容不是") && text.contains("id=\"evidence\""))
    }

    @Test func `a declaration shows the files that were signed with it`() async throws {
        let city = try await TestCity()
        let officer = try await Visitor(.officer, city)
        let told = try await officer.send(
            "/duties/incident.procedures/declarations",
            ["doneOn": "2026-11-20", "words": "已公告"], file: ("a.png", Self.picture))
        #expect(told.status == 303)

        let page = try await officer.get("/duties/incident.procedures")
        let text = String(decoding: page.bytes, as: UTF8.self)
        let link = try #require(
            text.firstMatch(of: /\/declarations\/[0-9a-f-]{36}\/evidence\/[0-9a-f-]{36}/))
        #expect(try await officer.get(String(link.0)).bytes == Self.picture)
        let stranger = try await Visitor(.officer, city, in: .sibling)
        #expect(try await stranger.get(String(link.0)).status == 404)
    }

    private struct Listed: Decodable {
        let items: [File]

        struct File: Decodable {
            let id: String
            let name: String
            let kind: String
            let sha256: String
        }
    }
}
