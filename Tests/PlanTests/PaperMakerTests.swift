import Access
import Archive
import Foundation
import Inventory
import Kernel
import Outline
import Papers
import Registers
import Systems
import Team
import TestCity
import TestEngines
import Testing

@testable import Plan

@Suite struct PaperMakerTests {
    private func paper(
        _ kind: PaperKind, of place: TestCity.Place, _ width: PaperScope.Width, _ city: TestCity,
        by role: Role = .city
    ) async throws -> Document {
        let caller = try await city.caller(role)
        let (maker, agency) = (city.programme.papers, city.agency(place))
        let order = PaperOrder(
            kind, of: PaperScope(agency, width), year: ROCYear(of: city.clock.now.day))
        return try await city.door.read(by: caller) { try maker.paper(order, $0) }
    }

    private func tables(_ document: Document) -> [Table] {
        document.annexes.flatMap { annex in
            annex.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        }
    }

    /// How many records a table has, apart from the marks of what is missing.
    private func records(_ document: Document) -> Int {
        tables(document).first?.rows.count { row in
            !row.contains { $0.hasPrefix("（尚未登錄") || $0.hasPrefix("無自有") }
        } ?? 0
    }

    @Test(arguments: TestEngine.allCases)
    func `annex 1 of the city has a line for each organisation, numbered`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)

        let table = try #require(tables(try await paper(.annex1, of: .parent, .city, city)).first)

        #expect(table.rows.map { $0[0] } == (1...7).map(String.init))
        // Each superior before those under it.
        #expect(table.rows.first?[1].hasPrefix("資訊局") == true)
        let names = table.rows.map { $0[1] }
        let bureau = try #require(names.firstIndex { $0.hasPrefix("教育局") })
        let school = try #require(names.firstIndex { $0.hasPrefix("第一國小") })
        #expect(bureau < school)
    }

    @Test(
        arguments: TestEngine.allCases,
        [
            (TestCity.Place.child, PaperScope.Width.agency), (.own, .subtree), (.parent, .city),
        ])
    func `a paper counts what lists, exports and the plan page count`(
        _ engine: TestEngine, _ scope: (place: TestCity.Place, width: PaperScope.Width)
    ) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city)
        let reach = PaperScope(city.agency(scope.place), scope.width).reach
        let year = ROCYear(of: city.clock.now.day)
        let sources = city.programme.recordSources
        // Who sees exactly what the paper has.
        let caller =
            scope.width == .city
            ? city.console : try await city.caller(.officer, in: scope.place)
        let (counts, lists) = try await city.door.read(by: caller) { view in
            (
                try view.counts(of: sources, within: reach, in: year),
                [
                    "systems": try view.count(ListQuery(), of: InformationSystem.self).number,
                    "businesses": try view.count(ListQuery(), of: Business.self).number,
                    "team": try view.count(ListQuery(), of: TeamMember.self).number,
                    "assets": try view.count(ListQuery(), of: Asset.self).number,
                ]
            )
        }

        for (kind, source) in [
            (PaperKind.systems, "systems"), (.annex2, "businesses"), (.annex3, "team"),
            (.assets, "assets"),
        ] {
            let document = try await paper(kind, of: scope.place, scope.width, city)
            let file = try await city.programme.exchange(of: source).give(
                .csv, ofAll: scope.width != .agency, by: caller)
            let lines = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)

            #expect(records(document) > 0, "\(kind)")
            #expect(records(document) == counts[source], "\(kind)")
            #expect(records(document) == lists[source], "\(kind)")
            #expect(records(document) == lines.count - 1, "\(kind)")
        }
    }

    /// A business, a system, a member and an asset in the city, in a bureau and in its school.
    private func fill(_ city: TestCity) async throws {
        for place in [TestCity.Place.parent, .own, .child] {
            let console = Caller.console("tester", in: city.agency(place))
            _ = try await RegisterDesk<Business>(door: city.door).add(
                TestCity.typedBusiness(named: "\(place.rawValue)人事業務"), by: console)
            _ = try await RegisterDesk<InformationSystem>(door: city.door).add(
                TestCity.typedSystem(named: "\(place.rawValue)公文系統"), by: console)
            _ = try await RegisterDesk<TeamMember>(door: city.door).add(
                TypedFields([
                    "team": "資安防護組", "position": "組員", "name": "王𠮷堃",
                    "fromOn": "2026-01-01",
                ]), by: console)
            _ = try await RegisterDesk<Asset>(door: city.door).add(
                TestCity.typedAsset(named: "公文電腦", with: ["owner": "<總務處>"]), by: console)
        }
    }

    @Test func `who has written down nothing is seen to have done so`() async throws {
        let city = try await TestCity()

        let alone = try #require(tables(try await paper(.annex3, of: .none, .agency, city)).first)
        let all = try #require(tables(try await paper(.annex3, of: .parent, .city, city)).first)

        #expect(alone.rows == [["—", "（尚未登錄成員）", "", "", "", "", "", "", ""]])
        #expect(all.rows.count == 7)
        #expect(all.rows.allSatisfy { $0[2] == "（尚未登錄成員）" })
    }

    @Test func `hours that nobody wrote down print as missing, never as nought`() async throws {
        let city = try await TestCity()
        let console = Caller.console("tester", in: city.agency(.child))
        _ = try await RegisterDesk<Business>(door: city.door).add(
            TestCity.typedBusiness(named: "教務業務", with: ["longestOutageHours": ""]), by: console)

        let table = try #require(tables(try await paper(.annex2, of: .child, .agency, city)).first)

        #expect(table.rows.first?.contains("未填") == true)
        #expect(table.rows.first?.contains("0") == false)
    }

    @Test(arguments: TestEngine.allCases)
    func `the plan has its annexes, its own clauses, and says that it is a draft`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.securityOfficer)
        _ = try await RegisterDesk<PlanAddition>(door: city.door).add(
            TypedFields(["clause": "safeguards.devices", "words": "校園無線網路另訂規定。"]),
            by: officer)

        let plan = try await paper(.plan, of: .own, .agency, city)

        #expect(plan.annexes.map(\.id.text) == ["annex.agencies", "annex.business", "annex.team"])
        #expect(plan.standing == .draft)
        #expect(plan.chapters.placed.contains { $0.clause.origin == .agency })
        #expect(plan.chapterList[1].clause.ownText.contains("所屬機關3個及學校4所"))
        #expect(plan.seal?.digest == plan.digest)
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency's own text stands in its papers, and in nobody else's`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.securityOfficer)
        _ = try await city.planDesk.importPlan(
            Array(PlanDeskTests.text.utf8), named: "own.txt",
            effectiveFrom: city.clock.now.day, by: officer)

        let own = try await paper(.plan, of: .own, .agency, city)
        let child = try await paper(.plan, of: .child, .agency, city)
        let all = try await city.door.read(by: city.console) { view in
            var chapters: [String: Int] = [:]
            try city.programme.papers.papers(
                .plan, year: ROCYear(of: city.clock.now.day), view
            ) { _, agency, document in chapters[agency.name] = document.chapterList.count }
            return chapters
        }

        #expect(own.chapterList.count == 2)
        #expect(child.chapterList.count == 17)
        #expect(all.values.sorted() == [2] + Array(repeating: 17, count: 6))
    }

    @Test(arguments: [PaperFormat.odt, .ods, .html])
    func `the same state gives the same bytes`(_ format: PaperFormat) async throws {
        let city = try await TestCity()
        let first = try await paper(.plan, of: .parent, .city, city)
        city.clock.advance(minutes: 5)
        let second = try await paper(.plan, of: .parent, .city, city)

        #expect(
            try format.bytes(of: first, by: Typesetter())
                == format.bytes(of: second, by: Typesetter()))
    }

    @Test(arguments: TestEngine.allCases)
    func `the papers of all agencies cost as many questions as one`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let (maker, year) = (city.programme.papers, ROCYear(of: city.clock.now.day))
        let console = city.console

        var made = 0
        let statements = try await city.database.statements {
            made = try await city.door.read(by: console) { view in
                var count = 0
                try maker.papers(.plan, year: year, view) { _, _, _ in count += 1 }
                return count
            }
        }

        #expect(made == 7)
        #expect(statements.count <= 24)
    }

    @Test func `an agency elsewhere has no paper, and a school none of its bureau`() async throws {
        let city = try await TestCity()

        await #expect(throws: AgencyRefusal.unknown) {
            let caller = try await city.caller(.officer, in: .child)
            try await city.door.read(by: caller) { view in
                _ = try Agency.find(city.agency(.own).id, view)
            }
        }
        let caller = try await city.caller(.officer, in: .child)
        #expect(throws: (any Error).self) {
            try PaperScope("city", city.agency(.child), caller)
        }
        #expect(throws: (any Error).self) {
            try PaperScope("subtree", city.agency(.child), caller)
        }
    }
}
