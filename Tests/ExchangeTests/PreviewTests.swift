import Access
import Kernel
import Registers
import Sheets
import TestCity
import Testing

@testable import Exchange

/// What is shown of an import before anything is written.
@Suite struct PreviewTests {
    private let header = ["財產編號", "資產名稱", "資產類別", "擁有者", "保管人"]

    private func page(_ table: ReadTable, after before: ReadTable? = nil) async throws -> String {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        if let before { _ = try await city.properties.run(before, .guessed(before), by: officer) }
        let plan = try await city.properties.plan(table, .guessed(table), by: officer)
        let uuid = RowHead(newIn: officer.agency, at: city.clock.now).uuid
        let file = ImportFile(
            uuid: uuid, name: "清冊.ods", uploadedAt: city.clock.now, state: .open,
            choices: .guessed(table), outcome: nil, firstRecord: nil, problem: nil)
        return PreviewPage(exchange: city.properties.exchange, file: file, table: table, plan: plan)
            .page.content.text
    }

    @Test func `the first new rows are shown with what tells them apart, the others as a number`()
        async throws
    {
        let rows = (1...50).map { ["A-\($0)", "筆電 <\($0)>", "實體資產", "總務處", ""] }

        let page = try await page(sheet([header] + rows))

        #expect(page.contains("會新增的"))
        #expect(page.contains("<b>筆電 &lt;1&gt;</b>（財產編號 A-1）"))
        #expect(page.contains("A-20") && !page.contains("A-21"))
        #expect(page.contains("還有 30 筆。"))
        #expect(!page.contains("會清空"))
    }

    @Test func `what blanks clear is said on top, and those rows come first`() async throws {
        func row(_ number: Int, _ owner: String, _ keeper: String) -> [String] {
            ["A-\(number)", "筆電 \(number)", "實體資產", owner, keeper]
        }
        let before = sheet([header] + (1...40).map { row($0, "總務處", "王小明") })
        let after = sheet([header] + (1...40).map { row($0, "教務處", $0 == 40 ? "" : "王小明") })

        let page = try await page(after, after: before)

        let loss = try #require(page.firstRange(of: "會清空 1 個欄位"))
        let list = try #require(page.firstRange(of: "會更新的"))
        #expect(loss.lowerBound < list.lowerBound && page.contains("保管人 1 筆"))
        let last = try #require(page.firstRange(of: "<b>筆電 40</b>"))
        let first = try #require(page.firstRange(of: "<b>筆電 1</b>"))
        #expect(last.lowerBound < first.lowerBound)
        #expect(page.contains("清空「保管人」（原為王小明）") && page.contains("還有 20 筆。"))
        #expect(!page.contains("會新增的"))
    }

    @Test func `a command is told what blanks clear, before and after`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        func take(_ keeper: String, isDryRun: Bool = false) async throws -> ImportReport {
            let lines = "財產編號,資產名稱,資產類別,擁有者,保管人\nA-1,電腦,實體資產,總務處,\(keeper)\n"
            return try await city.properties.take(
                Array(lines.utf8), read: .here, given: [:], isDryRun: isDryRun, by: officer)
        }
        #expect(try await take("王小明").emptied == nil)

        let before = try await take("", isDryRun: true)
        let after = try await take("")

        #expect(before.emptied == 1 && after.emptied == 1)
        #expect(before.remarks.map(\.zh) == ["檔案裡空白，會清空 1 個欄位：保管人 1 筆。"])
        #expect(after.remarks.map(\.zh) == ["檔案裡空白，清空了 1 個欄位：保管人 1 筆。"])
    }
}
