import Access
import Foundation
import Inventory
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@testable import Programme

/// The files of a form that comes back, for something else in it was wrong: nobody chooses them again.
@Suite struct FormFilesTests {
    private static let picture: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 200)

    /// The round of an agency, ready to be signed.
    private func round(_ city: TestCity) async throws -> String {
        let clerk = try await city.caller(.officer)
        _ = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "筆電"), by: clerk)
        let stockTakes = StockTakes(door: city.door)
        let year = ROCYear(of: city.clock.now.day)
        let round = try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: clerk)
        _ = try await stockTakes.confirm(.rest, in: round, by: clerk)
        return "/stock-takes/\(round.hyphenated)"
    }

    /// How many files wait for their forms.
    private func waiting(_ city: TestCity) async throws -> Int? {
        try await city.database.read {
            try $0.value("SELECT COUNT(*) FROM heldFile", as: Int.self)
        }
    }

    /// The id of the file that a page says has arrived.
    private func held(_ page: String) -> String? {
        page.firstMatch(of: /name="held" value="([0-9a-f-]{36})" checked/).map { String($0.1) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a sign-off that lacks the name keeps the photo, and is sent again without it`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let place = try await round(city)
        let clerk = try await Visitor(.officer, city)

        let early = try await clerk.send(
            place + "/sheet-signature", ["signedBy": "", "signedOn": "2026-11-22"],
            file: ("簽章頁.jpg", Self.picture))
        let photo = try #require(held(early.text))
        let still = try await clerk.post(
            place + "/sheet-signature",
            ["signedBy": "校長", "signedOn": "2036-11-22", "held": photo])
        let signed = try await clerk.post(
            place + "/sheet-signature",
            ["signedBy": "校長", "signedOn": "2026-11-22", "held": photo])

        #expect(early.status == 422 && early.text.contains("簽章頁.jpg（1 KB）"))
        #expect(still.status == 422 && held(still.text) == photo)
        #expect(signed.status == 303)
        #expect(try await waiting(city) == 0)
        let kept = try await clerk.get("/api/v1\(place)/evidence").text
        let file = try #require(kept.firstMatch(of: /"id":"([0-9a-f-]{36})"/)).1
        #expect(kept.contains("簽章頁.jpg"))
        #expect(try await clerk.get("\(place)/evidence/\(file)").bytes == Self.picture)
    }

    @Test(arguments: TestEngine.allCases)
    func `what has waited a day is cleared away, whether or not another form comes back`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let place = try await round(city)
        let clerk = try await Visitor(.officer, city)

        _ = try await clerk.send(
            place + "/sheet-signature", ["signedBy": "", "signedOn": "2026-11-22"],
            file: ("簽章頁.jpg", Self.picture))
        _ = try await city.programme.sweep()
        #expect(try await waiting(city) == 1)

        city.clock.advance(minutes: 24 * 60 + 1)
        _ = try await city.programme.sweep()
        #expect(try await waiting(city) == 0)
    }

    @Test func `what has arrived is its sender's alone, and waits for a day`() async throws {
        let city = try await TestCity()
        let place = try await round(city)
        let clerk = try await Visitor(.officer, city)
        let early = try await clerk.send(
            place + "/sheet-signature", ["signedBy": ""], file: ("簽章頁.jpg", Self.picture))
        let photo = try #require(held(early.text))
        let complete = ["signedBy": "校長", "signedOn": "2026-11-22", "held": photo]

        let other = try await Visitor(.securityOfficer, city)
        let stolen = try await other.post(place + "/sheet-signature", complete)
        city.clock.advance(minutes: 24 * 60 + 1)
        let late = try await Visitor(.officer, city).post(place + "/sheet-signature", complete)

        for told in [stolen, late] {
            #expect(told.status == 422 && held(told.text) == nil)
            #expect(told.text.contains("先前收到的檔案放了一天"))
        }
    }

    @Test func `a notice, evidence and a declaration keep their files as well`() async throws {
        let city = try await TestCity()
        let clerk = try await Visitor(.officer, city)
        let system = "/systems/\(city.system(.own).head.uuid.hyphenated)"

        let notice = try await clerk.send(
            "/asset-notices", ["what": "", "change": "搬走"], file: ("a.jpg", Self.picture))
        let evidence = try await clerk.send(
            system + "/evidence",
            ["note": String(repeating: "長", count: 201), "effectiveOn": "2026-11-02"],
            file: ("b.jpg", Self.picture))
        let declaration = try await clerk.send(
            "/duties/incident.procedures/declarations", ["doneOn": "2036-11-20", "words": "已公告"],
            file: ("c.jpg", Self.picture))
        #expect(try await waiting(city) == 3)
        let said = try await clerk.post(
            "/asset-notices",
            ["what": "印表機", "change": "搬走", "held": try #require(held(notice.text))])
        let added = try await clerk.post(
            system + "/evidence", ["note": "", "held": try #require(held(evidence.text))])

        let declared = try await clerk.post(
            "/duties/incident.procedures/declarations",
            [
                "doneOn": "2026-11-20", "words": "已公告",
                "held": try #require(held(declaration.text)),
            ])

        #expect(notice.status == 422 && evidence.status == 422 && declaration.status == 422)
        #expect(evidence.text.contains("value=\"2026-11-02\"") && evidence.text.contains("長長"))
        #expect(said.status == 303 && added.status == 303 && declared.status == 303)
        #expect(try await clerk.get(system).text.contains("b.jpg"))
        #expect(try await clerk.get("/duties/incident.procedures").text.contains("c.jpg"))
        #expect(try await waiting(city) == 0)
    }

    @Test func `what is no evidence is not kept, and the others are`() async throws {
        let city = try await TestCity()
        let clerk = try await Visitor(.officer, city)

        let told = try await clerk.send(
            "/asset-notices", ["what": "", "change": "搬走"],
            files: [("a.exe", [0x4D, 0x5A, 0, 0]), ("b.jpg", Self.picture)])

        #expect(told.status == 422 && held(told.text) != nil)
        #expect(!told.text.contains("a.exe（") && told.text.contains("b.jpg（"))
        #expect(try await waiting(city) == 1)
    }
}
