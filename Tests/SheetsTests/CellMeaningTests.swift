import Kernel
import Testing

@testable import Sheets

/// What the cells of a file mean, where programs differ.
@Suite struct CellMeaningTests {
    @Test(arguments: [
        (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (44_270, "2021-03-15"),
    ])
    func `days are counted from 1900 around the day that never was`(
        _ serial: Double, _ day: String
    ) throws {
        let meant = SerialCalendar.from1900.value(serial, as: .day)
        #expect(meant == .day(try #require(Day(day))))
    }

    @Test func `the 29 February 1900 of spreadsheets stays a number`() {
        #expect(SerialCalendar.from1900.value(60, as: .day) == .number(60))
        #expect(SerialCalendar.from1900.value(-1, as: .day) == .number(-1))
    }

    @Test(arguments: [(0.0, "1904-01-01"), (60, "1904-03-01"), (42_808, "2021-03-15")])
    func `days are counted from 1904 where the file says so`(
        _ serial: Double, _ day: String
    ) throws {
        let meant = SerialCalendar.from1904.value(serial, as: .day)
        #expect(meant == .day(try #require(Day(day))))
    }

    @Test func `a part of a day is a time, and seconds are not lost`() throws {
        let day = try #require(Day("2021-03-15"))
        let serial = 44_270 + 34_205.0 / 86_400
        #expect(SerialCalendar.from1900.value(serial, as: .moment) == .moment(day, seconds: 34_205))
        #expect(SerialCalendar.from1900.value(1.5, as: .time) == .time(seconds: 129_600))
    }

    @Test(arguments: [
        ("yyyy/mm/dd", NumberFormat.day), ("[$-404]e\"年\"m\"月\"d\"日\"", .day), ("gge/m/d", .day),
        ("yyyy-mm-dd hh:mm", .moment), ("h:mm:ss", .time), ("[h]:mm", .time), ("0.00E+00", .number),
        ("General", .number), ("#,##0;[Red]-#,##0", .number), ("\"day\"0", .number),
        ("0\\d", .number),
    ])
    func `a format tells whether a number is a date`(_ code: String, _ format: NumberFormat) {
        #expect(NumberFormat(code) == format)
    }

    @Test func `a row or cell that repeats is there as often as it says`() throws {
        let ods = try HandMade.ods(
            """
            <table:table-row table:number-rows-repeated="3"><table:table-cell \
            office:value-type="float" office:value="7" table:number-columns-repeated="2"/>\
            <table:table-cell table:number-columns-repeated="3"/><table:table-cell \
            office:value-type="string"><text:p>末</text:p></table:table-cell></table:table-row>\
            <table:table-row table:number-rows-repeated="2"/><table:table-row><table:table-cell \
            office:value-type="date" office:date-value="2026-03-13"/></table:table-row>
            """)
        let rows = try rows(ods)
        #expect(rows.map(\.number) == [1, 2, 3, 6])
        for row in rows.prefix(3) {
            #expect(row.cells.map(\.column) == [0, 1, 5])
            #expect(row.cells.map(\.value) == [.number(7), .number(7), .text("末")])
        }
        #expect(rows[3][0] == .day(try #require(Day("2026-03-13"))))
    }

    @Test(arguments: [
        "編號;名稱;金額\n1;甲,乙;5\n2;丙;6\n", "編號\t名稱\t金額\n1\t甲,乙\t5\n2\t丙\t6\n",
        "編號|名稱|金額\n1|甲,乙|5\n2|丙|6\n", "編號,名稱,金額\n1,\"甲,乙\",5\n2,丙,6\n",
        "sep=;\r\n編號;名稱;金額\r\n1;甲,乙;5\r\n2;丙;6", "編號,名稱,金額\r1,\"甲,乙\",5\r2,丙,6\r",
    ])
    func `the separator of a CSV is guessed`(_ text: String) throws {
        let rows = try rows(Array(text.utf8))
        #expect(
            rows.map { $0.cells.map(\.value.text) } == [
                ["編號", "名稱", "金額"], ["1", "甲,乙", "5"], ["2", "丙", "6"],
            ])
    }

    @Test func `quotes, line breaks and leading noughts in a CSV are kept`() throws {
        let rows = try rows(Array("a,b,c\r\n\"一\r\n二\",\"說\"\"好\"\"\",=\"0912\"\r\n".utf8))
        #expect(rows[1].cells.map(\.value.text) == ["一\n二", "說\"好\"", "0912"])
    }

    @Test(arguments: [
        ("UTF-8", [UInt8]("堃,1\n".utf8)), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + "堃,1\n".utf8),
        ("UTF-16LE", [0xFF, 0xFE, 0x03, 0x58, 0x2C, 0, 0x31, 0, 0x0A, 0]),
        ("UTF-16BE", [0xFE, 0xFF, 0x58, 0x03, 0, 0x2C, 0, 0x31, 0, 0x0A]),
        ("UTF-16LE without mark", [0x03, 0x58, 0x2C, 0, 0x31, 0, 0x0A, 0]),
    ])
    func `the encoding of a CSV is found`(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try rows(bytes).map { $0.cells.map(\.value.text) } == [["堃", "1"]], "\(name)")
    }
}
