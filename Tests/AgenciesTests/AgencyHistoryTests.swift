import Access
import Kernel
import Statute
import Storage
import TestCity
import TestEngines
import Testing
import Web

@testable import Agencies

/// What the list of organisations says as at a day, through renames, moves, mergers and levels.
@Suite struct AgencyHistoryTests {
    private let yesterday = Day("2026-11-22")!
    private let before = Day("2026-11-01")!

    private func names(_ city: TestCity, on day: Day) async throws -> [String] {
        try await city.door.read(by: city.console) { view in
            try AgencyOnDay.all(on: day, in: .city, view).map(\.name)
        }
    }

    private func count(_ city: TestCity, on day: Day) async throws -> AgencyCount {
        try await city.door.read(by: city.console) { try AgencyCount.on(day, in: .city, $0) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a list of an earlier day keeps the old name`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let desk = AgencyDesk(door: city.door)

        try await desk.rename(
            city.agency(.child).id, to: "第一實驗國小", kind: "國小",
            from: AgencyDating(yesterday, document: "府教字第 1 號"), by: city.console)

        #expect(try await names(city, on: before).contains("第一國小"))
        #expect(try await names(city, on: yesterday).contains("第一實驗國小"))
        #expect(try await !names(city, on: yesterday).contains("第一國小"))
    }

    @Test func `an agency is found by the name that it had before`() async throws {
        let city = try await TestCity()
        let child = city.agency(.child).id
        try await AgencyDesk(door: city.door).rename(
            child, to: "實驗學校", kind: "國小", from: AgencyDating(yesterday), by: city.console)
        let today = city.clock.now.day

        let found = try await city.door.read(by: city.console) { view in
            let query = try AgencyListQuery(Fields([("q", "第一國小")]), today: today)
                .knowingFormerNames(view)
            return try AgencyOnDay.all(on: today, in: .city, view).filter(query.finds)
        }

        #expect(found.map(\.name) == ["實驗學校"])
    }

    @Test func `a change has a day that has come, after the last one`() async throws {
        let city = try await TestCity()
        let desk = AgencyDesk(door: city.door)
        let id = city.agency(.child).id
        let tomorrow = city.clock.now.day.adding(days: 1)

        await #expect(throws: AgencyRefusal.notYet(tomorrow)) {
            try await desk.rename(
                id, to: "新名", kind: "國小", from: AgencyDating(tomorrow), by: city.console)
        }
        try await desk.rename(
            id, to: "新名", kind: "國小", from: AgencyDating(yesterday), by: city.console)
        await #expect(throws: AgencyRefusal.beforeLastChange(yesterday)) {
            try await desk.move(
                id, under: city.agency(.sibling).id, from: AgencyDating(before), by: city.console)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a merger moves what stood below, ends the posts and leaves the records`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.token(.officer, in: .sibling)
        let heir = city.agency(.own)
        let first = try await count(city, on: city.clock.now.day)

        try await AgencyDesk(door: city.door).end(
            city.agency(.sibling).id, .merged, into: heir.id, from: AgencyDating(yesterday),
            by: city.console)

        #expect(try await city.programme.sessions.caller(for: officer, now: city.clock.now) == nil)
        let now = try await count(city, on: city.clock.now.day)
        #expect(now.agencies == first.agencies - 1)
        #expect(now.schools == first.schools)
        #expect(try await count(city, on: before) == AgencyCount(day: before, kinds: first.kinds))
        let reader = try await city.caller(.officer)
        let seen = try await city.door.read(by: reader) { view in
            (
                open: try view.values(
                    """
                    SELECT name FROM informationSystem
                    WHERE \(view.reach(.open), covers: "informationSystem.agencyID")
                    """, as: String.self),
                closed: try view.values(
                    """
                    SELECT name FROM informationSystem
                    WHERE \(view.reach(.closed), covers: "informationSystem.agencyID")
                    """, as: String.self)
            )
        }
        #expect(seen.open.contains("衛生局校務系統") && seen.open.contains("第三國小校務系統"))
        #expect(seen.closed.sorted() == ["教育局校務系統", "衛生局校務系統"])
    }

    @Test func `the city stays, and nobody is merged into a subordinate`() async throws {
        let city = try await TestCity()
        let desk = AgencyDesk(door: city.door)
        let today = AgencyDating(yesterday)

        await #expect(throws: AgencyRefusal.cityStays) {
            try await desk.end(
                city.agency(.parent).id, .closed, into: city.agency(.own).id, from: today,
                by: city.console)
        }
        await #expect(throws: AgencyRefusal.ownSuccessor) {
            try await desk.end(
                city.agency(.own).id, .closed, into: city.agency(.child).id, from: today,
                by: city.console)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a school that is closed goes to its superior where nobody else is named`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = AgencyDesk(door: city.door)
        let (school, bureau) = (city.agency(.child), city.agency(.own))

        await #expect(throws: AgencyListRefusal.successorMissing) {
            try await desk.end(
                school.id, .merged, into: nil, from: AgencyDating(yesterday), by: city.console)
        }
        try await desk.end(
            school.id, .closed, into: nil, from: AgencyDating(yesterday), by: city.console)

        let end = try await city.door.read(by: city.console) {
            try AgencyEnd.all(in: .agency(school.id), $0.session)
        }
        #expect(end.map(\.successorID) == [bureau.id])
        let account = AgencyRefusal.ended(try #require(end.first))
        let code = try #require(school.details.code)
        await #expect(throws: account) {
            try await city.door.console("tester", inAgencyWithCode: code)
        }
        let reader = try await city.door.reader("tester", ofAgencyWithCode: code)
        #expect(reader.agency == school.id)
    }

    @Test(arguments: TestEngine.allCases)
    func `a level holds from its decision, and a confirmation begins nothing anew`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = AgencyDesk(door: city.door)
        let id = city.agency(.own).id
        let days = ["2022-03-01", "2024-03-01", "2025-06-01"].map { Day($0)! }
        for (day, level) in zip(days, [Level.c, .b, .b]) {
            try await desk.decide(level, for: id, on: day, document: "字第 1 號", by: city.console)
        }
        func level(on day: Day) async throws -> LevelInForce? {
            try await city.door.read(by: city.console) { view in
                try AgencyOnDay.all(on: day, in: .agency(id), view).first?.level
            }
        }

        #expect(try await level(on: Day("2021-01-01")!) == nil)
        #expect(try await level(on: Day("2023-01-01")!)?.level == .c)
        let now = try await level(on: city.clock.now.day)
        #expect(now?.level == .b && now?.since == days[1] && now?.decidedOn == days[2])

        let decisions = try await city.door.read(by: city.console) { view in
            try LevelDecision.all(of: id, view)
        }
        try await desk.withdraw(decisions[0].id, of: id, by: city.console)
        try await desk.withdraw(decisions[1].id, of: id, by: city.console)
        let agency = try await city.door.read(by: city.console) { try Agency.find(id, $0) }
        #expect(agency.level == "C")
    }

    @Test func `a bureau's officer decides no level, and no agency of another bureau is there`()
        async throws
    {
        let city = try await TestCity()
        let desk = AgencyDesk(door: city.door)
        let officer = try await city.caller(.officer)
        for (place, refusal) in [
            (TestCity.Place.child, ChangeRefusal.notAllowed(.manageAgencies)),
            (.sibling, .notFound),
        ] {
            await #expect(throws: refusal) {
                try await desk.decide(
                    .a, for: city.agency(place).id, on: before, document: nil, by: officer)
            }
        }
    }
}

@Suite struct AgencyCountTests {
    @Test func `the sentence counts agencies, schools and kindergartens`() {
        let count = AgencyCount(
            day: Day("2026-11-23")!,
            kinds: [
                .init(name: "一級機關", tally: .agency, number: 32),
                .init(name: "二級機關", tally: .agency, number: 112),
                .init(name: "國小", tally: .school, number: 236),
                .init(name: "幼兒園", tally: .kindergarten, number: 14),
                .init(name: "籌備處", tally: nil, number: 2),
            ])
        #expect(count.sentence.zh == "所屬機關計 144 個，學校計 250 所（含 14 所幼兒園）")
        #expect(count.unknown.map(\.name) == ["籌備處"])
    }

    @Test func `a text that says otherwise is pointed out`() {
        let text = "所屬機關計１４５個，學校計250所（含14所幼兒園），其清單詳附件1。"
        let count = AgencyCount(
            day: Day("2026-11-23")!,
            kinds: [
                .init(name: "一級機關", tally: .agency, number: 144),
                .init(name: "國小", tally: .school, number: 236),
                .init(name: "幼兒園", tally: .kindergarten, number: 14),
            ])
        #expect(
            StatedCount(text).differences(from: count).map(\.zh) == ["機關：核定文字寫 145，名單上是 144。"])
    }

    @Test func `two spellings of one name are offered as the same`() async throws {
        let city = try await TestCity()
        let desk = AgencyDesk(door: city.door)
        let parent = city.agency(.parent).id
        func entry(_ name: String, isAnother: Bool = false) throws -> AgencyDesk.Entry {
            AgencyDesk.Entry(
                try AgencyDetails(name: name, kind: "二級機關"), under: parent, isAnother: isAnother)
        }
        _ = try await desk.add(entry("臺北市立圖書館"), by: city.console)

        let refusal = try await #require(throws: AgencyListRefusal.self) {
            try await desk.add(entry("台北市立圖書館"), by: city.console)
        }
        #expect(refusal.code == "agencies.looks_like")
        _ = try await desk.add(entry("台北市立圖書館", isAnother: true), by: city.console)
        let pairs = try await city.door.read(by: city.console) { view in
            AgencyTwin.pairs(try AgencyOnDay.all(on: view.now.day, in: .city, view))
        }
        #expect(pairs.map(\.count) == [2])
        await #expect(throws: AgencyListRefusal.unknownKind("公司")) {
            try await desk.add(
                .init(AgencyDetails(name: "某公司", kind: "公司"), under: parent), by: city.console)
        }
    }

    @Test func `the list of a day is asked in three queries`() async throws {
        let city = try await TestCity()
        let asked = try await city.database.statements {
            _ = try await city.door.read(by: city.console) { view in
                try AgencyOnDay.all(on: view.now.day, in: .city, view)
            }
        }
        #expect(asked.count == 3)
    }
}
