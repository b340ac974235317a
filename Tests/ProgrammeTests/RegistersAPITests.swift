import Access
import Foundation
import Inventory
import Kernel
import Registers
import Team
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What programs do with agencies, people, teams and stock-takes, through the whole site.
@Suite struct RegistersAPITests {
    private struct Thing: Decodable {
        let id: String?
        let name: String?
        let version: Int?
        let email: String?
        let phone: String?
        let access: String?
        let superiorName: String?
        let hasEnded: Bool?
        let agencies: Int?
        let confirmed: Int?
        let entry: String?
        let restored: Int?
        let isSigned: Bool?
        let signedBy: String?
        let counts: [String: Int]?
    }

    private func read(_ told: Visitor.Told) throws -> Thing {
        try JSONDecoder().decode(Thing.self, from: Data(told.bytes))
    }

    @Test(arguments: TestEngine.allCases)
    func `a person is corrected by the version that was seen`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let visitor = try await Visitor(.city, city)
        let made = try read(
            try await visitor.call(
                .post, "/api/v1/people",
                #"{"name":"林堃成","account":"kun.lin","email":"a@b.tw","phone":"1"}"#))
        let place = "/api/v1/people/\(try #require(made.id))"

        let changed = try await visitor.call(
            .patch, place, #"{"email":"c@d.tw","phone":null}"#, seen: 1)
        let stale = try await visitor.call(.patch, place, #"{"email":"e@f.tw"}"#, seen: 1)
        let unknown = try await visitor.call(.patch, place, #"{"shoeSize":"42"}"#, seen: 2)
        let unseen = try await visitor.call(.patch, place, #"{"email":"e@f.tw"}"#)
        let closed = try await visitor.call(.post, place + "/account", #"{"state":"closed"}"#)

        let person = try read(changed)
        #expect(person.name == "林堃成" && person.email == "c@d.tw" && person.phone == nil)
        #expect(person.version == 2)
        #expect([stale.status, unknown.status] == [409, 422] && unseen.status >= 400)
        #expect(try read(closed).access == "closed")
    }

    @Test func `an agency is renamed, moved and ended from a day on, and the count follows`()
        async throws
    {
        let city = try await TestCity()
        let visitor = try await Visitor(.city, city)
        let place = "/api/v1/agencies/\(city.agency(.child).id)"
        let sibling = city.agency(.sibling).id
        let before = try read(try await visitor.get("/api/v1/agency-count"))

        let renamed = try await visitor.call(
            .post, place + "/renaming", #"{"name":"第一實驗國小","on":"2026-11-20"}"#)
        let moved = try await visitor.call(
            .post, place + "/superior", #"{"superior":"\#(sibling)","on":"2026-11-21"}"#)
        let ended = try await visitor.call(
            .post, "/api/v1/agencies/\(city.agency(.own).id)/end",
            #"{"successor":"\#(sibling)","manner":"merged","on":"2026-11-22"}"#)
        let odd = try await visitor.call(
            .post, place + "/end",
            #"{"successor":"\#(sibling)","manner":"sold","on":"2026-11-22"}"#)

        #expect(try read(renamed).name == "第一實驗國小")
        #expect(try read(moved).superiorName == "衛生局")
        #expect(try read(ended).hasEnded == true && odd.status == 422)
        let after = try read(try await visitor.get("/api/v1/agency-count"))
        let then = try read(try await visitor.get("/api/v1/agency-count?on=2026-11-21"))
        #expect(after.agencies == (before.agencies ?? 0) - 1 && then.agencies == before.agencies)
    }

    @Test(arguments: [Int.min, -1, 0, 1_911, 10_000, Int.max])
    func `a year that is none is refused, however far away`(_ year: Int) async throws {
        let visitor = try await Visitor(.officer, try await TestCity())
        let told = try await visitor.call(
            .post, "/api/v1/stock-takes", #"{"year":\#(year),"leader":"資訊組"}"#)
        #expect(told.status == 422 && told.text.contains("stock_take.bad_year"))
    }

    @Test func `a program takes stock, and a stamped sheet signs it`() async throws {
        let city = try await TestCity()
        let visitor = try await Visitor(.officer, city)
        let console = Caller.console("tester", in: city.agency(.own))
        try await RegisterDesk<Asset>(door: city.door).addAll(
            ["筆電", "印表機"].map { TestCity.typedAsset(named: $0) }, by: console)
        let opened = try await visitor.call(
            .post, "/api/v1/stock-takes", #"{"year":2026,"leader":"資訊組"}"#)
        let place = "/api/v1/stock-takes/\(try #require(try read(opened).id))"

        let early = try await visitor.send(
            place + "/sheet-signature", ["signedBy": "校長", "signedOn": "2026-11-22"],
            file: ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1]))
        let hasty = try await visitor.call(.post, place + "/confirmation", #"{"rest":true}"#)
        let undo = "/changes/\(try #require(try read(hasty).entry))/undo"
        let undone = try await visitor.call(.post, place + undo, "{}")
        let between = try await visitor.get(place)
        let confirmed = try await visitor.call(.post, place + "/confirmation", #"{"rest":true}"#)
        let signed = try await visitor.send(
            place + "/sheet-signature", ["signedBy": "校長", "signedOn": "2026-11-22"],
            file: ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1]))

        #expect(opened.status == 201 && early.status == 409)
        #expect(try read(hasty).confirmed == 2 && (try read(undone).restored) == 2)
        #expect(try read(between).counts?["pending"] == 2)
        let frozen = try await visitor.call(.post, place + undo, "{}")
        #expect(frozen.status == 409 && frozen.text.contains("stock_take.signed"))
        #expect(try read(confirmed).counts?["unchanged"] == 2)
        #expect(try read(signed).isSigned == true && (try read(signed).signedBy) == "校長")
        #expect(try await visitor.get(place + "/evidence").text.contains("a.jpg"))
        #expect(try await visitor.get(place + "/assets").text.contains("印表機"))
    }

    @Test func `a roster is confirmed in one call`() async throws {
        let city = try await TestCity()
        let visitor = try await Visitor(.officer, city)
        try await RegisterDesk<TeamMember>(door: city.door).addAll(
            ["甲", "乙"].map {
                TypedFields([
                    "team": "資安防護組", "position": "組員", "name": $0, "fromOn": "2026-01-01",
                ])
            }, by: .console("tester", in: city.agency(.own)))

        let told = try await visitor.call(.post, "/api/v1/team/confirmation", "{}")

        #expect(try read(told).confirmed == 2)
    }

    @Test func `people are found by the search of the whole, within reach`() async throws {
        let city = try await TestCity()
        let officer = try await Visitor(.officer, city)
        let stranger = try await Visitor(.officer, city, in: .sibling)
        let staff = try await Visitor(.staff, city)

        #expect(try await officer.get("/search?q=ciso.own").text.contains("教育局資安長"))
        #expect(try await !stranger.get("/search?q=ciso.own").text.contains("教育局資安長"))
        #expect(try await !staff.get("/search?q=ciso.own").text.contains("教育局資安長"))
    }
}
