import Archive
import Foundation
import Kernel
import Testing

@testable import Sheets

@Suite struct WorkbookWriterTests {
    @Test(arguments: [SheetFormat.ods, .xlsx])
    func `what is written is read back, types and all`(_ format: SheetFormat) throws {
        let bytes = try Self.sample(format)
        try Self.keep(bytes, "sample.\(format.rawValue)")
        let rows = try rows(bytes)
        #expect(rows[0].cells.map(\.value.text) == Self.layout.columns.map(\.title))
        #expect(rows.dropFirst().map { $0.cells.map(\.value) } == Self.values.map { $0 })
        #expect(rows.map(\.number) == [1, 2, 3])
    }

    @Test func `a CSV keeps the texts`() throws {
        let bytes = try Self.sample(.csv)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let rows = try rows(bytes)
        #expect(
            rows.dropFirst().map { $0.cells.map(\.value.text) }
                == Self.values.map { $0.map(\.text) })
        try Self.keep(bytes, "sample.csv")
    }

    @Test(arguments: SheetFormat.allCases)
    func `the same rows give the same bytes`(_ format: SheetFormat) throws {
        #expect(try Self.sample(format) == Self.sample(format))
    }

    @Test func `an ODS keeps its header in sight, goes on counting pages and prints noughts`()
        throws
    {
        let parts = try ZipReader(Self.sample(.ods))
        func part(_ name: String) throws -> String {
            String(decoding: try parts.content(of: name), as: UTF8.self)
        }
        // LibreOffice reads the settings only where the prefix of their name is declared.
        let settings = try part("settings.xml")
        #expect(settings.contains(#"xmlns:ooo="http://openoffice.org/2004/office""#))
        #expect(settings.contains(#"config:name="ooo:view-settings""#))
        let styles = try part("styles.xml")
        #expect(styles.contains(#"style:first-page-number="continue""#))
        #expect(styles.contains("zero-values"))
    }

    @Test func `text that looks like a formula stays text in a CSV`() throws {
        let workbook = try WorkbookWriter(.csv, [Self.layout])
        for text in ["=1+1", "+886", "-1", "@SUM(A1)", "\t=1", "O'Neil", "a,b", "a\"b"] {
            try workbook.add([.text(text)])
        }
        let bytes = try workbook.finish()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
        #expect(
            Array(lines) == [
                "'=1+1", "'+886", "'-1", "'@SUM(A1)", "'\t=1", "O'Neil", "\"a,b\"", "\"a\"\"b\"",
            ])
        #expect(try rows(bytes).map { $0[0].text }.dropFirst().first == "=1+1")
    }

    @Test(arguments: SheetFormat.allCases)
    func `what might be a formula is read back as it was written, apostrophes and all`(
        _ format: SheetFormat
    ) throws {
        let texts = ["=1+1", "＝1+1", "＋886", "－1", "＠甲", "'=1", "'＝1", "'甲", "'", "''", "－", "ｘ"]
        let workbook = try WorkbookWriter(format, [Self.layout])
        for text in texts { try workbook.add([.text(text)]) }
        let bytes = try workbook.finish()
        #expect(try rows(bytes).dropFirst().map { $0[0].text } == texts)
        guard format == .csv else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
        #expect(
            Array(lines.prefix(9)) == [
                "'=1+1", "'＝1+1", "'＋886", "'－1", "'＠甲", "''=1", "''＝1", "'甲", "'",
            ])
    }

    @Test(arguments: [SheetFormat.ods, .xlsx])
    func `characters that XML cannot hold are left out, and the file stays readable`(
        _ format: SheetFormat
    ) throws {
        let workbook = try WorkbookWriter(format, [Self.layout])
        try workbook.add([.text("甲\u{FFFE}乙\u{FFFF}\u{1}丙\u{FFFD}\u{FF1F}丿")])
        #expect(try rows(workbook.finish())[1][0] == .text("甲乙丙\u{FFFD}\u{FF1F}丿"))
    }

    @Test func `Big5 names the characters that it lacks`() throws {
        let workbook = try WorkbookWriter(.csv, [Self.layout], encoding: .big5)
        try workbook.add([.text("堃哥在臺北"), .text("𠮷"), .text("堃")])
        #expect(throws: SheetRefusal.unwritable(["堃", "𠮷"])) { try workbook.finish() }
        let plain = try WorkbookWriter(.csv, [Self.layout], encoding: .big5)
        try plain.add([.text("臺北市")])
        #expect(try rows(plain.finish())[1][0] == .text("臺北市"))
    }

    @Test func `sheets follow each other, and names are made fit for tabs`() throws {
        let sheets = ["甲/乙", "甲/乙", ""].map {
            SheetLayout(name: $0, title: "t", note: "n", columns: [SheetColumn("欄", width: 8)])
        }
        for format in [SheetFormat.ods, .xlsx] {
            let workbook = try WorkbookWriter(format, sheets)
            try workbook.add([.text("一")])
            try workbook.nextSheet()
            try workbook.add([.text("二")])
            let heads = try events(workbook.finish()).compactMap { event -> String? in
                if case .sheet(let head) = event { head.name } else { nil }
            }
            #expect(heads == ["甲_乙", "甲_乙-2", "3"])
        }
        #expect(throws: WorkbookFault.sheets(3)) { try WorkbookWriter(.csv, sheets) }
    }

    @Test func `a cell without a value has its place, and so its border`() throws {
        let workbook = try WorkbookWriter(.xlsx, [Self.layout])
        try workbook.add([.empty, .text("螢幕"), .text("")])
        let part = try ZipReader(workbook.finish()).content(of: "xl/worksheets/sheet1.xml")
        let text = String(decoding: part, as: UTF8.self)
        #expect(text.contains("<c r=\"A2\" s=\"0\"/>") && text.contains("<c r=\"C2\" s=\"0\"/>"))
    }

    @Test func `a wide sheet lies on several pages that can be read, the first columns on each`() {
        func layout(_ columns: Int) -> SheetLayout {
            SheetLayout(
                name: "冊", title: "t", note: "n",
                columns: Array(repeating: SheetColumn("欄", width: 18), count: columns), paper: .a3)
        }
        #expect(layout(9).scale == 100 && layout(9).pagesAcross == 1)
        #expect(layout(16).scale == 62 && !layout(16).repeatsColumns)
        #expect(layout(30).scale == 55 && layout(30).pagesAcross == 2)
        #expect(layout(30).repeatsColumns)
    }

    static let layout = SheetLayout(
        name: "資產清冊", title: "臺北市政府資訊局 資產清冊 <A&B>", note: "製表日期：115 年 11 月 23 日",
        columns: [
            SheetColumn("財產編號", width: 14), SheetColumn("資產名稱", width: 30),
            SheetColumn("購置日期", width: 12), SheetColumn("金額", width: 10),
            SheetColumn("核心", width: 6), SheetColumn("盤點時間", width: 18),
            SheetColumn("時間", width: 8), SheetColumn("說明", width: 40),
        ])

    static let values: [[CellValue]] = [
        [
            .text("00123"), .text("堃哥的伺服器 𠮷"), .day(Day(number: 20_000)), .number(125_000),
            .boolean(true), .moment(Day(number: 20_000), seconds: 34_205), .time(seconds: 34_200),
            .text("=1+1"),
        ],
        [
            .text("A_x000D_B"), .text("  兩  格 "), .day(Day(number: -20_000)), .number(-0.25),
            .boolean(false), .moment(Day(number: 3), seconds: 60), .time(seconds: 90_000),
            .text("<多行>\n文字 \"&\""),
        ],
    ]

    static func sample(_ format: SheetFormat) throws -> [UInt8] {
        let workbook = try WorkbookWriter(format, [layout])
        for row in values { try workbook.add(row) }
        return try workbook.finish()
    }

    /// Keeps a sample where another program can look at it, when asked to.
    private static func keep(_ bytes: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["SHEET_SAMPLES"] else { return }
        try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
    }
}
