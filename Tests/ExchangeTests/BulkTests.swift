import Access
import Foundation
import HTML
import Inventory
import Kernel
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing
import Web

@testable import Exchange

@Suite struct BulkTests {
    private func edit(
        _ selection: BulkSelection, _ field: String, _ typed: String
    ) throws -> BulkEdit<InformationSystem> {
        let column = try #require(InformationSystem.register.columns[field])
        return BulkEdit(selection: selection, column: column, typed: typed)
    }

    private func desk(_ city: TestCity) -> RegisterDesk<InformationSystem> {
        RegisterDesk(door: city.door)
    }

    @Test(arguments: TestEngine.allCases)
    func `many rows change as one, are told before, and come back as one`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let ids = try await desk(city).addAll(
            (0..<5).map { TestCity.typedSystem(named: "系統 \($0)") }, by: officer)
        let edit = try edit(.rows(ids), "owner", "總務處")

        let plan = try await desk(city).plan(edit, by: officer)
        let (count, entry) = try await desk(city).change(edit, by: officer)

        #expect(plan.changed.count == 5 && plan.refused.isEmpty && count == 5)
        #expect(try await desk(city).find(ids[4], by: officer).row.owner == "總務處")
        let exchange = ExchangeDesk(Exchange(InformationSystem.register), door: city.door)
        let undoing = try await exchange.undo(try #require(entry), by: officer)
        #expect(undoing.restored == 5)
        #expect(try await desk(city).find(ids[4], by: officer).row.owner == "教務處")
    }

    @Test func `rows that may not change are named with the reason, others are out of reach`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let places: [TestCity.Place] = [.own, .child, .sibling]
        let edit = try edit(
            .rows(places.map { city.system($0).head.uuid }), "owner", "總務處")

        let plan = try await desk(city).plan(edit, by: officer)

        #expect(plan.changed.map(\.old.name) == [city.system(.own).name])
        #expect(plan.refused.map(\.row.name) == [city.system(.child).name])
        let hours = try self.edit(
            .rows([city.system(.own).head.uuid]), "longestOutageHours", "1")
        let refused = try await desk(city).plan(hours, by: officer)
        #expect(refused.changed.isEmpty && refused.refused.count == 1)
        #expect(refused.refused.allSatisfy { !$0.why.zh.isEmpty && !$0.why.zh.contains("地方要改") })
    }

    @Test(arguments: ["all", ""])
    func `after it the list is filtered as it was`(_ which: String) throws {
        let columns = InformationSystem.register.columns
        let fields = Fields([
            ("which", which), ("query", "q=%E5%85%AC%E6%96%87&sort=-name"),
            ("row", UUID().uuidString),
        ])
        let selection = try BulkSelection(fields, of: columns)
        let again = try BulkSelection(
            Fields(selection.pairs.map { ($0.name, $0.value) }), of: columns)
        #expect(
            again.list(of: InformationSystem.register).text
                == "/systems?q=%E5%85%AC%E6%96%87&sort=-name")
    }

    @Test func `what tells rows apart is given to one alone`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<Asset>(door: city.door)
        let ids = try await desk.addAll(
            (0..<3).map { TestCity.typedAsset(named: "電腦 \($0)") }, by: officer)
        let column = try #require(Asset.register.columns["propertyNumber"])

        let given = try await desk.plan(
            BulkEdit(selection: .rows(ids), column: column, typed: "X-1"), by: officer)
        let cleared = try await desk.plan(
            BulkEdit(selection: .rows(ids), column: column, typed: ""), by: officer)

        #expect(given.changed.count == 1 && given.refused.count == 2)
        #expect(given.refused[0].why.zh == "同一個財產編號只能給一筆")
        #expect(cleared.refused.isEmpty)
    }

    @Test func `rows of one name are told apart by what identifies them`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let desk = RegisterDesk<Asset>(door: city.door)
        let ids = try await desk.addAll(
            [
                TestCity.typedAsset(named: "筆電", with: ["propertyNumber": "A1"]),
                TestCity.typedAsset(named: "筆電", with: ["propertyNumber": "A2"]),
                TestCity.typedAsset(named: "筆電", with: ["place": "圖書館"]),
            ], by: officer)
        let keeper = try #require(Asset.register.columns["keeper"])
        let edit = BulkEdit<Asset>(selection: .rows(ids), column: keeper, typed: "王小明")

        let plan = try await desk.plan(edit, by: officer)

        let page = BulkPreviewPage(edit: edit, plan: plan).page.content.text
        for mark in ["財產編號 A1", "財產編號 A2", "存放位置 圖書館"] {
            #expect(page.contains("<b>筆電</b>（\(mark)）："))
        }
        let system = city.system(.own)
        #expect(InformationSystem.register.columns.mark(of: system) == nil)
    }

    @Test func `all that the list shows is what its filter finds`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        _ = try await desk(city).addAll(
            (0..<3).map { TestCity.typedSystem(named: "甲 \($0)") }, by: officer)
        let fields = Fields([("which", "all"), ("query", ListQuery(words: "甲").encoded)])
        let selection = try BulkSelection(fields, of: InformationSystem.register.columns)

        let plan = try await desk(city).plan(edit(selection, "owner", "總務處"), by: officer)

        #expect(plan.changed.count == 3)
    }
}
