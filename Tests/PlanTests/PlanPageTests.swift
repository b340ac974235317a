import Access
import HTML
import Kernel
import Duties
import Outline
import Papers
import Registers
import TestCity
import TestEngines
import Testing
import Web

@testable import Plan

@Suite struct PlanPageTests {
    private func readout(
        _ city: TestCity, by role: Role = .securityOfficer, of place: TestCity.Place? = nil
    ) async throws -> PlanReadout {
        let caller = try await city.caller(role)
        let question = PlanQuestion(
            agency: place.map { city.agency($0).id }, year: ROCYear(of: city.clock.now.day),
            today: city.clock.now.day)
        let (shelf, provers) = (city.planDesk.shelf, city.provers)
        return try await city.door.read(by: caller) { view in
            try view.planReadout(question, shelf: shelf, provers)
        }
    }

    private func words(_ page: Page) -> String {
        String(decoding: page.content.bytes(for: Reader(language: .chinese)), as: UTF8.self)
    }

    @Test(arguments: TestEngine.allCases)
    func `every demand stands beside a clause, with what proves it or that nothing does`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let readout = try await readout(city)

        let pages = readout.chapters.indices.map { place in
            words(PlanChapterPage(readout: readout, number: place + 1, mayAdd: false).page)
        }

        for requirement in try RequirementList.bundled().all {
            let number = ">\(requirement.number)<"
            #expect(pages.filter { $0.contains(number) }.count == 1, "\(requirement.number)")
        }
        #expect(pages[2].contains("資通系統 1 筆"))
        #expect(pages.contains { $0.contains("尚無") })
    }

    @Test func `the text is filled with the city's own counts`() async throws {
        let readout = try await readout(try await TestCity())
        let scope = words(PlanChapterPage(readout: readout, number: 2, mayAdd: false).page)

        // Three offices and four schools in the small city.
        #expect(scope.contains(#">3</span>個及學校<span class="plan__field">4</span>所"#))
    }

    @Test(arguments: TestEngine.allCases)
    func `a chapter asks the database the same number of questions whatever is in it`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        _ = try await city.planDesk.adoptTemplate(
            effectiveFrom: city.clock.now.day, by: city.console)
        let caller = try await city.caller(.securityOfficer)
        let question = PlanQuestion(
            agency: city.agency(.child).id, year: ROCYear(of: city.clock.now.day),
            today: city.clock.now.day)
        let (shelf, provers) = (city.planDesk.shelf, city.provers)

        // The year's standings are kept, as they are while a server runs.
        try await city.programme.keepUpToDate()

        for expected in [17, 16] {
            let statements = try await city.database.statements {
                _ = try await city.door.read(by: caller) { view in
                    try view.planReadout(question, shelf: shelf, provers)
                }
            }
            // Agency, version, text (the first time), additions, office, organisations, records,
            // the agency as the law looks at it and what its lists say of it, whether the year is
            // kept, standings, whom to choose.
            #expect(statements.count == expected)
        }
    }

    @Test func `the plan of an agency elsewhere is not there`() async throws {
        let city = try await TestCity()

        await #expect(throws: AgencyRefusal.unknown) {
            _ = try await readout(city, of: .sibling)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency's own clause stands behind the city's and says whose it is`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.securityOfficer)
        let desk = RegisterDesk<PlanAddition>(door: city.door)
        _ = try await desk.add(
            TypedFields(["clause": "safeguards.devices", "words": "<b>校園</b>無線網路另訂規定。"]),
            by: officer)

        let own = words(
            PlanChapterPage(readout: try await readout(city), number: 9, mayAdd: true).page)
        let parent = words(
            PlanChapterPage(
                readout: try await readout(city, by: .city), number: 9, mayAdd: false
            ).page)

        #expect(own.contains("&lt;b>校園&lt;/b>無線網路另訂規定。") || own.contains("&lt;b&gt;校園"))
        #expect(own.contains("（本機關增訂）"))
        #expect(!parent.contains("無線網路另訂規定"))
    }

    @Test func `a clause that the text has no more keeps its addition in sight`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.securityOfficer)
        _ = try await RegisterDesk<PlanAddition>(door: city.door).add(
            TypedFields(["clause": "gone.clause", "words": "另訂規定。"]), by: officer)

        let page = words(PlanContentsPage(readout: try await readout(city)).page)

        #expect(page.contains("找不到位置的增訂條文"))
        #expect(page.contains("另訂規定。"))
    }

    @Test func `a citation of the law of 2020 says where its subject stands now`() async throws {
        let city = try await TestCity()
        _ = try await city.planDesk.importPlan(
            Array(PlanDeskTests.text.utf8), named: "109-02.txt",
            effectiveFrom: city.clock.now.day, by: city.console)

        let readout = try await readout(city)
        let page = words(PlanChapterPage(readout: readout, number: 1, mayAdd: false).page)

        #expect(page.contains("資通安全管理法第10條"))
        #expect(page.contains("已變更"))
        #expect(page.contains("第13條"))
    }
}

extension TestCity {
    var provers: PlanProvers {
        PlanProvers(sources: programme.recordSources, duties: programme.duties)
    }
}
