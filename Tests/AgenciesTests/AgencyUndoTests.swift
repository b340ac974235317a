import Access
import Exchange
import Kernel
import Ledger
import Registers
import Sheets
import Statute
import Storage
import Systems
import TestCity
import TestEngines
import Testing

@testable import Agencies

/// An import of the list of organisations taken back as one act.
@Suite struct AgencyUndoTests {
    private func take(_ csv: String, _ city: TestCity) async throws {
        let desk = SheetDesk { file, tell in try SheetFile(file).read(tell) }
        let report = try await ExchangeDesk(.agencies, door: city.door).take(
            Array(csv.utf8), read: desk, given: [:], isDryRun: false, by: city.console)
        try await desk.close()
        #expect(report.refused == 0, "\(report.errors.map(\.message.zh))")
        city.clock.advance(minutes: 1)
    }

    private func undo(_ city: TestCity) async throws -> Undoing {
        let entries = try await city.door.read(by: city.console) { [console = city.console] in
            try History.entries(of: console.agency, in: $0.session)
        }
        let entry = try #require(entries.first { $0.verb == "agency.import" }).id
        return try await ExchangeDesk(.agencies, door: city.door).undo(entry, by: city.console)
    }

    private func roll(_ city: TestCity, on day: Day? = nil) async throws -> [AgencyOnDay] {
        try await city.door.read(by: city.console) { view in
            try AgencyOnDay.all(on: day ?? view.now.day, in: .city, view)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what came in goes, what was renamed, moved and decided is as before`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let before = try await roll(city)

        try await take(
            """
            機關代碼,機關名稱,機關類別,上級機關,責任等級,核定日期,核定文號,異動生效日
            Z1,觀光局,一級機關,,C 級,115/11/01,府資字第 9 號,
            Z2,𠮷田國小,國小,觀光局,D,115/11/01,府資字第 9 號,
            A3,第一實驗國小,國小,衛生局,D,115/11/02,府資字第 8 號,115/11/20
            A1,教育局,一級機關,資訊局,B,115/11/02,府資字第 8 號,
            """, city)
        #expect(try await roll(city).count == before.count + 2)
        #expect(try await roll(city).contains { $0.name == "第一實驗國小" })

        let undoing = try await undo(city)

        #expect(undoing.restored == 4 && undoing.left.isEmpty, "\(undoing.left.map(\.name))")
        #expect(try await roll(city) == before)
        let child = city.agency(.child)
        let (now, path) = try await city.door.read(by: city.console) { view in
            (
                try Agency.find(child.id, view),
                try view.values(
                    "SELECT agencyID FROM standing WHERE agencyID NOT IN (SELECT id FROM agency)",
                    as: AgencyID.self)
            )
        }
        #expect(now.path == child.path && now.name == "第一國小" && now.level == nil)
        #expect(path.isEmpty)
        // The code is free again, and the list can come in anew.
        try await take("機關代碼,機關名稱,機關類別,上級機關\nZ1,觀光傳播局,一級機關,", city)
        #expect(try await roll(city).contains { $0.code == "Z1" && $0.name == "觀光傳播局" })
    }

    @Test func `an agency that was used or changed since is told and left alone`() async throws {
        let city = try await TestCity()
        try await take(
            """
            機關代碼,機關名稱,機關類別,上級機關
            Z1,觀光局,一級機關,
            Z2,第五國小,國小,觀光局
            Z3,第六國小,國小,
            Z4,第七國小,國小,
            """, city)
        let made = Dictionary(try await roll(city).map { ($0.name, $0.id) }) { $1 }
        let fifth = try await city.door.read(by: city.console) { view in
            try Agency.find(try #require(made["第五國小"]), view)
        }
        _ = try await RegisterDesk<InformationSystem>(door: city.door).add(
            TestCity.typedSystem(named: "校務系統"), by: .console("tester", in: fifth))
        try await AgencyDesk(door: city.door).rename(
            try #require(made["第六國小"]), to: "第六實驗國小", kind: "國小",
            from: AgencyDating(city.clock.now.day), by: city.console)

        let undoing = try await undo(city)

        #expect(undoing.restored == 1)
        #expect(undoing.left.map(\.name) == ["觀光局", "第五國小", "第六實驗國小"])
        let names = try await roll(city).map(\.name)
        #expect(names.contains("第六實驗國小") && !names.contains("第七國小"))
    }

    @Test func `a level that was decided again since stays`() async throws {
        let city = try await TestCity()
        try await take("機關代碼,責任等級,核定日期\nA3,D,115/11/01", city)
        try await AgencyDesk(door: city.door).decide(
            .c, for: city.agency(.child).id, on: try #require(Day("2026-11-10")),
            document: "字第 2 號", by: city.console)

        let undoing = try await undo(city)

        #expect(undoing.left.map(\.name) == ["第一國小"] && undoing.restored == 0)
        #expect(try await roll(city).first { $0.code == "A3" }?.level?.level == .c)
    }
}
