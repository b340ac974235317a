import Access
import Duties
import Inventory
import Kernel
import Registers
import Statute
import TestCity
import TestEngines
import Testing

@testable import Programme

/// The receipts on the first screen: what was kept, and the page that it is about.
@Suite struct ReceiptTests {
    private func receipts(_ caller: Caller, _ city: TestCity) async throws -> [Receipt] {
        let standings = city.programme.standings
        return try await city.door.read(by: caller) { try AgencyDay.read($0, standings).receipts }
    }

    @Test(arguments: TestEngine.allCases)
    func `each receipt leads to what it is about`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await city.live()
        let clerk = try await city.caller(.officer, in: .child)
        let asset = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "筆電"), by: clerk)
        _ = try await city.programme.duties.declare(
            "plan.risk", doneOn: city.clock.now.day, in: ROCYear(of: city.clock.now.day),
            words: "已評估", by: clerk)

        let found = try await receipts(clerk, city)

        #expect(found.count == 5)
        #expect(found.first?.path.text == "/duties/plan.risk")
        #expect(found.dropFirst().first?.path.text == "/assets/\(asset.hyphenated)")
        #expect(found.map(\.entry.ordinal) == found.map(\.entry.ordinal).sorted(by: >))
        let reader = try await Visitor(.officer, city, in: .child)
        let page = try await reader.get("/").text
        for receipt in found {
            #expect(page.contains("<a href=\"\(receipt.path.text)\">"))
            #expect(try await reader.get(receipt.path.text).status == 200)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `accounts and keys are no receipts, nor is what the reader may not see`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.securityOfficer)
        _ = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "筆電"), by: officer)
        _ = try await city.programme.duties.declare(
            "plan.risk", doneOn: city.clock.now.day, in: ROCYear(of: city.clock.now.day),
            words: "已評估", by: officer)
        _ = try await People(door: city.door).add(
            PersonDetails(name: "陳新人"), to: officer.agency, by: city.console)

        let custodian = try await city.caller(.custodian)
        let verbs = try await receipts(custodian, city).map(\.entry.verb)

        #expect(verbs.contains("duty.declare") && verbs.contains("asset.add"))
        #expect(!verbs.contains("person.add"))
        #expect(Set(verbs).isDisjoint(with: Verb.ofAccess.map(\.name)))
        let kinds = RecordPlace.kinds(for: custodian)
        #expect(
            try await receipts(custodian, city).allSatisfy { kinds.contains($0.entry.record.kind) })
    }

    @Test func `an act on many records tells how many and leads to their list`() async throws {
        let city = try await TestCity()
        let clerk = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        for name in ["筆電", "螢幕"] {
            _ = try await assets.add(TestCity.typedAsset(named: name), by: clerk)
        }
        let year = ROCYear(of: city.clock.now.day)
        let stockTakes = StockTakes(door: city.door)
        let round = try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: clerk)
        _ = try await stockTakes.confirm(.rest, in: round, by: clerk)

        let last = try #require(try await receipts(clerk, city).first)

        #expect(last.entry.verb == "stockTake.confirm" && last.entry.records == 2)
        #expect(last.path.text == "/stock-takes")
    }
}
