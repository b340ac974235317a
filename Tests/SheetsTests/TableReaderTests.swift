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

    @Test func `sums of groups are sums, and names that begin like one are none`() throws {
        let events = try table([
            row(1, "編號", "名稱", "數量"), row(2, "1", "電腦", "2"), row(3, "總務處小計", "", "2"),
            row(4, "總務處", "小計", "2"), row(5, "共 2 件"), row(6, "本頁合計（臺）", "2"),
            row(7, "總計畫管理系統", "資訊室"), row(8, "累計點數系統"), row(9, "共用印表機", "1"),
            row(10, "計 １２ 筆"), row(11, "Grand Total", "9"),
        ])
        #expect(records(of: events).map(\.number) == [2, 7, 8, 9])
        #expect(Set(leftOut(of: events).values) == [.total])
    }

    @Test func `places to sign and what follows a remark are no records`() throws {
        let events = try table([
            row(1, "編號", "名稱", "保管人", "地點"), row(2, "1", "電腦", "王大明", "總務處"),
            row(3, "註：1. 本表依財產系統列印。"), row(4, "2. 單價未滿一萬元者不列。"),
            row(5, "承辦人", "組長", "主任", "校長"), row(6, "製表人：陳怡君", "主任：", "校長："),
            row(7, "～以下空白～"), row(8, "2", "主任", "校長", "二樓"),
        ])
        #expect(records(of: events).map(\.number) == [2, 8])
        #expect(Set(leftOut(of: events).values) == [.note])
    }

    @Test func `the headings of groups are left out, whether counted or merged`() throws {
        let merged = SheetRow(
            number: 4,
            cells: (0...2).map { cell($0, "事務設備", $0 == 0 ? .typed : .merged) })
        let events = try table([
            row(1, "編號", "名稱", "數量"), row(2, "甲、電腦設備"), row(3, "1", "電腦", "2"), merged,
            row(5, "2", "印表機", "1"), row(6, "", "（三）軟體"), row(7, "", "影印機"),
        ])
        #expect(records(of: events).map(\.number) == [3, 5, 7])
        #expect(leftOut(of: events) == [2: .heading, 4: .heading, 6: .heading])
    }

    @Test func `a second table below is left out, until the first goes on`() throws {
        let events = try table(
            [
                row(1, "財產編號", "資產名稱", "使用單位"), row(2, "1", "電腦", "總務處"),
                row(5, "軟體名稱", "版本", "授權數"), row(6, "Office", "2021", "30"),
                row(8, "財產編號", "資產名稱", "使用單位"), row(9, "2", "印表機", "教務處"),
                row(11, "資產名稱", "財產編號", "使用單位"), row(12, "螢幕", "3", "教務處"),
            ], names: Self.names)
        #expect(records(of: events).map(\.number) == [2, 9])
        #expect(
            leftOut(of: events) == [
                5: .otherTable, 6: .otherTable, 8: .repeatedHeader, 11: .otherTable,
                12: .otherTable,
            ])
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
