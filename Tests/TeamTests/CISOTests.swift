import Access
import Duties
import Exchange
import HTML
import Kernel
import Registers
import Storage
import TestCity
import TestEngines
import Testing
import Web

@testable import Team

@Suite struct CISOTests {
    private func typed(_ changes: [String: String] = [:]) -> TypedFields {
        TypedFields(
            [
                "name": "某人", "post": "副局長", "fromOn": "2026-01-01",
                "approvedOn": "2025-12-20", "document": "簽字第 1 號", "approver": "局長",
            ].merging(changes) { $1 })
    }

    private func inForce(_ city: TestCity, on day: String) async throws -> [AgencyID: CISOInForce] {
        try await city.door.read(by: city.console) { view in
            try CISOInForce.all(on: Day(day)!, in: .city, view)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is pending is not in office`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<CISOAppointment>(door: city.door)
        let id = try await desk.add(typed(["document": ""]), by: officer)
        #expect(try await inForce(city, on: "2026-06-01").isEmpty)

        _ = try await desk.revise(
            id, TypedFields(["document": "簽字第 2 號"]), seen: 1, by: officer)

        let own = city.agency(.own).id
        #expect(try await inForce(city, on: "2026-06-01")[own]?.document == "簽字第 2 號")
        #expect(try await inForce(city, on: "2025-12-31").isEmpty)
    }

    @Test func `gaps are facts with days`() throws {
        let today = Day("2026-11-23")!
        let terms = try [
            DatedTerm(from: Day("2024-01-01")!, until: Day("2024-06-30")!),
            DatedTerm(from: Day("2024-07-11")!, until: Day("2026-10-31")!),
        ]
        let gaps = CISOGap.all(between: terms, until: today)

        #expect(gaps.map { $0.days(until: today) } == [10, 23])
        #expect(CISOGap.all(between: [], until: today) == [])
        let open = try terms + [DatedTerm(from: Day("2026-11-01")!)]
        #expect(CISOGap.all(between: open, until: today).count == 1)
    }

    @Test func `agencies without one are listed with the day since when`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<CISOAppointment>(door: city.door)
        _ = try await desk.add(typed(["untilOn": "2026-10-31"]), by: officer)

        let missing = try await city.door.read(by: city.console) { view in
            try CISOGap.agencies(in: .city, view)
        }
        #expect(missing.count == TestCity.Place.allCases.count)
        let own = missing.first { $0.agency.id == city.agency(.own).id }
        #expect(own?.since == Day("2026-11-01"))
        #expect(own?.sentence(on: city.clock.now.day).zh.contains("23 天") == true)
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency whose appointment waits for its approval is not said to have none entered`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<CISOAppointment>(door: city.door)
        _ = try await desk.add(
            typed(["name": "舊人", "document": "", "untilOn": "2026-03-31"]), by: officer)
        let id = try await desk.add(typed(["name": "新人", "document": ""]), by: officer)

        let missing = try await city.door.read(by: city.console) { view in
            try CISOGap.agencies(in: .city, view)
        }
        let own = missing.first { $0.agency.id == city.agency(.own).id }

        #expect(own?.pending == CISOPending(appointment: id, name: "新人"))
        #expect(own?.sentence(on: city.clock.now.day).zh.contains("新人的派任簽核中") == true)
        #expect(missing.filter { $0.pending != nil }.count == 1)
    }
}

@Suite struct TeamTests {
    private func member(_ name: String, from day: String = "2025-01-01") -> TypedFields {
        TypedFields([
            "team": "資安防護組", "position": "組員", "name": name, "fromOn": day,
        ])
    }

    private func notes(
        _ desk: RegisterDesk<TeamMember>, _ caller: Caller
    ) async throws -> [ListNote] {
        try await desk.page(
            ListQuery(), by: caller, drawing: TableRow([]), for: Reader(language: .chinese)
        ).notes
    }

    private func names(_ city: TestCity, _ show: String?, on day: Day? = nil) async throws
        -> [String]
    {
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<TeamMember>(door: city.door)
        return try await desk.list(ListQuery(only: show, day: day), by: officer).0.rows
            .map(\.row.name).sorted()
    }

    @Test(arguments: TestEngine.allCases)
    func `one click confirms the whole roster in one change`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<TeamMember>(door: city.door)
        for name in ["甲", "乙", "丙"] { _ = try await desk.add(member(name), by: officer) }
        #expect(try await names(city, "unconfirmed") == ["丙", "乙", "甲"].sorted())
        #expect(try await notes(desk, officer).count == 1)

        #expect(try await TeamDesk(door: city.door).confirmAll(by: officer).count == 3)

        #expect(try await names(city, "unconfirmed").isEmpty)
        #expect(try await notes(desk, officer).isEmpty)
        let neighbour = try await city.caller(.officer, in: .sibling)
        await #expect(throws: TeamRefusal.nobody) {
            try await TeamDesk(door: city.door).confirmAll(by: neighbour)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a confirmed roster is as it was when that is taken back, but for who changed since`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<TeamMember>(door: city.door)
        let first = try await desk.add(member("甲"), by: officer)
        _ = try await desk.add(member("乙"), by: officer)
        let team = TeamDesk(door: city.door)
        let entry = try #require(try await team.confirmAll(by: officer).entry)
        let version = try await desk.find(first, by: officer).row.version
        _ = try await desk.revise(
            first, TypedFields(["phone": "123"]), seen: version, by: officer)

        let again = try await team.confirmAll(by: officer)
        let undoing = try await ExchangeDesk(Exchange(TeamMember.register), door: city.door)
            .undo(entry, by: officer)

        #expect(again.count == 2 && again.entry == nil)
        #expect(undoing.restored == 1 && undoing.left.map(\.name) == ["甲"])
        #expect(try await names(city, "unconfirmed") == ["乙"])
    }

    @Test(arguments: TestEngine.allCases)
    func `who left is pointed out, and past members are seen as at their day`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<TeamMember>(door: city.door)
        let auditor = "教育局稽核人員"
        let linked = try await desk.add(member(auditor, from: "2026-11-01"), by: officer)
        let past = member("舊人").words.merging(["untilOn": "2026-06-30"]) { $1 }
        _ = try await desk.add(TypedFields(past), by: officer)
        #expect(try await desk.find(linked, by: officer).row.match.person != nil)
        #expect(try await names(city, "left").isEmpty)

        let person = try await city.door.read(by: city.console) { view in
            try Person.all(of: city.agency(.own).id, view).first { $0.name == auditor }
        }
        try await People(door: city.door).disable(#require(person), by: city.console)

        #expect(try await names(city, "left") == [auditor])
        #expect(try await names(city, nil) == [auditor])
        #expect(try await names(city, "past") == ["舊人"])
        #expect(try await names(city, nil, on: Day("2026-03-01")) == ["舊人"])
        #expect(try await names(city, "all") == [auditor, "舊人"].sorted())
    }

    @Test func `the interval is the law's, and groups are the city's pattern and one's own`()
        async throws
    {
        #expect(TeamQuestions.intervalMonths == 12)
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        _ = try await RegisterDesk<TeamGroup>(door: city.door).add(
            TypedFields(["name": "個資小組"]), by: officer)
        let offered = try await city.door.read(by: officer) { try TeamGroup.names($0) }
        #expect(offered.contains("資安防護組") && offered.last == "個資小組")
    }
}

@Suite struct TeamProofTests {
    @Test(arguments: TestEngine.allCases)
    func `a roster is proven when all of it was confirmed in the period`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<TeamMember>(door: city.door)
        let member = TypedFields([
            "team": "資安防護組", "position": "組員", "name": "甲", "fromOn": "2025-01-01",
        ])
        _ = try await desk.add(member, by: officer)
        try await TeamDesk(door: city.door).confirmAll(by: officer)
        func proven() async throws -> Bool {
            try await city.door.read(by: city.console) { view in
                let year = Period(
                    from: Day("2026-01-01")!, to: Day("2026-12-31")!, asOf: view.now.day)
                return try Proof.rosterConfirmed.answer(view, year, .city)[city.agency(.own).id]
                    != nil
            }
        }
        #expect(try await proven())
        _ = try await desk.add(member, by: officer)
        #expect(try await !proven())
    }
}
