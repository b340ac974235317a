import Access
import Incidents
import Inventory
import Kernel
import Registers
import Team
import TestCity
import TestEngines
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
        let after = try await heir.get("/papers/assets?agency=\(ended.id)&year=117&format=html")
        #expect(after.status == 404)
    }

    @Test(arguments: TestEngine.allCases)
    func `a list is of one's own, and leads to what one took over, to be read only`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let ended = try await city.closed(into: .child)
        let heir = try await Visitor(.officer, city, in: .child)

        let own = try await heir.get("/assets").text
        #expect(!own.contains("舊機關的筆電"))
        #expect(own.contains("<p class=\"eyebrow\">第一國小</p>"))
        #expect(!own.contains("第一國小及所屬"))
        #expect(own.contains("承接\(ended.name)"))
        let link = try #require(own.firstMatch(of: /href="(\/assets\?agency=[^"]+)"/)?.1)
        let theirs = try await heir.get(String(link)).text
        #expect(theirs.contains("舊機關的筆電"))
        #expect(theirs.contains("\(ended.name)（已不存在）"))
        #expect(!theirs.contains("新增資產"))
        #expect(!theirs.contains("承接\(ended.name)"))
        let year = ROCYear(of: city.clock.now.day).number
        let paper = try await heir.get(
            "/papers/assets?agency=\(ended.id)&year=\(year)&format=html")
        #expect(paper.status == 200 && paper.text.contains(ended.name))
        let file = try await heir.get("/assets/export?format=csv").text
        #expect(!file.contains("舊機關的筆電"))
        let theirFile = try await heir.get("/assets/export?format=csv&agency=\(ended.id)").text
        #expect(theirFile.contains("舊機關的筆電"))
        #expect(try await heir.get("/people").text.contains("第一國小"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a superior's list marks the rows of an agency that is no more`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let ended = try await city.closed(into: .child)
        let above = try await Visitor(.officer, city)

        #expect(try await above.get("/assets").text.contains("\(ended.name)（已不存在）"))
        let file = try await above.get("/assets/export?format=csv").text
        #expect(file.contains("\(ended.name)（已不存在）"))
    }

    @Test(arguments: TestEngine.allCases)
    func `the successor brings to an end the incidents that ran, and its superior reviews them`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = IncidentDesk(door: city.door, law: city.programme.law)
        let id = try await desk.report(
            knownAt: city.clock.now, isDrill: false,
            by: .console("tester", in: city.agency(.none)))
        _ = try await city.closed(into: .child)
        let heir = try await Visitor(.officer, city, in: .child)
        let above = try await Visitor(.securityOfficer, city)

        let page = try await heir.get("/incidents/\(id)").text
        #expect(page.contains("/incidents/\(id)/details"))
        let told = try await heir.post(
            "/incidents/\(id)/details",
            ["kind": "\(IncidentKind.allCases[0].rawValue)", "words": "首頁被換了"])
        #expect(told.status == 303, "\(told.status)")
        let seen = try await desk.find(id, by: city.caller(.securityOfficer))
        #expect(seen.incident.account != nil)
        #expect(try await above.get("/incidents").text.contains("\(seen.incident.number)"))
        #expect(seen.incident.isReviewed(by: try await city.caller(.securityOfficer)))
        let officer = try await city.caller(.officer, in: .child)
        #expect(!seen.incident.isReviewed(by: officer))
    }
}

extension TestCity {
    /// A school, with an asset, closed today into `place`.
    fileprivate func closed(into place: Place) async throws -> Agency {
        let ended = agency(.none)
        _ = try await RegisterDesk<Asset>(door: door).add(
            Self.typedAsset(named: "舊機關的筆電"), by: .console("tester", in: ended))
        try await AgencyTree(door: door).end(
            ended.id, .merged, into: agency(place).id, from: AgencyDating(clock.now.day),
            by: console)
        return ended
    }
}
