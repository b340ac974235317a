import Access
import Exchange
import Foundation
import Kernel
import Ledger
import Registers
import Sheets
import Storage
import TestCity
import TestEngines
import Testing

@Suite struct ImportTests {
    private let given = ["擁有者": "資訊組", "資產類別": "實體資產"]

    private func table(_ count: Int) -> ReadTable {
        sheet(
            [["財產編號", "資產名稱", "資產類別", "擁有者"]]
                + (1...count).map { ["A-\($0)", "電腦 \($0)", "實體資產", "堃"] })
    }

    private func latest(_ city: TestCity, by caller: Caller) async throws -> HistoryEntry {
        let entries = try await city.door.read(by: caller) {
            try History.entries(of: caller.agency, in: $0.session)
        }
        return try #require(entries.first)
    }

    @Test(arguments: ["property-big5.csv", "property-openpyxl.xlsx", "property-odfpy.ods"])
    func `a property list as the property system prints it is read to the truth`(
        _ name: String
    ) async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)

        let report = try await city.properties.take(
            fixture(name), read: .here, given: given, isDryRun: false, by: officer)

        #expect(report.read == 7 && report.created == 5 && report.refused == 2)
        #expect(
            Set(report.errors.map(\.message.zh)) == [
                "第 11 列：購置日期寫「113.2.30」，沒有這一天，查明後改正",
                "第 13 列：和第 6 列重複，財產編號都寫「3140101-03-12」，留一列就好",
            ])
        let rows = try await city.rows(by: officer)
        let printer = try #require(rows.first { $0.name == "雷射印表機" })
        #expect(printer.remark == "已報廢" && printer.count == 2)
        #expect(printer.boughtOn == Day(year: 2010, month: 12, day: 5))
        if name.hasSuffix("xlsx") {
            #expect(Set(rows.map(\.keeper)).isSuperset(of: ["林堃成", "𠮷田"]))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an import is one entry with a line a record, found by its words`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let table = table(300)

        let plan = try await city.properties.run(table, .guessed(table), by: officer)

        #expect(plan.created == 300)
        let entry = try await latest(city, by: officer)
        #expect(entry.verb == "property.import" && entry.lineCount == 300)
        let (found, _) = try await RegisterDesk<Property>(door: city.door)
            .list(ListQuery(words: "電腦 299"), by: officer)
        #expect(found.rows.map(\.row.number) == ["A-299"])
    }

    @Test(arguments: SheetFormat.allCases)
    func `importing an export changes nothing and makes no entry`(_ format: SheetFormat)
        async throws
    {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let odd = sheet(
            ["財產編號", "資產名稱", "資產類別", "擁有者", "購置日期", "數量", "備註"],
            ["001", "同名", "軟體資產", "林堃成", "115/3/13", "3", "=1+1"],
            ["", "同名", "實體資產", "𠮷田", "", "", "第一行\n「第二行」,\t\"x\""],
            ["", "同名", "實體資產", "@A1", "", "", "-2"], ["", "同名", "實體資產", "@A1", "", "", "-2"])
        _ = try await city.properties.run(odd, .guessed(odd), by: officer)
        let desk = RegisterDesk<Property>(door: city.door)
        _ = try await desk.add(
            TypedFields(["name": "ＡＢ　Ｃ", "sort": "software", "owner": "無", "remark": "NA"]),
            by: officer)
        let before = try await latest(city, by: officer)

        let file = try await city.properties.give(format, ofAll: false, by: officer)
        let report = try await city.properties.take(
            file, read: .here, given: [:], isDryRun: false, by: officer)

        #expect(report.errors.isEmpty)
        #expect(report.read == 5 && report.unchanged == 5)
        #expect(try await latest(city, by: officer).id == before.id)
    }

    @Test func `an export carries the form's names and what looks like a formula stays text`()
        async throws
    {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let table = sheet(["資產名稱", "資產類別", "擁有者"], ["=cmd|' /C calc'!A0", "實體資產", "+886"])
        _ = try await city.properties.run(table, .guessed(table), by: officer)

        let bytes = try await city.properties.give(.csv, ofAll: false, by: officer)
        let text = String(decoding: bytes, as: UTF8.self)

        #expect(text.contains("財產編號,資產名稱,資產類別,擁有者,保管人,存放位置,購置日期,數量（台）,資通系統,備註"))
        #expect(text.contains(",'=cmd|' /C calc'!A0,實體資產,'+886,"))
    }

    @Test
    func `a superior's export names the agencies and is not taken back as the superior's own`()
        async throws
    {
        let city = try await TestCity.withProperties()
        let school = try await city.caller(.officer, in: .child)
        let table = table(2)
        _ = try await city.properties.run(table, .guessed(table), by: school)
        let bureau = try await city.caller(.officer)

        let file = try await city.properties.give(.ods, ofAll: true, by: bureau)
        let report = try await city.properties.take(
            file, read: .here, given: [:], isDryRun: false, by: bureau)

        #expect(report.read == 2 && report.refused == 2)
        #expect(report.errors.map(\.column) == ["機關", "機關"])
        #expect(report.errors.map(\.value) == ["第一國小", "第一國小"])
    }

    @Test func `a file that is too large is refused with a sentence`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let file = [UInt8](repeating: 0x41, count: 20 << 20 + 1)

        await #expect(throws: ExchangeRefusal.tooLarge(megabytes: 20)) {
            try await city.properties.take(
                file, read: .here, given: [:], isDryRun: true, by: officer)
        }
    }

    @Test func `a role that may not edit imports nothing`() async throws {
        let city = try await TestCity.withProperties()
        let auditor = try await city.caller(.auditor)
        let table = table(1)

        await #expect(throws: ChangeRefusal.notAllowed(.editSystems)) {
            try await city.properties.run(table, .guessed(table), by: auditor)
        }
    }
}
