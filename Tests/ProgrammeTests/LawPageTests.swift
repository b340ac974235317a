import Access
import Duties
import Kernel
import Statute
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What the pages of the law say of what the city's office did with it.
@Suite struct LawPageTests {
    private func add(_ city: TestCity) async throws {
        let draft = CityDutyDraft.accounts(from: city.clock.now.day)
        _ = try await city.programme.lawDesk.add(draft, by: try await city.caller(.city))
    }

    @Test func `a city duty that never held has no page and no link`() async throws {
        let city = try await TestCity()
        try await add(city)
        try await city.programme.lawDesk.withdraw("city.1", by: try await city.caller(.city))

        let list = try await Visitor(.city, city).get("/law/city-duties").text

        #expect(list.contains("社群帳號盤點") && list.contains("沒有施行就停用"))
        #expect(!list.contains("/law/rules/duties/city.1"))
    }

    @Test func `a city duty that held keeps its page when it is withdrawn`() async throws {
        let city = try await TestCity()
        try await add(city)
        city.clock.advance(minutes: 24 * 60)
        try await city.programme.lawDesk.withdraw("city.1", by: try await city.caller(.city))

        let officer = try await Visitor(.city, city)
        #expect(try await officer.get("/law/city-duties").text.contains("/law/rules/duties/city.1"))
        let rule = try await officer.get("/law/rules/duties/city.1")
        #expect(rule.status == 200 && rule.text.contains("這條規則現在不適用"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a rule says how many of those below owe it and how they stand`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.live()
        let place = "/law/rules/duties/act.plan"
        for (role, seat, count) in [
            (Role.securityOfficer, TestCity.Place.own, 3), (.city, .parent, 7),
        ] {
            let page = try await Visitor(role, city, in: seat).get(place).text
            #expect(page.contains("\(count) 個機關："), "\(role)")
            let told = Figure.all(in: page).filter { $0.place.contains("/act.plan/agencies") }
            #expect(told.reduce(0) { $0 + $1.number } == count, "\(role)")
        }
        let school = try await Visitor(.officer, city, in: .child).get(place).text
        #expect(!school.contains("個機關："))
    }

    @Test func `a confirmed rule asks for no other note, and one taken back says since when`()
        async throws
    {
        let city = try await TestCity()
        let name = try #require(
            city.programme.law.law.duties(on: city.clock.now.day)
                .first { $0.rule.certainty != .verified })
        let place = "/law/rules/duties/\(name.id)"
        let officer = try await Visitor(.city, city)
        #expect(try await officer.post("\(place)/confirmation", ["note": "對過原文"]).status == 303)

        #expect(try await officer.get(place).text.contains("<summary>改寫核對</summary>"))
        #expect(try await officer.post("\(place)/confirmation/withdrawal").status == 303)
        let after = try await officer.get(place).text
        #expect(!after.contains("改寫核對") && after.contains("；收回或改寫："))
    }
}
