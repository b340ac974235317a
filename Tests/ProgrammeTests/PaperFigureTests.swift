import Access
import Foundation
import Inventory
import Kernel
import Registers
import Systems
import Team
import TestCity
import TestEngines
import Testing

@testable import Programme

/// Every number that a paper prints is the number of a list that its reader can open.
@Suite struct PaperFigureTests {
    @Test(arguments: TestEngine.allCases, RecordCountTests.scopes)
    func `the figures of a paper are those of the lists`(
        _ engine: TestEngine, _ scope: RecordCountTests.Scope
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.fillRegisters()
        try await city.fillForPapers()
        let reader = try await Visitor(scope.role, city, in: scope.place)
        func paper(_ name: String) async throws -> PrintedPaper {
            let scoped = scope.paper.map { "&scope=\($0)" } ?? ""
            return PrintedPaper(try await reader.get("/papers/\(name)?format=html\(scoped)").text)
        }
        func list(_ path: String) async throws -> Int {
            let page = try await reader.get(path)
            #expect(page.status == 200, "\(path)")
            return Figure.rows(in: page.text)
        }

        let businesses = try await paper("annex2")
        #expect(
            businesses.rows { $0.contains("核心") } == (try await list("/businesses?standing=core")))
        #expect(
            businesses.rows { $0.contains("非核心") }
                == (try await list("/businesses?standing=nonCore")))
        #expect(businesses.said == (try await list("/businesses")))

        let systems = try await paper("systems")
        #expect(systems.rows { $0.contains("是") } == (try await list("/systems?core=true")))
        #expect(systems.said == (try await list("/systems")))

        let members = try await paper("annex3")
        #expect(members.said == (try await list("/team")))

        let assets = try await paper("assets")
        let scrapped = try await list("/assets?state=scrapped")
        #expect(scrapped > 0)
        #expect(assets.said == assets.numbered)
        #expect(assets.said == (try await list("/assets")) - scrapped)
        #expect(assets.text.contains("另有 \(scrapped) 筆已報廢不列"))
        for (of, word) in [("software", "軟體"), ("information", "資訊")] {
            #expect(
                assets.rows { $0.contains(word) }
                    == (try await list("/assets?assetClass=\(of)")), "\(of)")
        }

        let agencies = try await paper("annex1")
        #expect(agencies.said == scope.agencies)
        #expect(agencies.numbered == scope.agencies)
    }

    @Test(arguments: TestEngine.allCases)
    func `the text of the plan counts organisations as their list does`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let reader = try await Visitor(.city, city, in: .parent)
        let list = try await reader.get("/agencies").text
        let plan = try await reader.get("/papers/plan?format=html&scope=city").text
        let sentence = /機關[計]?\s*(\d+)\s*個[^\d]*(\d+)\s*所[^\d]*(\d+)\s*所/
        func figures(_ html: String) -> [Substring]? {
            html.replacing(/<[^>]*>/, with: "").firstMatch(of: sentence)
                .map { [$0.1, $0.2, $0.3] }
        }

        #expect(try #require(figures(list)) == (try #require(figures(plan))))
    }

    @Test func `a list that was signed says that it is the one that was signed`() async throws {
        let city = try await TestCity()
        try await city.fillForPapers()
        let clerk = try await city.caller(.officer)
        let stockTakes = StockTakes(door: city.door)
        let year = ROCYear(of: city.clock.now.day)
        let round = try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: clerk)
        _ = try await stockTakes.confirm(.rest, in: round, by: clerk)
        let reader = try await Visitor(.ciso, city)
        _ = try await reader.post("/stock-takes/\(round.uuidString.lowercased())/signature")
        _ = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "後來買的電腦"), by: clerk)

        let own = PrintedPaper(try await reader.get("/papers/assets?format=html").text)
        let bureau = PrintedPaper(
            try await reader.get("/papers/assets?format=html&scope=subtree").text)

        #expect(own.text.contains("；這是盤點簽核時的清冊"))
        #expect(!own.text.contains("後來買的電腦"))
        #expect(bureau.text.contains("其中 1 個機關是盤點簽核時的清冊"))
    }
}

/// A paper as a browser shows it.
private struct PrintedPaper {
    let text: String
    private let lines: [[String]]

    init(_ html: String) {
        text = html
        lines = html.matches(of: /<tr[^>]*>(?<cells>.*?)<\/tr>/.dotMatchesNewlines()).map { row in
            row.cells.matches(of: /<td[^>]*>(?<words>.*?)<\/td>/.dotMatchesNewlines()).map {
                $0.words.replacing(/<[^>]*>/, with: "").trimmingCharacters(
                    in: .whitespacesAndNewlines)
            }
        }.filter { $0.first.flatMap { Int($0) } != nil }
    }

    /// The lines with a number; marks of what is missing have none.
    var numbered: Int { lines.count }

    /// How many of them have such cells.
    func rows(where cells: ([String]) -> Bool) -> Int { lines.count(where: cells) }

    /// The number of the note above the table.
    var said: Int? { text.firstMatch(of: /共 (\d+) 筆/).flatMap { Int($0.1) } }
}

extension TestCity {
    /// What papers tell apart: core and not, classes, what was scrapped.
    fileprivate func fillForPapers() async throws {
        for place in [Place.own, .child] {
            let clerk = Caller.console("tester", in: agency(place))
            let assets = RegisterDesk<Asset>(door: door)
            _ = try await RegisterDesk<Business>(door: door).add(
                Self.typedBusiness(named: "差勤業務", with: ["standing": "nonCore"]), by: clerk)
            for (name, changes) in [
                ("差勤軟體", ["assetClass": "software"]), ("差勤資料", ["assetClass": "information"]),
                (
                    "舊電腦",
                    ["state": "scrapped", "disposedOn": "2026-03-01", "erasure": "實體破壞"]
                ),
            ] {
                _ = try await assets.add(Self.typedAsset(named: name, with: changes), by: clerk)
            }
        }
    }
}
