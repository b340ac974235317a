import Access
import Foundation
import Kernel
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What programs do with the list of organisations: what cannot be understood is refused, never
/// taken for something else.
@Suite struct AgencyAPITests {
    private struct Told: Decodable {
        var id: String?
        var code: String?
        var superiorID: String?
        var levelDecidedOn: String?
        var count: Int?
        var next: String?
        var items: [Item]?

        struct Item: Decodable {
            var id: String?
            var verb: String?
            var author: String?
            var changes: [Change]?
        }

        struct Change: Decodable {
            let name: String
            let field: String
            let before: String
            let after: String
        }
    }

    private struct Problem: Decodable { let code: String }

    private let list = "/api/v1/agencies"

    private func read(_ told: Visitor.Told) throws -> Told {
        try JSONDecoder().decode(Told.self, from: Data(told.bytes))
    }

    private func code(_ told: Visitor.Told) throws -> String {
        try JSONDecoder().decode(Problem.self, from: Data(told.bytes)).code
    }

    @Test(arguments: [
        (#"{"name":"新局","kind":"一級機關","superiorID":"x"}"#, "register.unknown_column"),
        (#"{"name":"新局","kind":"一級機關","superior":"教育局"}"#, "agencies.not_an_id"),
        (#"{"name":"新局","kind":"一級機關","foundedOn":"去年"}"#, "agencies.day"),
        (#"{"name":"新局","kind":"一級機關","oid":"abc"}"#, "agencies.oid"),
        (#"{"name":"新局","kind":"沒有這類"}"#, "agencies.unknown_kind"),
        (#"{"name":"新局""#, "web.wrong_json"),
    ])
    func `an agency whose field cannot be read is not added`(
        _ json: String, _ refusal: String
    ) async throws {
        let city = try await TestCity()
        let officer = try await Visitor(.city, city)
        let before = try read(try await officer.get(list)).count

        let told = try await officer.call(.post, list, json)

        #expect([400, 422].contains(told.status))
        #expect(try code(told) == refusal)
        #expect(try read(try await officer.get(list)).count == before)
    }

    @Test func `an end does not fall to the superior for a successor that cannot be read`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await Visitor(.city, city)
        let place = "\(list)/\(city.agency(.child).id)"

        let unread = try await officer.call(
            .post, place + "/end", #"{"manner":"closed","successor":"A004","on":"115/11/01"}"#)
        let misspelt = try await officer.call(
            .post, place + "/end", #"{"manner":"closed","successorID":"x","on":"115/11/01"}"#)
        let level = try await officer.call(
            .post, place + "/levels", #"{"level":"D","decidedOn":"115/11/01"}"#)

        #expect(unread.status == 422 && misspelt.status == 422)
        #expect(try await officer.get(place).text.contains(#""hasEnded":false"#))
        #expect(level.status == 200)
        #expect(try read(level).levelDecidedOn == "2026-11-01")
    }

    @Test(arguments: [
        "superior=xx", "level=Z", "kind=沒有這類", "after=xx", "on=115/13/40",
        "after=01942486-c680-7216-b69a-d774f7f05753",
    ])
    func `a list that is asked for what there is not is refused`(_ question: String) async throws {
        let officer = try await Visitor(.city, try await TestCity())
        let asked = question.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed)

        let told = try await officer.get("\(list)?\(asked ?? "")")

        #expect(told.status == 422, "\(question)")
    }

    @Test(arguments: TestEngine.allCases)
    func `the pages of the list are as long as asked, and make up the whole`(
        _ engine: TestEngine
    ) async throws {
        let officer = try await Visitor(.city, try await TestCity(on: engine))
        var found: [String] = []
        var place: String? = "\(list)?limit=2"
        while let next = place {
            let page = try read(try await officer.get(next))
            #expect((page.items ?? []).count <= 2)
            found += (page.items ?? []).compactMap(\.id)
            place = page.next.map { "\(list)?limit=2&after=\($0)" }
        }

        let all = try read(try await officer.get(list))
        #expect(found == all.items?.compactMap(\.id) && found.count == all.count)
    }

    @Test(arguments: TestEngine.allCases)
    func `the history says who corrected what, to those who see the agency`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await Visitor(.city, city)
        let place = "\(list)/\(city.agency(.child).id)"
        let version = try #require(Int((try await officer.get(place).tag ?? "").filter(\.isNumber)))

        let corrected = try await officer.call(
            .patch, place, #"{"oid":"2.16.886.101.1"}"#, seen: version)
        let moved = try await officer.call(
            .post, place + "/superior",
            #"{"superior":"\#(city.agency(.sibling).id)","on":"2026-11-20"}"#)
        let events = try read(try await officer.get(place + "/history")).items ?? []
        let page = try await officer.get("/agencies/\(city.agency(.child).id)/history")
        let stranger = try await Visitor(.officer, city, in: .sibling)
            .get("\(list)/\(city.agency(.own).id)/history")

        #expect(corrected.status == 200 && moved.status == 200)
        #expect(events.prefix(2).map(\.verb) == ["改隸", "修改機關"])
        let superior = try #require(events.first?.changes?.first { $0.field == "上級機關" })
        let names = [superior.before, superior.after]
        #expect(superior.name == "superiorName")
        #expect(names == [city.agency(.own).name, city.agency(.sibling).name])
        let oid = try #require(events.dropFirst().first?.changes?.first)
        #expect(oid.name == "oid" && oid.field == "OID" && oid.after == "2.16.886.101.1")
        #expect(page.status == 200 && page.text.contains("2.16.886.101.1"))
        #expect(stranger.status == 404)
    }

    @Test func `what was done last in one moment comes first in the history`() async throws {
        let city = try await TestCity()
        let officer = try await Visitor(.securityOfficer, city)
        let place = "\(list)/\(city.agency(.own).id)"

        let kept = try await officer.call(
            .put, "/api/v1/agency-contacts", #"{"window":{"name":"王小明"}}"#)
        let events = try read(try await officer.get(place + "/history")).items ?? []

        #expect(kept.status == 200)
        #expect(events.map(\.verb) == ["更新資安窗口", "新增機關"])
    }

    @Test func `a register does not give today's rows for another day, nor all for no agency`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await Visitor(.city, city)

        let past = try await officer.get("/api/v1/systems?on=2020-01-01")
        let nobody = try await officer.get("/api/v1/systems?agency=xx")

        #expect(past.status == 422)
        #expect(nobody.status == 404)
    }
}
