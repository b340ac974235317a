import Access
import Foundation
import Incidents
import Inventory
import Kernel
import Ledger
import TestCity
import TestEngines
import Testing

@testable import Programme

/// Files of evidence of the records that are no rows of a register, on pages and for programs.
@Suite struct RecordFilesTests {
    private static let picture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 7, count: 40)

    /// A kind of record, who edits it, who elsewhere looks for its files, and who looks at it.
    enum Kind: String, CaseIterable, Sendable {
        case person = "people"
        case notice = "asset-notices"
        case incident = "incidents"

        var editor: Role { self == .person ? .city : .officer }
    }

    private func made(_ kind: Kind, _ city: TestCity) async throws -> String {
        let own = Caller.console("tester", in: city.agency(.own))
        switch kind {
        case .person: return try await city.caller(.officer).person!.description
        case .notice:
            return try await AssetNotices(door: city.door).say("印表機", changed: "搬走", by: own)
                .hyphenated
        case .incident:
            return try await IncidentDesk(door: city.door, law: city.programme.law).report(
                knownAt: city.clock.now, isDrill: false, by: own
            ).description
        }
    }

    @Test(arguments: Kind.allCases, TestEngine.allCases)
    func `a file is added, shown, opened, taken back and put back, each with its entry`(
        _ kind: Kind, _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let place = "/\(kind.rawValue)/\(try await made(kind, city))"
        let editor = try await Visitor(kind.editor, city)

        let told = try await editor.send(place + "/evidence", file: ("簽名.png", Self.picture))
        #expect(told.status == 303 && told.location == place + "#evidence")
        let page = try await editor.get(place).text
        let file =
            try #require(
                page.firstMatch(of: try Regex("\(place)/evidence/[0-9a-f-]{36}"))
            ).output[0].substring.map { String($0) } ?? ""
        #expect(page.contains("簽名.png"))
        #expect(try await editor.get(file).bytes == Self.picture)
        #expect(try await editor.get("/api/v1" + file).bytes == Self.picture)
        _ = try await editor.post(file + "/withdrawal")
        let withdrawn = try await editor.get(place).text
        #expect(withdrawn.contains("已撤回") && withdrawn.contains("\(file)/restoration"))
        _ = try await editor.post(file + "/restoration")
        #expect(try await !editor.get(place).text.contains("已撤回"))

        let record = RecordID(
            kind: "evidence", uuid: try #require(UUID(hyphenated: String(file.suffix(36)))))
        let history = try await city.door.read(by: city.console) {
            try History.history(of: record, in: $0.session)
        }
        #expect(
            history.map(\.verb).sorted()
                == ["evidence.add", "evidence.restore", "evidence.withdraw"])
        #expect(Set(history.map(\.agency)) == [city.agency(.own).id])
    }

    @Test(arguments: Kind.allCases, [TestCity.Place.sibling, .child, .none])
    func `a file of another agency is not there`(
        _ kind: Kind, _ elsewhere: TestCity.Place
    ) async throws {
        let city = try await TestCity()
        let place = "/\(kind.rawValue)/\(try await made(kind, city))"
        let editor = try await Visitor(kind.editor, city)
        _ = try await editor.send(place + "/evidence", file: ("簽名.png", Self.picture))
        let listed = try await editor.get("/api/v1\(place)/evidence").text
        let file = try #require(listed.firstMatch(of: /"id":"([0-9a-f-]{36})"/)).1
        let stranger = try await Visitor(.officer, city, in: elsewhere)

        for path in [
            place, "\(place)/evidence/\(file)", "/api/v1\(place)/evidence",
            "/api/v1\(place)/evidence/\(file)",
        ] {
            let told = try await stranger.get(path)
            #expect(told.status == 404, "\(path)")
            #expect(!told.text.contains("簽名"), "\(path)")
        }
        let sent = try await stranger.send(place + "/evidence", file: ("b.png", Self.picture))
        #expect(sent.status == (kind == .person ? 403 : 404))
    }

    @Test func `what staff photograph comes with their notice`() async throws {
        let city = try await TestCity()
        let staff = try await Visitor(.staff, city)
        let officer = try await Visitor(.officer, city)

        let wrong = try await staff.send(
            "/asset-notices", ["what": "印表機", "change": "搬走"],
            file: ("x.png", Array("<html>".utf8)))
        let told = try await staff.send(
            "/asset-notices", ["what": "印表機", "change": "搬走"], file: ("標籤.png", Self.picture))

        #expect(wrong.status == 422 && wrong.text.contains("「x.png」的內容不是"))
        #expect(told.status == 303)
        let list = try await officer.get("/asset-notices").text
        let links = list.matches(of: /\/asset-notices\/[0-9a-f-]{36}/)
        #expect(links.count == 1)
        #expect(try await officer.get(String(try #require(links.first).0)).text.contains("標籤.png"))
    }
}
