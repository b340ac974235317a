import Kernel
import Testing

@testable import Sheets

@Suite struct WrittenDayTests {
    @Test(arguments: [
        "中華民國115年3月13日", "民國115年3月13日", "115年3月13日", "115 年 03 月 13 日", "115/03/13",
        "115/3/13", "115.03.13", "115-03-13", "1150313", "01150313", "１１５／０３／１３",
        "　115/03/13　", "115/03/13(五)", "115年3月13日星期五", "115/03/13 上午 09:30",
        "115/03/13 09:30:00", "一百一十五年三月十三日", "中華民國一一五年三月十三日", "2026-03-13",
        "2026/3/13", "2026.03.13", "20260313", "2026年3月13日", "西元2026年3月13日",
        "2026-03-13T09:30:00",
    ])
    func `a date reads in every form that people use`(_ text: String) throws {
        #expect(try Day(written: text) == Day("2026-03-13"))
    }

    @Test(arguments: [
        ("99/1/2", "2010-01-02"), ("99年1月2日", "2010-01-02"), ("民國 5 年 1 月 2 日", "1916-01-02"),
        ("990102", "2010-01-02"), ("58/3/2", "1969-03-02"), ("113/2/29", "2024-02-29"),
        ("七十八年十二月三十一日", "1989-12-31"),
    ])
    func `short years are those of the Republic`(_ text: String, _ day: String) throws {
        #expect(try Day(written: text) == Day(day))
    }

    @Test(arguments: ["110年2月30日", "115/02/29", "2026-02-29", "115.13.01", "1150431", "115/0/1"])
    func `a day that does not exist is refused, never moved`(_ text: String) {
        #expect(throws: WrittenDayRefusal.noSuchDay(text)) { try Day(written: text) }
    }

    @Test func `a year that may be either is refused`() {
        #expect(throws: WrittenDayRefusal.ambiguousYear("26/03/13")) {
            try Day(written: "26/03/13")
        }
    }

    @Test(arguments: [
        "無", "NA", "", "115", "115/03", "3/13/2026", "300/1/1", "民國前5年1月1日", "115/3/13/4",
    ])
    func `what is no date is refused`(_ text: String) {
        #expect(throws: WrittenDayRefusal.self) { try Day(written: text) }
    }

    @Test func `cells give days, blanks give none`() throws {
        let day = try #require(Day("2026-03-13"))
        #expect(try Day.written(.day(day)) == day)
        #expect(try Day.written(.number(1_150_313)) == day)
        #expect(try Day.written(.text(" 　")) == nil)
        #expect(try Day.written(.day(#require(Day("0115-03-13")))) == day)
        #expect(throws: WrittenDayRefusal.notADate("44926")) { try Day.written(.number(44_926)) }
        #expect(throws: WrittenDayRefusal.notADate("TRUE")) { try Day.written(.boolean(true)) }
    }
}

@Suite struct TidyingTests {
    @Test func `accidents of typing are tidied, punctuation is kept`() {
        #expect("　ＡＢＣ　１２３，（測試）  ok\u{200B}\u{202E} ".tidied == "ABC 123，（測試） ok")
        #expect("３１４０－０１－０００１ 甲－乙".tidied == "3140-01-0001 甲－乙")
        #expect("一\r\n二\n".tidied == "一\n二")
        #expect("a\u{0}b\tc".tidied == "ab c")
    }

    @Test func `spellings that mean the same compare alike`() {
        #expect("台 北市政府（資訊局）".comparable == "臺北市政府(資訊局)".comparable)
        #expect("Ｎａｍｅ".comparable == "name")
        #expect("堃".comparable != "坤".comparable)
    }

    @Test func `plain characters compare as their properties say`() {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x3000...0x3011, 0x4E00...0x9FFF, 0xFF01...0xFF5E,
        ]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "甲\(scalar)乙 A"
            #expect(text.comparable == text.thoroughlyComparable)
        }
    }
}
