import Kernel
import Testing

@Suite struct WrittenDayTests {
    @Test(arguments: [
        ("115/11/23", "2026-11-23"), ("115.1.5", "2026-01-05"), ("115-11-23", "2026-11-23"),
        ("1151123", "2026-11-23"), ("民國1151123", "2026-11-23"), ("99/2/28", "2010-02-28"),
        ("民國 115 年 11 月 23 日", "2026-11-23"), ("中華民國115年2月1日", "2026-02-01"),
        ("115年11月23", "2026-11-23"), (" 115 / 11 / 23 ", "2026-11-23"),
    ])
    func `a date of the Republic is read as forms write it`(_ text: String, _ day: String) {
        #expect(Day(rocText: text) == Day(day))
    }

    @Test(arguments: [
        "", "民國", "115/13/01", "115/2/30", "2026-11-23", "1150/1/1", "115/1", "115/1/1x",
        "115/001/1", "0/1/1", "115112", "中華1151123", "１１５/１/１", "115年11/23號",
    ])
    func `what is no such date is none`(_ text: String) {
        #expect(Day(rocText: text) == nil)
    }
}
