import Registers
import Sheets
import TestCity
import Testing

@testable import Exchange

/// Lists as people keep them for the eye: what is read of them, and what is said of the rest.
@Suite struct AwkwardFileTests {
    private func table(_ name: String) async throws -> ReadTable {
        try await SheetDesk.here.table(
            in: fixture(name), names: Property.register.columns.all.flatMap(\.allNames))
    }

    @Test func `of a list with groups, sums, remarks and a second table the items are read`()
        async throws
    {
        let table = try await table("awkward-openpyxl.xlsx")

        #expect(table.columns.map(\.name).prefix(3) == ["編號", "名稱", "資產類別"])
        #expect(table.rows.map(\.number) == [10, 11, 12, 15])
        #expect(table.hiddenRows == 1)
        #expect(
            Dictionary(uniqueKeysWithValues: table.leftOut.map { ($0.reason, $0.rows) }) == [
                .title: [1, 2, 4, 5], .heading: [9, 14, 23], .total: [13, 16, 17],
                .note: [19, 20, 21], .otherTable: [24, 25, 26],
            ])
        #expect(table.sheet == "硬體" && table.sheets == ["硬體", "軟體"])
    }

    @Test func `another tab is read where it is asked for, and what is no tab is named`()
        async throws
    {
        let file = try fixture("awkward-openpyxl.xlsx")
        let names = Property.register.columns.names
        let table = try await SheetDesk.here.table(in: file, names: names, sheet: "軟體")

        #expect(table.sheet == "軟體" && table.otherSheets == ["硬體"])
        await #expect(throws: ExchangeRefusal.unknownSheet("軟件", known: ["硬體", "軟體"])) {
            try await SheetDesk.here.table(in: file, names: names, sheet: "軟件")
        }
        let text = Array("資產名稱,資產類別\n電腦,實體\n".utf8)
        await #expect(throws: ExchangeRefusal.unknownSheet("軟體", known: [])) {
            try await SheetDesk.here.table(in: text, names: names, sheet: "軟體")
        }
    }

    @Test func `a formula that failed refuses its row, also as the text that is left of it`()
        async throws
    {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let cells = [CellValue.fault("#N/A"), .text("#REF!"), .fault("Err:502"), .text("#1 電腦")]
        let table = ReadTable(
            columns: ["資產名稱", "資產類別", "擁有者"].enumerated().map {
                TableHeader.Column(column: $0.offset, name: $0.element)
            },
            rows: cells.enumerated().map {
                SheetRow(
                    number: $0.offset + 2,
                    cells: [
                        Cell(column: 0, value: $0.element),
                        Cell(column: 1, value: .text("實體資產")),
                        Cell(column: 2, value: .text("總務處")),
                    ])
            })
        let plan = try await city.properties.run(table, .guessed(table), by: officer)

        #expect(plan.created == 1 && plan.refused == [2, 3, 4])
        #expect(
            plan.errors.first?.message.zh
                == "第 2 列：資產名稱寫「#N/A」，是算不出來的公式，改寫成該有的內容")
        #expect(try await city.rows(by: officer).map(\.name) == ["#1 電腦"])
    }

    @Test func `and they are imported to the truth`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)

        let report = try await city.properties.take(
            fixture("awkward-openpyxl.xlsx"), read: .here, given: [:], isDryRun: false,
            by: officer)

        #expect(report.errors.map(\.message.zh) == [])
        #expect(report.read == 4 && report.created == 4)
        let remarks = report.remarks.map(\.zh).joined()
        #expect(remarks.contains("「軟體」沒有讀") && !remarks.contains("沒有匯入的欄"))
        let file = Array("財產名稱,資產類別,擁有者,廠牌,殘值\n電腦,實體資產,總務處,甲,9\n".utf8)
        let other = try await city.properties.take(
            file, read: .here, given: [:], isDryRun: true, by: officer)
        #expect(other.remarks.map(\.zh) == ["沒有匯入的欄：廠牌、殘值。"])
        let rows = try await city.rows(by: officer)
        #expect(Set(rows.map(\.owner)) == ["總務處", "教務處"])
        #expect(rows.compactMap(\.boughtOn).count == 4 && rows.compactMap(\.count) == [1, 1, 1, 1])
    }

    @Test func `a character of the agency's own refuses its row, and no other`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        // The title has such a character too, and a cell of a column that no field takes.
        let table = try await table("own-characters-big5.csv")
        let plan = try await city.properties.run(table, .guessed(table), by: officer)

        #expect(plan.created == 2 && plan.refused == [4])
        #expect(
            plan.errors.map(\.message.zh) == [
                "第 4 列：擁有者寫「王〓明」，有一個字讀不出來（〓），多半是自造字，補上這個字"
            ])
        #expect(try await city.rows(by: officer).compactMap(\.number).sorted() == ["A-1", "A-3"])
    }

    @Test func `a filtered list with a million rows of nothing is read whole, and says so`()
        async throws
    {
        let table = try await table("filtered-odfpy.ods")

        #expect(table.rows.map(\.number) == [2, 3, 4, 5])
        #expect(table.hiddenRows == 2 && table.leftOut.isEmpty)
    }
}

extension Column {
    fileprivate var allNames: [String] { [term.zh, name.text] + traits.aliases }
}
