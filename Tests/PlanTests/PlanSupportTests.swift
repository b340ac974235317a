import Access
import Agencies
import Duties
import HTML
import Incidents
import Inventory
import Kernel
import Papers
import Registers
import Statute
import Systems
import TestCity
import TestEngines
import Testing
import Web

@testable import Plan

/// A row of the plan is proven by what proves it, and by nothing that merely is there.
@Suite struct PlanSupportTests {
    let rows: RequirementList

    init() throws {
        rows = try RequirementList.bundled()
    }

    private func standing(_ row: String, in readout: PlanReadout) throws -> SupportBook.Standing {
        let number = try #require(RequirementNumber(row))
        return readout.supports.standing(of: try #require(rows[number]))
    }

    private func beside(_ row: String, in readout: PlanReadout) throws -> String {
        let number = try #require(RequirementNumber(row))
        let view = RequirementView(
            requirement: try #require(rows[number]), supports: readout.supports)
        return String(
            decoding: view.body.bytes(for: Reader(language: .chinese)), as: UTF8.self)
    }

    private func clerk(_ city: TestCity, _ place: TestCity.Place = .own) -> Caller {
        Caller.console("tester", in: city.agency(place))
    }

    @Test(arguments: TestEngine.allCases)
    func `an availability to keep is asked only of systems that there are, and proven by none`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let before = try await city.planReadout()
        #expect(try standing("04-11", in: before) == .notApplicable)
        #expect(try standing("08-6", in: before) == .notApplicable)

        _ = try await RegisterDesk<InformationSystem>(door: city.door).add(
            TestCity.typedSystem(
                named: "公文系統", with: ["availability": "高", "longestOutageHours": ""]),
            by: clerk(city))

        let after = try await city.planReadout()
        #expect(try standing("04-11", in: after) == .open)
        #expect(try beside("04-11", in: after).contains("防護需求「高」的系統 1 筆"))
        #expect(try beside("04-11", in: after).contains("尚無"))
        #expect(try standing("08-6", in: after) == .open)
        #expect(try beside("08-6", in: after).contains("還沒訂最大可容忍中斷時間 1 筆"))
    }

    @Test(arguments: TestEngine.allCases)
    func `what records still lack speaks before the records`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let desk = RegisterDesk<Asset>(door: city.door)
        _ = try await desk.add(TestCity.typedAsset(named: "公文電腦"), by: clerk(city))
        let whole = try await city.planReadout()
        #expect(try standing("07-2", in: whole) == .proven)
        #expect(try standing("07-4", in: whole) == .open)
        // The paper could be printed, but nobody has signed this year's stock-take.
        #expect(try standing("07-8", in: whole) == .open)
        #expect(try standing("07-6", in: whole) == .proven)
        #expect(try standing("07-10", in: whole) == .open)

        _ = try await desk.add(
            TestCity.typedAsset(named: "印表機", with: ["manager": ""]), by: clerk(city))

        let lacking = try await city.planReadout()
        #expect(try standing("07-2", in: lacking) == .open)
        #expect(try beside("07-2", in: lacking).contains("沒有管理者 1 筆"))
    }

    @Test(arguments: TestEngine.allCases, [(0, true), (1, true), (2, false)])
    func `incidents of level 3 and above are counted against the year's limit`(
        _ engine: TestEngine, _ year: (incidents: Int, isKept: Bool)
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.confirmIncidents(year.incidents)

        let readout = try await city.planReadout()

        let isKept = try standing("04-10", in: readout) == .proven
        #expect(isKept == year.isKept)
        #expect(try beside("04-10", in: readout).contains("審核為第 3 級 \(year.incidents) 筆"))
        let response = try standing("10-3", in: readout)
        #expect(response == (year.incidents == 0 ? .notApplicable : .proven))
    }

    @Test(arguments: TestEngine.allCases)
    func `what the law does not ask of a level says so, and the plan's own demands stay open`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await AgencyDesk(door: city.door).decide(
            .d, for: city.agency(.own).id, on: Day("2019-01-01")!, document: "字第 1 號",
            by: city.console)

        let readout = try await city.planReadout()

        #expect(try standing("09-7", in: readout) == .notApplicable)
        #expect(try beside("09-7", in: readout).contains("責任等級 D 級不用辦"))
        #expect(try standing("09-2", in: readout) == .open)
        #expect(try beside("09-2", in: readout).contains("尚無"))
    }

    @Test(arguments: TestEngine.allCases)
    func `work over those below is asked of those who have any, and what is missing is said`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let bureau = try await city.planReadout()
        let school = try await city.planReadout(of: .child)

        #expect(try standing("06-5", in: bureau) == .open)
        #expect(try beside("06-5", in: bureau).contains("所屬機關 2 筆"))
        #expect(try beside("06-5", in: bureau).contains("尚無：名冊"))
        #expect(try standing("06-5", in: school) == .notApplicable)
        #expect(!(try beside("06-5", in: school)).contains("尚無：名冊"))
    }

    @Test(arguments: ["X-3", "X-4", "X-8"])
    func `what is built in part stays open, and says both what it does and what is missing`(
        _ row: String
    ) async throws {
        let readout = try await TestCity().planReadout()

        #expect(try standing(row, in: readout) == .open)
        #expect(try beside(row, in: readout).contains("系統做到"))
        #expect(try beside(row, in: readout).contains("尚無："))
    }

    @Test(arguments: TestEngine.allCases)
    func `products that endanger national security show what is listed, and their duty decides`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        _ = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(
                named: "攝影機",
                with: ["origin": "harmful", "replacementPlan": "換新", "replaceOn": "2027-06-30"]),
            by: clerk(city))

        let listed = try await city.planReadout()
        #expect(try beside("07-17", in: listed).contains("危害國家資通安全產品 1 筆"))
        #expect(try standing("07-17", in: listed) == .open)

        _ = try await city.programme.duties.declare(
            "level.products", doneOn: city.clock.now.day,
            in: ROCYear(of: city.clock.now.day), words: "已核准並列冊", by: clerk(city))
        #expect(try standing("07-17", in: try await city.planReadout()) == .declared)
    }

    @Test func `what cannot be recorded says what is missing and leads to what one can do`()
        async throws
    {
        let city = try await TestCity()
        let readout = try await city.planReadout()
        let team = try beside("06-2", in: readout)
        let accounts = try beside("04-8", in: readout)

        #expect(team.contains("尚無：名冊還沒有欄位標明誰主辦管理面業務。"))
        #expect(team.contains("現在可以：在名冊的職掌寫「資安管理面業務」"))
        #expect(team.contains("href=\"/team?"))
        #expect(accounts.contains("尚無：還沒有帳號清查的紀錄表。"))
        #expect(accounts.contains("href=\"/duties/plan.use-audit?"))
        #expect(try standing("04-8", in: readout) == .open)

        let unseen = try beside("04-8", in: try await city.planReadout(by: .staff))
        #expect(unseen.contains("現在可以") && !unseen.contains("href"))
    }

    @Test func `who has no contractor is asked nothing of contractors`() async throws {
        let city = try await TestCity()

        let readout = try await city.planReadout()

        let isAsked = try standing("12-2", in: readout) != .notApplicable
        for row in ["12-3", "12-5", "12-10", "12-16"] {
            #expect((try standing(row, in: readout) != .notApplicable) == isAsked, "\(row)")
            #expect(try beside(row, in: readout).contains(isAsked ? "現在可以" : "不適用"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `each duty in force stands beside a clause of the plan page`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let readout = try await city.planReadout()
        let own = city.agency(.own).id
        let desk = city.programme.duties
        let year = ROCYear(of: city.clock.now.day)
        let list = try await desk.list(of: own, in: year, by: city.caller(.securityOfficer))
        let shown = readout.chapters.flatMap { readout.requirements(of: $0.clause) }
            .flatMap { readout.supports.supports(of: $0) }
            .compactMap { support -> MeasureID? in
                guard case .duty(_, let judged, _) = support else { return nil }
                return judged.standing.duty
            }

        #expect(Set(list.entries.map(\.claim.duty)).subtracting(shown) == [])
    }

    @Test(arguments: TestEngine.allCases)
    func `a duty that the city adds stands in a part of its own, as in the list of duties`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        #expect(!page(of: try await city.planReadout()).contains("市府加的"))
        try await city.addDuty(of: [.agency])

        let owing = page(of: try await city.planReadout())
        #expect(owing.contains("市府加的"))
        #expect(owing.contains("應辦：社群帳號盤點"))
        #expect(owing.contains("府資安字第 1150012345 號函"))
        for place in TestCity.Place.allCases {
            let agency = city.agency(place).id
            let list = try await city.programme.duties.list(
                of: agency, in: ROCYear(of: city.clock.now.day), by: city.console)
            let supports = try await city.planReadout(by: .city, of: place).supports
            let isOwed = supports.ofCity.contains {
                if case .duty = supports.support(of: $0) { true } else { false }
            }
            #expect(isOwed == list.entries.contains { $0.claim.duty == "city.1" }, "\(place)")
        }
    }

    @Test func `what the city adds is named to who may not see how duties stand`() async throws {
        let city = try await TestCity()
        try await city.addDuty(of: [.agency, .school])

        let words = page(of: try await city.planReadout(by: .staff))

        #expect(words.contains("應辦：社群帳號盤點"))
        #expect(words.contains("不開放給您的角色"))
        // The law's pages are not theirs either.
        #expect(!words.contains("/law/city-duties"))
    }

    private func page(of readout: PlanReadout) -> String {
        String(
            decoding: PlanContentsPage(readout: readout).page.content.bytes(
                for: Reader(language: .chinese)), as: UTF8.self)
    }

    @Test func `who may not see duties is told so, not that nothing is owed`() async throws {
        let city = try await TestCity()

        let words = try beside("09-7", in: try await city.planReadout(by: .staff))

        #expect(words.contains("不開放給您的角色"))
        #expect(!words.contains("不適用"))
    }

    @Test func `a plan whose citations moved does not prove that it follows the law`()
        async throws
    {
        let city = try await TestCity()
        #expect(try standing("01-1", in: try await city.planReadout()) == .proven)
        _ = try await city.planDesk.importPlan(
            Array(PlanDeskTests.text.utf8), named: "109-02.txt",
            effectiveFrom: city.clock.now.day, by: city.console)

        let readout = try await city.planReadout()

        #expect(try standing("01-1", in: readout) == .open)
        #expect(try beside("01-1", in: readout).contains("處要更新"))
    }
}

extension TestCity {
    /// The plan of this year as somebody reads it.
    func planReadout(
        by role: Role = .securityOfficer, of place: Place? = nil
    ) async throws -> PlanReadout {
        let caller = try await caller(role)
        let question = PlanQuestion(
            agency: place.map { agency($0).id }, year: ROCYear(of: clock.now.day),
            today: clock.now.day)
        let (shelf, provers) = (planDesk.shelf, provers)
        return try await door.read(by: caller) { view in
            try view.planReadout(question, shelf: shelf, provers)
        }
    }

    /// The city asks by letter for something that is done once a year, from today on.
    func addDuty(of kinds: [OrganisationKind]) async throws {
        var draft = CityDutyDraft()
        draft.term = "社群帳號盤點"
        draft.why = "知道誰在用機關的名字說話。"
        draft.document = "府資安字第 1150012345 號函"
        draft.kinds = kinds
        draft.levels = Level.allCases
        draft.cadence = .each(times: 1, months: 12)
        draft.from = clock.now.day
        _ = try await programme.lawDesk.add(draft, by: try await caller(.city))
    }

    /// Reports so many incidents of a bureau and confirms that they are of level 3.
    func confirmIncidents(_ count: Int) async throws {
        let desk = IncidentDesk(door: door, law: programme.law)
        let own = Caller.console("tester", in: agency(.own))
        let superior = Caller.console("tester", in: agency(.parent))
        for _ in 0..<count {
            let id = try await desk.report(knownAt: clock.now, isDrill: false, by: own)
            clock.advance(minutes: 1)
            try await desk.describe(
                id, as: IncidentAccount(kind: .defaced, words: "首頁被換"), by: own)
            try await desk.affect(
                id, IncidentEffect(extents: [.alteration: .slight]), systems: [], by: own)
            try await desk.judge(id, as: .three, reason: "影響比表上重", by: own)
            try await desk.notify(id, at: clock.now, receipt: "1", by: own)
            try await desk.review(id, as: .three, reason: "", by: superior)
        }
    }
}
