import Access
import Duties
import Incidents
import Inventory
import Kernel
import Registers
import Statute
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What the first screens say is true on whatever day they are looked at.
@Suite struct FirstScreenTests {
    /// A day, and what a clerk reads then of a duty whose last day is Friday, 4 December.
    struct Look: Sendable {
        let day: String
        /// Whether the heading counts it as this week's.
        let isOfWeek: Bool
        let isLate: Bool
        /// Beside it on its card, or in the list of what comes next.
        let words: String
    }

    @Test(arguments: [
        // The Monday and the Sunday before its week.
        Look(day: "2026-11-23", isOfWeek: false, isLate: false, words: "快到期"),
        Look(day: "2026-11-29", isOfWeek: false, isLate: false, words: "快到期"),
        Look(day: "2026-11-30", isOfWeek: true, isLate: false, words: "剩 4 天"),
        Look(day: "2026-12-03", isOfWeek: true, isLate: false, words: "明天到期"),
        Look(day: "2026-12-04", isOfWeek: true, isLate: false, words: "今天到期"),
        Look(day: "2026-12-05", isOfWeek: false, isLate: true, words: "逾期 1 天"),
        // A Sunday.
        Look(day: "2026-12-06", isOfWeek: false, isLate: true, words: "逾期 2 天"),
    ])
    func `the clerk's screen says each day how far the last day is`(_ look: Look) async throws {
        let city = try await TestCity()
        try await city.askForAccounts()
        let late = try await heading(city.clerk(on: "2026-11-23"), count: "件逾期")

        let clerk = try await city.clerk(on: look.day)
        let page = try await clerk.get("/").text

        #expect(try heading(page, count: "件逾期") == late + (look.isLate ? 1 : 0))
        #expect(try heading(page, count: "件要辦") == (look.isOfWeek ? 1 : 0))
        let line = try #require(page.firstMatch(of: line)).output
        #expect(line.contains(">\(look.words)<"), "\(line)")
        #expect(page.contains("<h3>社群帳號盤點</h3>") == (look.isOfWeek || look.isLate))
        for figure in Figure.all(in: page) {
            let list = try await clerk.get(figure.place)
            #expect(Figure.rows(in: list.text) == figure.number, "\(figure)")
        }
        try await calendar(clerk)
    }

    @Test(arguments: TestEngine.allCases)
    func `what was left undone last year is not forgotten at New Year`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.askForAccounts()
        let before = try await city.clerk(on: "2026-12-31").get("/").text
        #expect(!before.contains("去年度"))

        for (role, place) in [
            (Role.officer, TestCity.Place.child), (.ciso, .own), (.head, .own), (.auditor, .own),
            (.city, .parent),
        ] {
            try await city.go(to: "2027-01-01")
            let reader = try await Visitor(role, city, in: place)
            let page = try await reader.get("/").text

            #expect(page.contains("去年度還有 "), "\(role)")
            #expect(!page.contains("也沒有逾期") && !page.contains("都如期"), "\(role)")
            let last = try #require(
                Figure.all(in: page).first { $0.place.contains("year=115") }, "\(role)")
            let list = try await reader.get(last.place)
            #expect(last.number > 0 && Figure.rows(in: list.text) == last.number, "\(role)")
        }
    }

    @Test func `who begins in a year is not told of the year before`() async throws {
        let city = try await TestCity()
        city.clock.advance(minutes: 60 * 24 * 60)
        try await city.programme.keepUpToDate()

        let page = try await Visitor(.officer, city, in: .child).get("/").text

        #expect(!page.contains("去年度"))
    }

    @Test func `the heading tells of what waits for the reader and of clocks that run`()
        async throws
    {
        let city = try await TestCity()
        try await city.programme.keepUpToDate()
        let officer = try await city.caller(.officer)
        _ = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "筆電"), by: officer)
        let year = try #require(ROCYear(115))
        let stockTakes = StockTakes(door: city.door)
        let round = try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: officer)
        _ = try await stockTakes.confirm(.rest, in: round, by: officer)
        _ = try await IncidentDesk(door: city.door, law: city.programme.law).report(
            knownAt: city.clock.now, isDrill: false, by: officer)

        let manager = try await Visitor(.manager, city).get("/").text
        #expect(try heading(manager, count: "件等您處理") == 1)
        #expect(try heading(manager, count: "個時限正在計時") == 2)
        let head = try await Visitor(.head, city).get("/").text
        #expect(head.contains("等我處理 1 件") && head.contains("簽核 115 年資產盤點"))
        let clerk = try await Visitor(.officer, city).get("/").text
        #expect(try heading(clerk, count: "件等您處理") == 0)
    }

    @Test func `who may not sign for a duty is sent to look at it, not to do it`() async throws {
        let city = try await TestCity()
        try await city.live()

        let officer = try await Visitor(.officer, city).get("/").text
        let custodian = try await Visitor(.custodian, city).get("/").text

        #expect(officer.contains("去辦"))
        #expect(custodian.contains("去看") && !custodian.contains("去辦"))
    }

    /// The calendar counts what it lists.
    private func calendar(_ clerk: Visitor) async throws {
        let page = try await clerk.get("/calendar?year=115").text
        let told = try #require(page.firstMatch(of: /共 (\d+) 件，逾期 (\d+) 件。/))
        #expect(page.matches(of: /<li><time/).count == Int(told.1))
        #expect(page.matches(of: /tag--over/).count == Int(told.2))
    }

    private var line: Regex<Substring> {
        /<li>(?:(?!<\/li>).)*社群帳號盤點(?:(?!<\/li>).)*<\/li>/.dotMatchesNewlines()
    }

    private func heading(_ clerk: Visitor, count words: String) async throws -> Int {
        try heading(try await clerk.get("/").text, count: words)
    }

    /// The number before some words in the heading; nought where it does not say them.
    private func heading(_ page: String, count words: String) throws -> Int {
        let heading = try #require(page.firstMatch(of: /<h1>(.*?)<\/h1>/)).1
        let found = heading.firstMatch(of: try Regex("([0-9]+) \(words)"))
        return found.flatMap { $0.output[1].substring.flatMap { Int($0) } } ?? 0
    }
}

extension TestCity {
    /// The city asks everybody for something by 4 December.
    fileprivate func askForAccounts() async throws {
        var draft = CityDutyDraft.accounts(from: clock.now.day)
        draft.dueOn = "12-04"
        try await programme.keepUpToDate()
        _ = try await programme.lawDesk.add(draft, by: try await caller(.city))
    }

    /// Lets the days go by until `day`.
    fileprivate func go(to day: String) async throws {
        let days = try #require(Day(day)).number - clock.now.day.number
        clock.advance(minutes: days * 24 * 60)
        try await programme.keepUpToDate()
    }

    /// The clerk of a school, on a day.
    fileprivate func clerk(on day: String) async throws -> Visitor {
        try await go(to: day)
        return try await Visitor(.officer, self, in: .child)
    }
}
