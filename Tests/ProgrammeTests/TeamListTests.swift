import Access
import Kernel
import Registers
import Team
import TestCity
import Testing

@testable import Programme

/// The act that confirms a roster at once, on a list that may show other agencies' members as well.
@Suite struct TeamListTests {
    @Test func `who has agencies below reads how many are confirmed, and whose`() async throws {
        let city = try await TestCity()
        let desk = RegisterDesk<TeamMember>(door: city.door)
        for (place, names) in [(TestCity.Place.own, ["甲", "乙"]), (.child, ["丙"])] {
            try await desk.addAll(
                names.map {
                    TypedFields([
                        "team": "資安防護組", "position": "組員", "name": $0, "fromOn": "2026-01-01",
                    ])
                }, by: .console("tester", in: city.agency(place)))
        }

        let above = try await Visitor(.officer, city, in: .own).get("/team").text
        let below = try await Visitor(.officer, city, in: .child).get("/team").text

        #expect(above.contains("丙") && above.contains("3 個小組成員"))
        #expect(above.contains(">\(city.agency(.own).name) 2 位都沒變，確認"))
        #expect(below.contains(">1 位都沒變，確認"))
    }

    @Test func `a roster without anybody offers nothing to confirm`() async throws {
        let page = try await Visitor(.officer, try await TestCity()).get("/team").text

        #expect(!page.contains("/team/confirmation"))
    }
}
