import Access
import Exchange
import Kernel
import Registers
import Sheets
import Statute
import Storage
import TestCity
import TestEngines
import Testing

@testable import Agencies

/// The list of organisations out to a spreadsheet and back, with its history kept.
@Suite struct AgencyImportTests {
    private func take(
        _ csv: String, _ city: TestCity, by caller: Caller? = nil, isDryRun: Bool = false
    ) async throws -> ImportReport {
        let desk = SheetDesk { file, tell in try SheetFile(file).read(tell) }
        let report = try await ExchangeDesk(.agencies, door: city.door).take(
            Array(csv.utf8), read: desk, given: [:], isDryRun: isDryRun,
            by: caller ?? city.console)
        try await desk.close()
        return report
    }

    private func names(_ city: TestCity) async throws -> [String] {
        try await city.door.read(by: city.console) { view in
            try AgencyOnDay.all(on: view.now.day, in: .city, view).map(\.name)
        }
    }

    @Test(arguments: TestEngine.allCases, SheetFormat.allCases)
    func `what was exported changes nothing when it comes back`(
        _ engine: TestEngine, _ format: SheetFormat
    ) async throws {
        let city = try await TestCity(on: engine)
        let exchange = ExchangeDesk(.agencies, door: city.door)
        let bytes = try await exchange.give(format, ofAll: true, by: city.console)
        let desk = SheetDesk { file, tell in try SheetFile(file).read(tell) }

        let report = try await exchange.take(
            bytes, read: desk, given: [:], isDryRun: false, by: city.console)
        try await desk.close()

        #expect(report.read == 7 && report.unchanged == 7, "\(report.errors.map(\.message.zh))")
    }

    @Test func `a level not yet decided is none, and an OID is numbers`() async throws {
        let report = try await take(
            """
            機關代碼,機關名稱,機關類別,責任等級,核定日期,OID
            Z1,觀光局,一級機關,未核定,,2.16.886.101.1
            Z2,交通局,一級機關,尚未核定,,
            Z3,捷運局,一級機關,,,OID-3
            """, try await TestCity())

        #expect(report.created == 2)
        #expect(report.errors.map(\.column) == ["OID"], "\(report.errors.map(\.message.zh))")
    }

    @Test(arguments: TestEngine.allCases)
    func `new agencies come in under superiors of the same file, with their levels`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)

        let report = try await take(
            """
            機關代碼,機關名稱,機關類別,上級機關,責任等級,核定日期,核定文號
            Z1,觀光局,一級機關,,C 級,115/11/01,府資字第 9 號
            Z2,𠮷田國小,國小,觀光局,D,115/11/01,府資字第 9 號
            Z3,無主國小,國小,不存在局,,,
            """, city)

        #expect(report.created == 2 && report.refused == 1)
        #expect(report.errors.map(\.column) == ["上級機關"])
        let roll = try await city.door.read(by: city.console) { view in
            try AgencyOnDay.all(on: view.now.day, in: .city, view)
        }
        let school = try #require(roll.first { $0.name == "𠮷田國小" })
        #expect(school.superiorName == "觀光局" && school.level?.level == .d)
    }

    @Test(arguments: TestEngine.allCases)
    func `a superior may be written by the end of its name, where one name ends so`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let head = "機關代碼,機關名稱,機關類別,上級機關,異動生效日\n"
        let bureaus = "Z1,臺北市政府觀光局,一級機關,,\nZ2,臺北市政府主計處,一級機關,,\nZ3,會計主計處,一級機關,,"
        #expect(try await take(head + bureaus, city).created == 3)

        let short = head + "Y1,觀光國小,國小,觀光局,"
        #expect(try await take(short, city).created == 1)
        #expect(try await take(short, city).unchanged == 1)
        let roll = try await city.door.read(by: city.console) { view in
            try AgencyOnDay.all(on: view.now.day, in: .city, view)
        }
        #expect(roll.first { $0.code == "Y1" }?.superiorName == "臺北市政府觀光局")

        let unclear = try await take(head + "Y2,主計國小,國小,主計處,", city)
        let message = try #require(unclear.errors.first?.message.zh)
        #expect(unclear.errors.map(\.column) == ["上級機關"])
        #expect(message.contains("會計主計處") && message.contains("臺北市政府主計處"), "\(message)")
        #expect(try await take(head + "Y3,單字國小,國小,局,", city).refused == 1)
    }

    @Test func `a new name without its day is refused, and with it the old one stays in history`()
        async throws
    {
        let city = try await TestCity()
        _ = try await take("機關代碼,機關名稱,機關類別,上級機關\nZ1,觀光局,一級機關,", city)

        let silent = try await take("機關代碼,機關名稱,機關類別\nZ1,觀光傳播局,一級機關", city)
        #expect(silent.refused == 1 && silent.errors.first?.message.zh.contains("異動生效日") == true)
        #expect(try await names(city).contains("觀光局"))

        let dated = "機關代碼,機關名稱,機關類別,異動生效日\nZ1,觀光傳播局,一級機關,115/11/20"
        #expect(try await take(dated, city).updated == 1)
        #expect(try await take(dated, city).unchanged == 1)
        let before = try #require(Day("2026-11-01"))
        let then = try await city.door.read(by: city.console) { view in
            try AgencyOnDay.all(on: before, in: .city, view).map(\.name)
        }
        #expect(then.contains("觀光局") && !then.contains("觀光傳播局"))
    }

    @Test func `a twin by its spelling, a blank level and a level of the past are refused`()
        async throws
    {
        let city = try await TestCity()
        let line = "Z1,臺北市立圖書館,二級機關,C 級,115/10/01,甲字第 1 號"
        let head = "機關代碼,機關名稱,機關類別,責任等級,核定日期,核定文號\n"
        #expect(try await take(head + line, city).created == 1)

        let twin = try await take(head + "Z2,台北市立圖書館,二級機關,,,", city)
        #expect(twin.errors.first?.message.zh.contains("臺北市立圖書館") == true)
        let blank = try await take(head + "Z1,臺北市立圖書館,二級機關,,,", city)
        #expect(blank.errors.first?.column == "責任等級")
        let past = try await take(
            head + "Z1,臺北市立圖書館,二級機關,B 級,115/09/01,甲字第 0 號", city)
        #expect(past.errors.first?.column == "核定日期")
    }

    @Test func `only the city imports, and a bureau exports what is under it`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.securityOfficer)

        await #expect(throws: ChangeRefusal.notAllowed(.manageAgencies)) {
            try await take("機關代碼,機關名稱,機關類別\nZ1,觀光局,一級機關", city, by: officer)
        }
        let bytes = try await ExchangeDesk(.agencies, door: city.door).give(
            .csv, ofAll: true, by: officer)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("第一國小") && !text.contains("第三國小"))
    }
}
