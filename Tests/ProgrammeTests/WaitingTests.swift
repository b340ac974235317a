import Access
import Incidents
import Inventory
import Kernel
import Ledger
import Registers
import Statute
import Tasks
import TestCity
import TestEngines
import Testing

@testable import Programme

@Suite struct WaitingTests {
    private func waiting(_ caller: Caller, _ city: TestCity) async throws -> [String] {
        try await city.door.read(by: caller) { view in
            try Waiting.all(view) { Term($0.text, en: $0.text) }.map(\.term.zh)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a stock-take waits for its signature once everything was looked at`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let (officer, ciso) = (try await city.caller(.officer), try await city.caller(.ciso))
        let assets = RegisterDesk<Asset>(door: city.door)
        _ = try await assets.add(TestCity.typedAsset(named: "筆電"), by: officer)
        let stockTakes = StockTakes(door: city.door)
        let year = ROCYear(115)!
        let round = try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: officer)
        #expect(try await waiting(ciso, city).isEmpty)

        _ = try await stockTakes.confirm(.rest, in: round, by: officer)
        #expect(try await waiting(ciso, city) == ["簽核 115 年資產盤點"])
        #expect(try await waiting(officer, city).isEmpty)
        let neighbour = try await city.caller(.officer, in: .sibling)
        #expect(try await waiting(neighbour, city).isEmpty)

        try await stockTakes.sign(round, .onScreen(compensation: ""), by: ciso)
        #expect(try await waiting(ciso, city).isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `the level of a subordinate's incident waits for the superior alone`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = IncidentDesk(door: city.door, law: city.programme.law)
        let school = Caller.console("tester", in: city.agency(.child))
        let id = try await desk.report(knownAt: city.clock.now, isDrill: false, by: school)
        city.clock.advance(minutes: 1)
        try await desk.describe(
            id, as: IncidentAccount(kind: .defaced, words: "首頁被改"), by: school)
        try await desk.affect(
            id, IncidentEffect(extents: [.alteration: .slight]), systems: [], by: school)
        try await desk.judge(id, as: .one, reason: "", by: school)
        let ciso = try await city.caller(.ciso)
        #expect(try await waiting(ciso, city).isEmpty)
        try await desk.notify(id, at: city.clock.now, receipt: nil, by: school)

        let title = "審核事件等級：115-0001 網頁被改"
        #expect(try await waiting(ciso, city) == [title])
        let neighbour = try await city.caller(.officer, in: .sibling)
        #expect(try await waiting(neighbour, city).isEmpty)
        let told = try await city.programme.inbox.page(by: ciso).messages
        #expect(told.map(\.message.news.topic) == [.incident])
        try await desk.review(id, as: .one, reason: "", by: ciso)
        #expect(try await waiting(ciso, city).isEmpty)
    }

    @Test func `what changed is counted since the visit before this one`() async throws {
        let city = try await TestCity()
        let ciso = try await city.caller(.ciso)
        let visits = Visits(door: city.door)
        let first = city.clock.now
        #expect(try await visits.lastVisit(of: ciso) == nil)
        city.clock.advance(minutes: 30)
        #expect(try await visits.lastVisit(of: ciso) == nil)
        city.clock.advance(minutes: 24 * 60)
        #expect(try await visits.lastVisit(of: ciso) == first)
        #expect(try await visits.lastVisit(of: ciso) == first)
    }

    @Test(arguments: TestEngine.allCases)
    func `changes are counted by kind and author, of the own agency alone`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        city.clock.advance(minutes: 1)
        let since = city.clock.now
        city.clock.advance(minutes: 1)
        let officer = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        for name in ["筆電", "螢幕"] {
            _ = try await assets.add(TestCity.typedAsset(named: name), by: officer)
        }
        let stranger = try await city.caller(.officer, in: .sibling)
        _ = try await assets.add(TestCity.typedAsset(named: "別人的"), by: stranger)

        let changes = try await city.door.read(by: officer) { view in
            try History.changes(
                ChangeFilter(since: since).question(by: officer, at: view.now), in: view.session)
        }

        #expect(changes.map(\.kind) == [Asset.kind])
        #expect(changes.map(\.records) == [2])
        #expect(changes.map(\.author) == [officer.name])
    }

    @Test func `a change of an asset tells the team, but not its author`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        _ = try await RegisterDesk<Asset>(door: city.door)
            .add(TestCity.typedAsset(named: "筆電"), by: officer)

        let custodian = try await city.caller(.custodian)
        let told = try await city.programme.inbox.page(by: custodian).messages
        #expect(told.map(\.message.news.words.zh) == ["\(officer.name)新增了資產「筆電」"])
        #expect(try await city.programme.inbox.unread(of: officer) == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `the team reads what of an asset was changed`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        let custodian = try await city.caller(.custodian)
        func told() async throws -> String? {
            try await city.programme.inbox.page(by: custodian).messages.first?
                .message.news.words.zh
        }
        let asset = try await assets.add(TestCity.typedAsset(named: "筆電"), by: officer)

        city.clock.advance(minutes: 24 * 60)
        _ = try await assets.revise(
            asset, TypedFields(["place": "圖書館"]), seen: 1, by: officer)
        #expect(try await told()?.hasSuffix("改為圖書館") == true)
        #expect(try await told()?.hasPrefix("\(officer.name)更動了資產「筆電」：") == true)

        city.clock.advance(minutes: 24 * 60)
        _ = try await assets.revise(
            asset, TypedFields(["keeper": "甲", "usedBy": "乙"]), seen: 2, by: officer)
        #expect(try await told()?.hasSuffix("等 2 欄") == true)

        city.clock.advance(minutes: 24 * 60)
        _ = try await assets.remove(asset, seen: 3, by: officer)
        #expect(try await told() == "\(officer.name)把資產「筆電」移到回收區")
    }

    @Test func `the heaviest part that one plays decides the first screen`() {
        let screens: [(Set<Role>, FirstScreen)] = [
            ([.ciso], .decisions), ([.officer, .ciso], .work), ([.operator], .service),
            ([.city, .ciso], .board), ([.head], .brief), ([.staff], .places),
        ]
        for (roles, screen) in screens { #expect(FirstScreen(of: roles) == screen) }
    }

    @Test func `the service says how it is without any agency's name`() async throws {
        let city = try await TestCity()
        let status = try await ServiceStatus.read(
            city.door, imports: city.programme.imports, by: try await city.caller(.operator))

        #expect(status.entries > 0 && status.root.count == 64)
        #expect(status.signIns.openSessions == 1 && status.signIns.failedTries == 0)
        #expect(status.lastMigration == Programme.migrations.inOrder.last?.name)
    }
}
