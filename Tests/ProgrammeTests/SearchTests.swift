import Access
import Agencies
import HTML
import Incidents
import Kernel
import Outline
import Registers
import Systems
import TestCity
import TestEngines
import Testing

@testable import Programme

@Suite struct SearchTests {
    private func titles(
        _ words: String, by caller: Caller, _ city: TestCity
    ) async throws -> [String: [String]] {
        let groups = try await city.programme.search.groups(SearchWords(words), by: caller)
        return Dictionary(
            uniqueKeysWithValues: groups.map { ($0.title.zh, $0.hits.map(\.title.zh)) })
    }

    @Test(arguments: TestEngine.allCases)
    func `the search finds what lies within reach, and nothing else`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let bureau = try await city.caller(.officer)
        let school = try await city.caller(.officer, in: .child)

        let above = try await titles("國小", by: bureau, city)
        let below = try await titles("國小", by: school, city)

        #expect(above["機關"] == ["第一國小", "第二國小"])
        #expect(above["資通系統"] == ["第一國小校務系統", "第二國小校務系統"])
        #expect(below["機關"] == ["第一國小"])
        #expect(below["資通系統"] == ["第一國小校務系統"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a school is found by what people say of it`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let bureau = try await city.caller(.officer)
        try await AgencyDesk(door: city.door).rename(
            city.agency(.child).id, to: "臺北市松山區松山國民小學", kind: "國小",
            from: AgencyDating(city.clock.now.day), by: city.console)

        #expect(try await titles("松山國小", by: bureau, city)["機關"] == ["臺北市松山區松山國民小學"])
    }

    @Test func `what roles do not open is not found`() async throws {
        let city = try await TestCity()
        let staff = try await city.caller(.staff)

        let found = try await titles("教育局", by: staff, city)

        #expect(found == ["機關": ["教育局"]])
    }

    /// What each kind of thing is looked for by, and what its page says.
    private static let kinds = [
        "機關": "第一國小", "資通系統": "校務系統", "業務": "人事業務", "資產清冊": "公文電腦",
        "維護計畫": "資通安全推動組織", "應辦事項": "管理審查會議", "資安事件": "115-0001",
        "人員": "承辦人", "文件": "附件3", "動作": "看",
    ]

    @Test(arguments: Role.allCases)
    func `every hit opens what it names`(_ role: Role) async throws {
        let city = try await TestCity()
        try await city.live()
        try await city.fillRegisters()
        _ = try await IncidentDesk(door: city.door, law: city.programme.law).report(
            knownAt: city.clock.now, isDrill: false,
            by: .console("tester", in: city.agency(.child)))
        let caller = try await city.caller(role)
        let reader = try await Visitor(role, city)
        var kinds: Set<String> = []
        for words in Self.kinds.values {
            let found = try await city.programme.search.groups(SearchWords(words), by: caller)
            for (group, hit) in found.flatMap({ group in group.hits.map { (group, $0) } }) {
                kinds.insert(group.title.zh)
                let page = try await reader.get(String(hit.path.text.prefix { $0 != "#" }))
                if group.title.zh == "動作" {
                    #expect([200, 303].contains(page.status), "\(hit.path.text)")
                    continue
                }
                let says = page.text.contains(hit.title.zh)
                #expect(page.status == 200 && says, "\(hit.path.text)")
            }
        }
        #expect(kinds.contains("動作") && kinds.contains("機關"))
        let all = Set(Self.kinds.keys)
        if role == .officer { #expect(kinds.isSuperset(of: all), "\(all.subtracting(kinds))") }
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency is found in either spelling, and by the name that it had before`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = AgencyDesk(door: city.door)
        let child = city.agency(.child).id
        let officer = try await city.caller(.officer)
        try await desk.rename(
            child, to: "臺北市立第一實驗小學", kind: "國小",
            from: AgencyDating(city.clock.now.day.adding(days: -1)), by: city.console)

        for words in ["台北市立第一", "臺北市立第一", "第一國小"] {
            let found = try await titles(words, by: officer, city)
            #expect(found["機關"] == ["臺北市立第一實驗小學"], "\(words)")
        }
    }

    @Test func `an act is found by its short name, and the list of organisations has acts`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let bureau = try await city.caller(.city)

        #expect(try await titles("新增系統", by: officer, city)["動作"] == ["新增資通系統"])
        #expect(try await titles("新增機關", by: officer, city)["動作"] == ["新增機關情形"])
        #expect(try await titles("新增機關", by: bureau, city)["動作"]?.first == "新增機關")
        #expect(try await titles("", by: officer, city)["動作"]?.first == "通報資安事件")
    }

    @Test func `an agency that is found leads to its own page`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)

        let groups = try await city.programme.search.groups(SearchWords("第一國小"), by: officer)

        let hit = try #require(groups.first { $0.title.zh == "機關" }?.hits.first)
        #expect(hit.path.text == "/agencies/\(city.agency(.child).id)")
    }

    @Test func `clauses of the plan are found by their words, with their place`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)

        let groups = try await city.programme.search.groups(
            SearchWords("資通安全推動組織"), by: officer)

        let hit = try #require(groups.first { $0.title.zh == "維護計畫" }?.hits.first)
        #expect(hit.title.zh == "資通安全推動組織")
        #expect(hit.path.text.hasPrefix("/plan/5"))
    }

    @Test func `the exact comes first, then what begins so`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        for name in ["新公文系統", "公文系統二", "公文系統"] {
            _ = try await desk.add(TestCity.typedSystem(named: name), by: officer)
        }

        let found = try await titles("公文系統", by: officer, city)

        #expect(found["資通系統"] == ["公文系統", "公文系統二", "新公文系統"])
    }

    @Test func `verbs are found by those who may, and all of them without words`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let auditor = try await city.caller(.auditor)

        #expect(try await titles("通報", by: officer, city)["動作"]?.first == "通報資安事件")
        #expect(try await titles("新增資通", by: officer, city)["動作"] == ["新增資通系統"])
        #expect(try await titles("匯入資通", by: officer, city)["動作"] == ["匯入資通系統"])
        #expect(try await titles("新增資通", by: auditor, city)["動作"] == nil)
        #expect(try await titles("", by: officer, city).keys.sorted() == ["動作"])
    }

    @Test(arguments: ["%", "_", "\\", "' OR 1=1 --", "\"*", "NEAR(", "\u{0}"])
    func `signs of the database's languages are words like others`(_ words: String) async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)

        #expect(try await titles(words, by: officer, city)["機關"] == nil)
    }

    @Test
    func `a search costs a source two queries at most: how common the words are, and the rows`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let search = city.programme.search

        let statements = try await city.database.statements {
            _ = try await search.groups(SearchWords("系統"), by: officer)
        }

        #expect(statements.count <= 2 * search.sources.count)
    }

    @Test func `what was looked for is shown as text`() {
        let evil = SearchWords("<img src=x onerror=alert(1)>")
        let page = SearchPage(results: SearchResults(words: evil, groups: [])).page

        #expect(!page.content.text.contains("<img"))
        #expect(page.content.text.contains("&lt;img"))
    }
}
