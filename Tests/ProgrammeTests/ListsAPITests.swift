import Access
import Foundation
import Inventory
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What programs do beyond the rows of registers: imports taken back, contacts, notices, labels and
/// messages, through the whole site.
@Suite struct ListsAPITests {
    private struct Told: Decodable {
        var entry: String?
        var created: Int?
        var refused: Int?
        var errors: [Wrong]?
        var restored: Int?
        var marked: Int?
        var id: String?
        var isOpen: Bool?
        var answer: String?
        var count: Int?
        var confirmedOn: String?
        var window: Person?
        var items: [Item]?

        struct Wrong: Decodable {
            let row: Int
            let column: String
            let message: String
        }

        struct Person: Decodable {
            let name: String
            let phone: String?
        }

        struct Item: Decodable {
            var assetID: String?
            var name: String?
            var address: String?
            var labelledOn: String?
            var what: String?
            var words: String?
            var readers: Int?
        }
    }

    private func read(_ told: Visitor.Told) throws -> Told {
        try JSONDecoder().decode(Told.self, from: Data(told.bytes))
    }

    @Test(arguments: TestEngine.allCases)
    func `an import is taken back by the entry that it answers with`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await Visitor(.officer, city)
        let stranger = try await Visitor(.officer, city, in: .sibling)
        let rows = """
            {"rows":[{"name":"新筆電","assetClass":"physical","state":"inUse","iot":false,
            "cloud":false,"personalData":false}]}
            """

        let imported = try read(try await officer.call(.post, "/api/v1/assets/imports", rows))
        let again = try read(try await officer.call(.post, "/api/v1/assets/imports", rows))
        let entry = try #require(imported.entry)
        let undo = "/api/v1/assets/changes/\(entry)/undo"
        let elsewhere = try await stranger.call(.post, undo, "{}")
        let undone = try read(try await officer.call(.post, undo, "{}"))

        #expect(imported.created == 1 && again.created == 0 && again.entry == nil)
        #expect(elsewhere.status == 404)
        #expect(undone.restored == 1)
        #expect(try read(try await officer.get("/api/v1/assets")).count == 0)
    }

    @Test func `a row that leaves out a part of what it is recognised by is refused, by name`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await Visitor(.officer, city)
        func send(_ second: String) async throws -> Told {
            let rows = """
                {"dryRun":true,"rows":[
                {"team":"資安推動小組","position":"組長","name":"林敏","fromOn":"2026-01-01"},
                {"team":"資安推動小組","name":"陳杰","fromOn":"2026-01-01"\(second)}]}
                """
            return try read(try await officer.call(.post, "/api/v1/team/imports", rows))
        }

        let short = try await send("")
        let whole = try await send(#","position":"組員""#)

        #expect(short.created == 1 && short.refused == 1)
        #expect(short.errors?.map(\.row) == [2] && short.errors?.first?.column == "position")
        #expect(short.errors?.first?.message.contains("要靠它認出來") == true)
        #expect(whole.created == 2 && whole.refused == 0)
    }

    @Test func `an agency's contacts are kept by itself and read by those above`() async throws {
        let city = try await TestCity()
        let officer = try await Visitor(.officer, city)
        let place = "/api/v1/agencies/\(city.agency(.own).id)/contacts"
        let before = try read(try await officer.get(place))

        let kept = try await officer.call(
            .put, "/api/v1/agency-contacts",
            #"{"window":{"name":"林敏","phone":"02-1999"},"deputy":{"phone":"1"}}"#)
        let none = try await officer.call(.put, "/api/v1/agency-contacts", "{}")
        let above = try read(try await Visitor(.city, city).get(place))
        let stranger = try await Visitor(.officer, city, in: .sibling).get(place)

        #expect(before.window == nil && before.confirmedOn == nil)
        #expect(kept.status == 200 && none.status == 422)
        #expect(above.window?.name == "林敏" && above.window?.phone == "02-1999")
        #expect(above.confirmedOn == city.clock.now.day.description)
        #expect(stranger.status == 404)
    }

    @Test func `a notice is said, listed and settled with a reason`() async throws {
        let city = try await TestCity()
        let staff = try await Visitor(.staff, city)
        let officer = try await Visitor(.officer, city)
        let list = "/api/v1/asset-notices"

        let said = try await staff.call(.post, list, #"{"what":"印表機","change":"搬走"}"#)
        let place = "\(list)/\(try #require(try read(said).id))"
        let blank = try await staff.call(.post, list, #"{"what":" ","change":"搬走"}"#)
        let listed = try read(try await officer.get(list))
        let early = try await officer.call(.post, place + "/settlement", "{}")
        let settled = try read(
            try await officer.call(.post, place + "/settlement", #"{"answer":"只是借用"}"#))

        #expect(said.status == 201 && said.location == place && blank.status == 422)
        #expect(listed.items?.map(\.what) == ["印表機"])
        #expect(early.status == 422)
        #expect(settled.isOpen == false && settled.answer == "只是借用")
        #expect(try await staff.get(place).status == 404)
    }

    @Test func `labels say where their codes lead, and are marked once`() async throws {
        let city = try await TestCity()
        let asset = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "印表機", with: ["assetClass": "physical"]),
            by: .console("tester", in: city.agency(.own)))
        let officer = try await Visitor(.officer, city)
        let list = "/api/v1/assets/labels"
        let marks = #"{"assets":["\#(asset.hyphenated)"]}"#

        let before = try read(try await officer.get(list))
        let marked = try read(try await officer.call(.post, list + "/marks", marks))
        let again = try await officer.call(.post, list + "/marks", marks)
        let after = try read(try await officer.get(list))

        #expect(before.items?.map(\.name) == ["印表機"])
        let address = try #require(before.items?.first?.address)
        #expect(address.hasPrefix("http") && address.hasSuffix("/assets/\(asset.hyphenated)"))
        #expect(marked.marked == 1 && again.status == 422)
        #expect(after.items?.first?.labelledOn == city.clock.now.day.description)
    }

    @Test func `what an agency sent is listed for itself alone`() async throws {
        let city = try await TestCity()
        _ = try await AssetNotices(door: city.door).say(
            "印表機", changed: "搬走", by: .console("tester", in: city.agency(.own)))
        let list = "/api/v1/messages/sent"

        let own = try read(try await Visitor(.officer, city).get(list))
        let stranger = try read(try await Visitor(.officer, city, in: .sibling).get(list))

        #expect(own.items?.count == 1)
        #expect(own.items?.first?.words?.contains("印表機") == true)
        #expect(own.items?.first?.readers == 3)
        #expect(stranger.items?.isEmpty == true)
    }
}
