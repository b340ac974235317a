import Access
import Exchange
import Foundation
import Inventory
import Kernel
import Ledger
import Registers
import Sheets
import Storage
import TestCity
import TestEngines
import Testing

@Suite struct UndoTests {
    private let before = sheet(
        ["財產編號", "資產名稱", "資產類別", "擁有者", "購置日期", "數量"],
        ["A-1", "電腦", "實體資產", "教務處", "115/1/1", "1"],
        ["A-2", "印表機", "實體資產", "教務處", "115/1/1", "1"])
    private let table = sheet(
        ["財產編號", "資產名稱", "資產類別", "擁有者", "購置日期", "數量"],
        ["A-1", "桌上電腦", "軟體資產", "總務處", "", "2"],
        ["A-2", "雷射印表機", "實體資產", "教務處", "115/1/1", "1"],
        ["A-3", "螢幕", "實體資產", "教務處", "115/1/1", "1"])

    private func importBoth(_ city: TestCity, by officer: Caller) async throws -> EntryID {
        _ = try await city.properties.run(before, .guessed(before), by: officer)
        city.clock.advance(minutes: 1)
        _ = try await city.properties.run(table, .guessed(table), by: officer)
        let entries = try await city.door.read(by: officer) {
            try History.entries(of: officer.agency, in: $0.session)
        }
        return entries[0].id
    }

    @Test(arguments: TestEngine.allCases)
    func `undoing an import brings back what stood there, new rows go to the bin`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let entry = try await importBoth(city, by: officer)

        let undoing = try await city.properties.undo(entry, by: officer)

        #expect(undoing.restored == 3 && undoing.left.isEmpty)
        let rows = try await city.rows(by: officer)
        #expect(Set(rows.map(\.name)) == ["電腦", "印表機"])
        let first = try #require(rows.first { $0.number == "A-1" })
        #expect(first.sort == .hardware && first.owner == "教務處" && first.count == 1)
        #expect(first.boughtOn == Day(year: 2026, month: 1, day: 1))
        let (found, _) = try await RegisterDesk<Property>(door: city.door)
            .list(ListQuery(words: "桌上"), by: officer)
        #expect(found.rows.isEmpty)
    }

    @Test func `a row that was changed since is told and left alone`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let entry = try await importBoth(city, by: officer)
        let row = try #require(try await city.rows(by: officer).first { $0.number == "A-2" })
        let desk = RegisterDesk<Property>(door: city.door)
        _ = try await desk.revise(
            row.head.uuid, TypedFields(["owner": "輔導處"]), seen: row.version, by: officer)

        let undoing = try await city.properties.undo(entry, by: officer)

        #expect(undoing.restored == 2)
        #expect(undoing.left.map(\.name) == ["雷射印表機"])
        let now = try await desk.find(row.head.uuid, by: officer).row
        #expect(now.name == "雷射印表機" && now.owner == "輔導處")
    }

    @Test func `an undoing is itself one change, and is not done twice`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let entry = try await importBoth(city, by: officer)
        _ = try await city.properties.undo(entry, by: officer)

        let again = try await city.properties.undo(entry, by: officer)

        #expect(again.restored == 0 && again.left.count == 3)
        let entries = try await city.door.read(by: officer) {
            try History.entries(of: officer.agency, in: $0.session)
        }
        #expect(entries[0].verb == "property.undo" && entries[0].lineCount == 3)
    }

    @Test(arguments: TestEngine.allCases)
    func `what changed hands in an import goes back, whatever its order`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        for (name, number) in [("甲機", "N-1"), ("乙機", "N-2"), ("丙機", "N-3")] {
            let typed = TestCity.typedAsset(named: name, with: ["propertyNumber": number])
            _ = try await assets.add(typed, by: officer)
        }
        let exchange = ExchangeDesk(Exchange(Asset.register), door: city.door)
        let entry = try await city.door.change(
            Asset.register.verb(.importing), in: officer.agency, needs: .editAssets, by: officer
        ) { change in
            // The last number is left first: each takes the one that was left before it.
            let rows: [Asset] = try change.view.rows(where: "item.agencyID = \(change.agency)")
            let columns = Asset.register.columns
            try change.keepAll(
                ["丙機", "乙機", "甲機"].enumerated().map { place, name in
                    let old = try #require(rows.first { $0.name == name })
                    let row = try columns.build(old.head) { column in
                        column == "propertyNumber"
                            ? "N-\(4 - place)" : columns[column.text]?.typed(old) ?? ""
                    }
                    return (row: row, old: old)
                })
            return rows.count
        }
        #expect(entry == 3)
        let entries = try await city.door.read(by: officer) {
            try History.entries(of: officer.agency, in: $0.session)
        }

        let undoing = try await exchange.undo(entries[0].id, by: officer)

        #expect(undoing.restored == 3 && undoing.left.isEmpty)
        let rows: [Asset] = try await city.door.read(by: officer) { view in
            try view.rows(where: "item.agencyID = \(officer.agency)")
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: rows.map { ($0.name, $0.label.propertyNumber) })
        #expect(numbers == ["甲機": "N-1", "乙機": "N-2", "丙機": "N-3"])
    }

    @Test func `after seven days nothing is undone as a whole`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let entry = try await importBoth(city, by: officer)
        city.clock.advance(minutes: 7 * 24 * 60)

        await #expect(throws: ExchangeRefusal.tooLate) {
            try await city.properties.undo(entry, by: officer)
        }
    }

    @Test(arguments: [TestCity.Place.sibling, .child, .parent])
    func `another agency's import is unknown`(_ place: TestCity.Place) async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let entry = try await importBoth(city, by: officer)
        let other = try await city.caller(.officer, in: place)

        await #expect(throws: ExchangeRefusal.unknownImport) {
            try await city.properties.undo(entry, by: other)
        }
    }

    @Test func `what is no import is not undone as one`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        _ = try await RegisterDesk<Property>(door: city.door).add(
            TypedFields(["name": "一", "sort": "software", "owner": "二"]), by: officer)
        let entries = try await city.door.read(by: officer) {
            try History.entries(of: officer.agency, in: $0.session)
        }

        await #expect(throws: ExchangeRefusal.notUndoable) {
            try await city.properties.undo(entries[0].id, by: officer)
        }
    }
}
