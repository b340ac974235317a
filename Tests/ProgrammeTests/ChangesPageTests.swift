import Access
import Inventory
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@testable import Programme

/// The records behind the figures of what changed in an agency.
@Suite struct ChangesPageTests {
    /// Three assets of the agency, one of them in the bin since, a new person, and a stranger's asset.
    private func busyCity(_ engine: TestEngine) async throws -> TestCity {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.securityOfficer)
        city.clock.advance(minutes: 1)
        let assets = RegisterDesk<Asset>(door: city.door)
        var last = try await assets.add(TestCity.typedAsset(named: "筆電"), by: officer)
        for name in ["螢幕", "舊印表機"] {
            last = try await assets.add(TestCity.typedAsset(named: name), by: officer)
        }
        try await assets.remove(last, seen: nil, by: officer)
        _ = try await People(door: city.door).add(
            PersonDetails(name: "陳新人"), to: officer.agency, by: city.console)
        let stranger = try await city.caller(.officer, in: .sibling)
        _ = try await assets.add(TestCity.typedAsset(named: "別人的"), by: stranger)
        return city
    }

    @Test(arguments: TestEngine.allCases)
    func `each figure of what changed leads to as many records`(
        _ engine: TestEngine
    ) async throws {
        let city = try await busyCity(engine)
        let ciso = try await Visitor(.ciso, city)
        let home = try await ciso.get("/").text

        let links = home.matches(of: /<a href="(\/changes\?[^"]+)">(\d+) 筆/)
        #expect(links.count >= 2)
        for link in links {
            let place = String(link.1).replacing("&amp;", with: "&")
            let page = try await ciso.get(place).text
            #expect(page.contains("變動了 \(link.2) 筆"), "\(place)")
            #expect(page.matches(of: /<tr/).count == Int(link.2).map { $0 + 1 }, "\(place)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `each record is told once, by its last change, and leads to its page`(
        _ engine: TestEngine
    ) async throws {
        let city = try await busyCity(engine)
        let ciso = try await Visitor(.ciso, city)

        let page = try await ciso.get("/changes?kind=asset").text

        #expect(page.contains("變動了 3 筆"))
        for name in ["筆電", "螢幕", "舊印表機"] { #expect(page.contains(">\(name)</a>")) }
        #expect(page.contains(RowVerb.removing.term.zh) && page.contains(RowVerb.adding.term.zh))
        #expect(!page.contains("別人的"))
        for link in page.matches(of: /<a href="(\/assets\/[0-9a-f-]+)">/) {
            #expect(try await ciso.get(String(link.1)).status == 200)
        }
    }

    @Test func `a declaration is told by its duty, and leads there`() async throws {
        let city = try await busyCity(.sqlite)
        let officer = try await city.caller(.officer)
        _ = try await city.programme.duties.declare(
            "plan.risk", doneOn: city.clock.now.day, in: ROCYear(of: city.clock.now.day),
            words: "已評估", by: officer)
        let ciso = try await Visitor(.ciso, city)
        let page = try await ciso.get("/changes?kind=dutyDeclaration").text
        #expect(page.contains("變動了 1 筆") && page.contains("<a href=\"/duties/plan.risk\">"))
        #expect(try await ciso.get("/duties/plan.risk").status == 200)
    }

    @Test func `what the reader may not see is not told, and no such place`() async throws {
        let city = try await busyCity(.sqlite)
        let custodian = try await Visitor(.custodian, city)
        #expect(try await custodian.get("/changes?kind=asset").status == 200)
        #expect(try await custodian.get("/changes?kind=person").status == 404)
        #expect(try await custodian.get("/changes?kind=others").status == 404)
        #expect(try await custodian.get("/changes?kind=nothing").status == 404)
        let all = try await custodian.get("/changes").text
        // With the system that the city begins with.
        #expect(all.contains("變動了 4 筆") && !all.contains("陳新人"))
    }

    @Test func `a time without a change says so`() async throws {
        let city = try await busyCity(.sqlite)
        let since = city.clock.now.adding(hours: 1).microseconds
        let ciso = try await Visitor(.ciso, city)
        let page = try await ciso.get("/changes?kind=asset&since=\(since)").text
        #expect(page.contains("這段時間沒有變動"))
    }
}
