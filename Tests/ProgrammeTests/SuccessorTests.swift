import Access
import Inventory
import Kernel
import Registers
import Team
import TestCity
import Testing

/// What the successor of an agency that is no more reads of it.
@Suite struct SuccessorTests {
    @Test func `a successor reads lists and papers of what it took over under the old name`()
        async throws
    {
        let city = try await TestCity()
        let ended = city.agency(.sibling)
        _ = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "舊機關的筆電"), by: .console("tester", in: ended))
        _ = try await RegisterDesk<TeamMember>(door: city.door).add(
            TypedFields([
                "team": "資安防護組", "position": "組員", "name": "衛生局承辦人",
                "fromOn": "2020-01-01",
            ]), by: .console("tester", in: ended))
        let then = city.clock.now.day
        city.clock.advance(minutes: 60 * 24 * 60)
        try await AgencyTree(door: city.door).end(
            ended.id, .merged, into: city.agency(.own).id,
            from: AgencyDating(then.adding(days: 50)), by: city.console)
        let heir = try await Visitor(.officer, city)

        for path in [
            "/assets?agency=\(ended.id)", "/assets/as-of?agency=\(ended.id)&on=\(then)",
            "/people?agency=\(ended.id)", "/papers?agency=\(ended.id)&year=115",
            "/papers/assets?agency=\(ended.id)&year=115&format=html",
        ] {
            let told = try await heir.get(path)
            #expect(told.status == 200, "\(path) \(told.status)")
            #expect(told.text.contains(ended.name), "\(path)")
        }
        let team = try await heir.get("/team?agency=\(ended.id)&only=all")
        #expect(team.text.contains("衛生局承辦人"))
        #expect(!team.text.contains("位成員"))
        let stranger = try await Visitor(.officer, city, in: .child)
        let papers = try await stranger.get("/papers?agency=\(ended.id)&year=115")
        #expect(papers.status == 404)
        let after = try await heir.get("/papers/assets?agency=\(ended.id)&year=116&format=html")
        #expect(after.status == 404)
    }
}
