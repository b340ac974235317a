import Access
import Foundation
import Kernel
import Registers
import Storage
import TestCity
import TestEngines
import Testing

@testable import Exchange

@Suite struct ImportShelfTests {
    private func shelf(_ city: TestCity) -> ImportShelf<Property> {
        ImportShelf(exchange: Exchange(Property.register), door: city.door)
    }

    @Test(arguments: TestEngine.allCases)
    func `an upload is its uploader's alone`(_ engine: TestEngine) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let uuid = try await shelf(city).keep([1, 0, 255], named: "清冊.ods", by: officer)

        #expect(try await shelf(city).find(uuid, by: officer).name == "清冊.ods")
        #expect(try await shelf(city).content(of: uuid, by: officer) == [1, 0, 255])
        var others = [try await city.caller(.securityOfficer)]
        for place in [TestCity.Place.sibling, .child, .parent] {
            others.append(try await city.caller(.officer, in: place))
        }
        for other in others {
            await #expect(throws: ExchangeRefusal.unknownImport) {
                try await shelf(city).find(uuid, by: other)
            }
            await #expect(throws: ExchangeRefusal.unknownImport) {
                try await shelf(city).content(of: uuid, by: other)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who left finds the files of a week again, and nobody else's`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let other = try await city.caller(.securityOfficer)
        let first = try await shelf(city).keep([1], named: "一.ods", by: officer)
        city.clock.advance(minutes: 1)
        let second = try await shelf(city).keep([2], named: "二.ods", by: officer)

        #expect(try await shelf(city).recent(by: officer).map(\.uuid) == [second, first])
        #expect(try await shelf(city).recent(by: other).isEmpty)
        city.clock.advance(minutes: 7 * 24 * 60)
        let later = try await city.caller(.officer)
        #expect(try await shelf(city).recent(by: later).isEmpty)
    }

    @Test func `an upload is gone after a day`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let uuid = try await shelf(city).keep([1], named: "清冊.ods", by: officer)
        city.clock.advance(minutes: 24 * 60 + 1)
        let again = try await city.caller(.officer)
        _ = try await shelf(city).keep([2], named: "另一個.ods", by: again)

        await #expect(throws: ExchangeRefusal.gone) {
            try await shelf(city).content(of: uuid, by: again)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `columns are remembered for the agency and its register`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let table = sheet(["品名", "用途"], ["電腦", "教學"])
        let uuid = try await shelf(city).keep([1], named: "清冊.ods", by: officer)
        let choices = ImportChoices(Matching([0: "name"]), defaults: ["owner": "總務處"])
        try await shelf(city).choose(choices, for: uuid, table.columns, by: officer)

        #expect(try await shelf(city).find(uuid, by: officer).choices == choices)
        let chosen = try await shelf(city).chosen(by: officer)
        #expect(chosen == ["品名": "name", "用途": ""])
        let school = try await city.caller(.officer, in: .child)
        #expect(try await shelf(city).chosen(by: school).isEmpty)
    }

    @Test func `a file is imported once, however often it is asked for`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let shelf = shelf(city)
        let table = sheet(["資產名稱", "資產類別", "擁有者"], ["電腦", "實體資產", "總務處"])
        let choices = ImportChoices.guessed(table)
        let uuid = try await shelf.keep([1], named: "清冊.ods", by: officer)
        try await shelf.choose(choices, for: uuid, table.columns, by: officer)
        try await shelf.start(uuid, by: officer)
        let finish: @Sendable (View, ImportPlan<Property>) throws -> Void = { view, plan in
            try shelf.finish(uuid, plan, rest: nil, view)
        }
        try await city.properties.run(table, choices, by: officer, also: finish)

        await #expect(throws: ExchangeRefusal.isDone) {
            try await city.properties.run(table, choices, by: officer, also: finish)
        }
        #expect(try await city.rows(by: officer).count == 1)
        let file = try await shelf.find(uuid, by: officer)
        #expect(file.state == .done && file.outcome?.created == 1)
    }

    @Test func `the sheet of bad rows is read again as it was, with the reasons beside`()
        async throws
    {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let table = sheet(
            ["資產名稱", "資產類別", "擁有者"], ["電腦", "實體資產", "堃"], ["螢幕", "重要", "𠮷田"])
        let plan = try await city.properties.plan(table, .guessed(table), by: officer)

        let bytes = try RestSheet(table: table, refused: plan.refused, errors: plan.errors)
            .file(title: "財產清冊")
        let rest = try await SheetDesk.here.table(
            in: bytes, names: Property.register.columns.names)

        #expect(rest.columns.map(\.name) == ["要改的地方", "資產名稱", "資產類別", "擁有者"])
        #expect(rest.rows.map { $0[1].text } == ["螢幕"])
        #expect(rest.rows.map { $0[3].text } == ["𠮷田"])
        #expect(rest.rows[0][0].text.hasPrefix("第 3 列：資產類別寫「重要」"))
    }
}
