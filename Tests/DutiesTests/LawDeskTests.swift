import Access
import Duties
import Kernel
import Programme
import Statute
import TestCity
import TestEngines
import Testing

/// What the city keeps of the law itself: confirmations, duties of its own, office calendars.
@Suite struct LawDeskTests {
    private static let today = Day(year: 2026, month: 11, day: 23)!

    @Test(arguments: TestEngine.allCases)
    func `a city duty is judged like every other from its first day, and withdrawn no more`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let officer = try await city.caller(.city)
        let own = city.agency(.own).id

        let duty = try await city.programme.lawDesk.add(.accounts, by: officer)
        #expect(duty.rule.id == "city.1")
        #expect(try await city.state(of: "city.1", in: own) == .upcoming)
        try await city.expectKeptEqualsCounted()

        _ = try await city.declare("city.1", by: try await city.caller(.officer))
        #expect(try await city.state(of: "city.1", in: own) == .declared)

        try await city.programme.lawDesk.withdraw("city.1", by: officer)
        #expect(try await city.state(of: "city.1", in: own) == nil)
        try await city.expectKeptEqualsCounted()
        await #expect(throws: LawDeskRefusal.ended) {
            try await city.programme.lawDesk.withdraw("city.1", by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `another process finds the city's law in the database`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        _ = try await city.programme.lawDesk.add(.accounts, by: try await city.caller(.city))
        let shelf = LawShelf(city.programme.law.base)
        #expect(!shelf.law.duties.contains { $0.id == "city.1" })

        try await city.database.read { try shelf.bringUpToDate($0) }

        #expect(shelf.law.duties.contains { $0.id == "city.1" })
        #expect(shelf.revision == city.programme.law.revision)
    }

    @Test func `a duty whose last day of the year is over counts from next year`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.city)
        var late = CityDutyDraft.accounts
        late.dueOn = "09-30"
        _ = try await city.programme.lawDesk.add(late, by: officer)
        let own = city.agency(.own).id

        #expect(try await city.state(of: "city.1", in: own) == nil)
        city.clock.advance(minutes: 60 * 24 * 60)
        let list = try await city.programme.duties.list(
            of: own, in: ROCYear(116)!, by: try await city.caller(.officer))
        let entry = list.entries.first { $0.claim.duty == "city.1" }
        #expect(entry?.standing.dueOn == Day(year: 2027, month: 9, day: 30))
    }

    @Test(arguments: TestEngine.allCases)
    func `a duty of each half-year counts from the half in which it begins`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        var halves = CityDutyDraft.accounts
        halves.cadence = .each(times: 1, months: 6)
        _ = try await city.programme.lawDesk.add(halves, by: try await city.caller(.city))

        let officer = try await city.caller(.officer)
        let duties = city.programme.duties
        func lastDays(_ year: Int) async throws -> [String] {
            let list = try await duties.list(
                of: city.agency(.own).id, in: ROCYear(year)!, by: officer)
            return list.entries.filter { $0.claim.duty == "city.1" }
                .compactMap { $0.standing.dueOn?.description }
        }
        #expect(try await lastDays(115) == ["2026-12-31"])
        #expect(try await lastDays(116) == ["2027-06-30", "2027-12-31"])
        try await city.expectKeptEqualsCounted()
    }

    @Test func `a last day of the year goes only with what is done each year`() async throws {
        let city = try await TestCity()
        var halves = CityDutyDraft.accounts
        halves.cadence = .each(times: 1, months: 6)
        halves.dueOn = "09-30"
        let asked = halves

        await #expect(throws: LawDeskRefusal.dueOnOfNoYear) {
            _ = try await city.programme.lawDesk.add(asked, by: city.caller(.city))
        }
    }

    @Test(arguments: [
        ("term", LawDeskRefusal.term), ("why", .why), ("document", .document), ("kinds", .kinds),
        ("levels", .levels), ("cadence", .cadence), ("dueOn", .dueOn), ("from", .from(today)),
    ])
    func `what is missing in a city duty is said`(
        _ field: String, _ refusal: LawDeskRefusal
    ) async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.city)
        var draft = CityDutyDraft.accounts
        switch field {
        case "term": draft.term = ""
        case "why": draft.why = ""
        case "document": draft.document = ""
        case "kinds": draft.kinds = []
        case "levels": draft.levels = []
        case "cadence": draft.cadence = nil
        case "dueOn": draft.dueOn = "13-01"
        default: draft.from = Self.today.adding(days: -1)
        }
        let asked = draft

        await #expect(throws: refusal) {
            _ = try await city.programme.lawDesk.add(asked, by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `only the city changes rules, and what it writes is in the ledger`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = city.programme.lawDesk
        let school = try await city.caller(.securityOfficer)
        await #expect(throws: LawDeskRefusal.cityOnly) {
            _ = try await desk.add(.accounts, by: school)
        }
        await #expect(throws: LawDeskRefusal.cityOnly) {
            try await desk.confirm(RuleName(.duty, "level.audit"), note: "看過", by: school)
        }

        let officer = try await city.caller(.city)
        _ = try await desk.add(.accounts, by: officer)
        try await desk.confirm(RuleName(.duty, "level.audit"), note: "對過原文", by: officer)
        let verbs = try await city.database.read { session in
            try session.values(
                "SELECT verb FROM entry WHERE verb LIKE 'law.%' ORDER BY verb", as: String.self)
        }
        #expect(verbs == ["law.addDuty", "law.confirm"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a confirmation holds until it is taken back`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let desk = city.programme.lawDesk
        let officer = try await city.caller(.city)
        let clerk = try await city.caller(.officer)
        let name = try #require(
            city.programme.law.law.duties(on: Self.today)
                .first { $0.rule.certainty != .verified }
                .map { RuleName(.duty, $0.id) })
        func look() async throws -> RuleCase {
            try await desk.look(at: name, of: clerk.agency, by: clerk)
        }
        await #expect(throws: LawDeskRefusal.note) {
            try await desk.confirm(name, note: "  ", by: officer)
        }

        try await desk.confirm(name, note: "對過法規資料庫", by: officer)
        #expect(try await look().confirmation?.note == "對過法規資料庫")
        #expect(try await desk.readout(by: clerk).confirmations[name] != nil)
        try await desk.confirm(name, note: "再對一次", by: officer)
        #expect(try await look().confirmations.map(\.note) == ["再對一次", "對過法規資料庫"])
        #expect(try await look().confirmation?.note == "再對一次")

        try await desk.takeBack(name, by: officer)
        #expect(try await look().confirmation == nil)
        await #expect(throws: LawDeskRefusal.unknown) {
            try await desk.takeBack(name, by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a calendar laid in moves deadlines, and taken out it moves them back`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let desk = city.programme.lawDesk
        let officer = try await city.caller(.city)
        let day = Day(year: 2028, month: 3, day: 1)!
        func calendar() -> WorkingCalendar { city.programme.law.law.calendar }
        #expect(!calendar().covers(day))
        #expect(!calendar().isRest(day))

        let laid = try await desk.lay(Self.calendar(of: 2028, resting: day), by: officer)
        #expect(laid.year == 2028)
        #expect(calendar().isRest(day))
        #expect(calendar().rest(on: day)?.holiday == "測試假")
        try await city.expectKeptEqualsCounted()

        try await desk.takeOut(2028, by: officer)
        #expect(!calendar().covers(day))
        await #expect(throws: CalendarRefusal.self) {
            _ = try await desk.lay(Array("西元日期\n1".utf8), by: officer)
        }
    }

    @Test func `records never change law by themselves`() async throws {
        let city = try await TestCity()
        let before = city.programme.law.law
        let own = AgencyFacts(level: .c, kind: .school, classifiedOn: Day("2019-01-01")!)
        let past = Day("2024-06-01")!
        func owed(_ law: Law) -> [String] { law.owed(by: own, on: past).map(\.duty.id) }

        _ = try await city.programme.lawDesk.add(.accounts, by: try await city.caller(.city))

        #expect(owed(city.programme.law.law) == owed(before))
        let last = try await city.programme.duties.list(
            of: city.agency(.own).id, in: ROCYear(114)!, by: try await city.caller(.officer))
        #expect(!last.entries.contains { $0.claim.duty == "city.1" })
    }

    /// A year in the government's form: weekends and one more day rest.
    private static func calendar(of year: Int, resting: Day) -> [UInt8] {
        var day = Day(year: year, month: 1, day: 1)!
        var lines = ["西元日期,星期,是否放假,備註"]
        while day.year == year {
            let (_, month, number) = day.components
            let isRest = day.weekday == .saturday || day.weekday == .sunday || day == resting
            let weekday = day.weekday.term.zh.suffix(1)
            lines.append(
                "\(year * 10_000 + month * 100 + number),\(weekday),\(isRest ? 2 : 0),"
                    + (day == resting ? "測試假" : ""))
            day = day.adding(days: 1)
        }
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}

extension CityDutyDraft {
    /// A duty for everybody, once a year, by the end of the year.
    static var accounts: CityDutyDraft {
        var draft = CityDutyDraft()
        draft.term = "社群帳號盤點"
        draft.why = "知道誰在用機關的名字說話。"
        draft.document = "府資安字第 1150012345 號函"
        draft.kinds = [.agency, .school]
        draft.levels = Level.allCases
        draft.cadence = .each(times: 1, months: 12)
        draft.from = Day(year: 2026, month: 11, day: 23)
        return draft
    }
}
