import Kernel
import Sheets
import Testing

@Suite struct ForeignFileTests {
    static let files = [
        "openpyxl.xlsx", "openpyxl-1904.xlsx", "xlsxwriter.xlsx", "libreoffice.ods",
        "libreoffice.xlsx", "odfpy.ods",
    ]

    @Test(arguments: files)
    func `the register reads alike whoever wrote it`(_ file: String) throws {
        let rows = try rows(Fixture.bytes(file))
        #expect(rows.map(\.number) == [1, 2, 4, 5, 6, 7, 8, 9])
        #expect(rows.map(\.isHidden) == [false, false, false, false, false, false, true, false])
        #expect(rows[0].cells.map(\.value) == Array(repeating: .text(title), count: 8))
        #expect(rows[0].cells.map(\.origin) == [.typed] + Array(repeating: .merged, count: 7))
        #expect(rows[1].cells.map(\.column) == [0, 7])
        #expect(rows[2].cells.map(\.value.text) == header)
        #expect(rows[3].cells.map(\.value).dropLast() == asset.dropLast())
        #expect(rows[4].cells.map(\.value).dropLast() == server.dropLast())
        // LibreOffice keeps a boolean of an XLSX as a number.
        #expect(rows[3][7] == (file == "libreoffice.ods" ? .number(1) : .boolean(true)))
        #expect(rows[4][7] == (file == "libreoffice.ods" ? .number(0) : .boolean(false)))
        #expect(rows[4].cells[3].origin == .merged)
        #expect(rows[5][0] == .text("  前後空白  "))
        #expect(rows[5][3] == .text("資訊室"))
        #expect(rows[5][4] == .moment(try #require(Day("2021-03-15")), seconds: 34_200))
        #expect(rows[7].cells.last?.value == .number(125_000.5))
    }

    @Test(arguments: ["xlsxwriter.xlsx", "libreoffice.ods", "libreoffice.xlsx", "odfpy.ods"])
    func `a formula gives what it gave when saved, and is marked`(_ file: String) throws {
        let row = try #require(try rows(Fixture.bytes(file)).first { $0.number == 7 })
        let sum = try #require(row.cells.first { $0.column == 5 })
        #expect(sum.value == .number(125_000.5))
        #expect(sum.origin == .computed)
    }

    @Test(arguments: ["xlsxwriter.xlsx", "libreoffice.ods", "libreoffice.xlsx"])
    func `a failed formula is told as such`(_ file: String) throws {
        let row = try #require(try rows(Fixture.bytes(file)).first { $0.number == 7 })
        #expect(row[7] == .fault("#N/A"))
    }

    @Test(arguments: ["openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.ods", "libreoffice.xlsx"])
    func `hidden columns and sheets are told`(_ file: String) throws {
        let events = try events(Fixture.bytes(file))
        #expect(events.contains(.hiddenColumns([6])))
        #expect(events.contains(.sheet(SheetHead(index: 1, name: "清單", isHidden: true))))
        #expect(events.first == .sheet(SheetHead(index: 0, name: "資產清冊")))
    }

    @Test func `a file written as a stream, with texts in its cells, reads alike`() throws {
        let rows = try rows(Fixture.bytes("xlsxwriter-streamed.xlsx"))
        #expect(rows[3].cells.map(\.value) == asset)
    }

    @Test func `a CSV of LibreOffice in UTF-16 with tabs reads alike`() throws {
        let rows = try rows(Fixture.bytes("libreoffice-utf16.csv"))
        #expect(rows.map(\.number).prefix(4) == [1, 2, 4, 5])
        #expect(rows[2].cells.map(\.value.text) == header)
        #expect(rows[4][1] == .text("堃哥的伺服器 𠮷"))
        #expect(rows[4][6] == .text("多行\n文字"))
    }

    private let title = "臺北市政府資訊局資通系統資產清冊"
    private let header = ["財產編號", "資產名稱", "資產類別", "使用單位", "購置日期", "金額", "備註", "核心"]
    private let asset: [CellValue] = [
        .number(3_140_101_003), .text("核心交換器"), .text("硬體"), .text("資訊室"),
        .day(Day(number: 18_701)), .number(125_000), .text("=1+1"), .boolean(true),
    ]
    private let server: [CellValue] = [
        .text("00123"), .text("堃哥的伺服器 𠮷"), .text("軟體"), .text("資訊室"),
        .text("110年2月30日"), .number(0.5), .text("多行\n文字"), .boolean(false),
    ]
}
