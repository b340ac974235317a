import Kernel
import Sheets
import Testing

@Suite struct TableReaderTests {
    static let names = ["財產編號", "資產名稱", "資產類別", "使用單位", "購置日期", "金額", "備註", "核心"]

    @Test(arguments: ForeignFileTests.files, [names, []])
    func `the table is found between title, print and total`(
        _ file: String, _ names: [String]
    ) throws {
        let events = try table(rows(Fixture.bytes(file)), names: names)
        let found = try #require(header(of: events))
        #expect(found.row == 4)
        #expect(found.columns.map(\.name) == Self.names)
        #expect(records(of: events).map(\.number) == [5, 6, 7, 8])
        #expect(leftOut(of: events) == [1: .title, 2: .title, 9: .total])
    }

    @Test func `other spellings of the names are known`() throws {
        let events = try table(
            [row(1, "說明", "甲", "乙"), row(2, "台 帳", "資產　名稱", "ＩＰ"), row(3, "1", "2", "3")],
            names: ["臺帳", "資產名稱", "IP"])
        #expect(header(of: events)?.row == 2)
    }

    @Test func `what stands among the rows and is no record is left out and told`() throws {
        let events = try table([
            row(1, "編號", "名稱", "金額"), row(2, "1", "甲", "5"), row(3, "小計：", "", "5"),
            row(5, "編號", "名稱", "金額"), row(6, "2", "合計表系統", "7"), row(7, "合計共2筆", "", "12"),
            row(8, "註：金額以元計"), row(9, "承辦人：", "單位主管："), row(10, "註記系統", "乙", "1"),
        ])
        #expect(records(of: events).map(\.number) == [2, 6, 10])
        #expect(
            leftOut(of: events) == [3: .total, 5: .repeatedHeader, 7: .total, 8: .note, 9: .note])
    }

    @Test func `a header of two lines names its groups`() throws {
        let first = SheetRow(
            number: 1,
            cells: [
                cell(0, "機關名稱"), cell(1, "資安長"), cell(2, "資安長", .merged), cell(3, "電話"),
            ])
        let second = SheetRow(
            number: 2,
            cells: [
                cell(0, "機關名稱", .merged), cell(1, "職稱"), cell(2, "姓名"),
                cell(3, "電話", .merged),
            ])
        let events = try table([first, second, row(3, "資訊局", "副局長", "王小明", "1999")])
        let found = try #require(header(of: events))
        #expect(found.columns.map(\.name) == ["機關名稱", "職稱", "姓名", "電話"])
        #expect(found.columns.map(\.group) == [nil, "資安長", "資安長", nil])
        #expect(records(of: events).map(\.number) == [3])
    }

    @Test func `a sheet without a header is refused, an empty one is not`() throws {
        #expect(try table([]).isEmpty)
        let numbers = SheetRow(number: 1, cells: [Cell(column: 0, value: .number(1))])
        #expect(throws: SheetRefusal.noHeader) { try table([numbers]) }
    }

    private func table(_ rows: [SheetRow], names: [String] = []) throws -> [TableEvent] {
        var reader = TableReader(names: names)
        var events = rows.flatMap { reader.take($0) }
        events += try reader.finish()
        return events
    }

    private func header(of events: [TableEvent]) -> TableHeader? {
        events.lazy.compactMap { if case .header(let header) = $0 { header } else { nil } }.first
    }

    private func records(of events: [TableEvent]) -> [SheetRow] {
        events.compactMap { if case .row(let row) = $0 { row } else { nil } }
    }

    private func leftOut(of events: [TableEvent]) -> [Int: TableEvent.Reason] {
        var reasons: [Int: TableEvent.Reason] = [:]
        for case .leftOut(let row, let reason) in events { reasons[row.number] = reason }
        return reasons
    }

    private func row(_ number: Int, _ texts: String...) -> SheetRow {
        SheetRow(number: number, cells: texts.enumerated().map { cell($0.offset, $0.element) })
    }

    private func cell(_ column: Int, _ text: String, _ origin: Cell.Origin = .typed) -> Cell {
        Cell(column: column, value: .text(text), origin: origin)
    }
}
