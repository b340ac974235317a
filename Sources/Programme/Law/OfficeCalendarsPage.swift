import Access
import Duties
import HTML
import Kernel
import Statute
import Web

/// Which years' working days are in, since when and from whom, and the form to lay one in.
struct OfficeCalendarsPage: Sendable {
    let readout: LawReadout
    let caller: Caller
    let today: Day
    /// Why the file that was sent is not taken, if one was.
    let problem: Term?

    private var mayManage: Bool { caller.may(.manageLaw) && caller.isOfCity }
    private let title = Term("辦公日曆", en: "Office calendars")

    var page: Page {
        Page(title, trail: [LawPlace.home]) {
            ErrorSummary(problem.map { [FieldMessage(field: "file", message: $0)] } ?? [])
            PageHeading(title, lede: HTML(lede))
            if let missing { div(.class("note")) { p { missing } } }
            years
            if mayManage { upload }
        }
    }

    private var lede: Term {
        Term(
            "從某天起算的期限，末日遇到放假日就順延到下一個上班日；條文或公文寫明日期的，照寫的日期。哪天放假，看行政院人事行政總處每年公布的日曆表。",
            en:
                "A period that ends on a rest day ends on the next working day, by the government's yearly calendar; a date that is named stays."
        )
    }

    private var nextYears: ClosedRange<Int> { today.year...today.year + 1 }

    private var missing: Term? {
        let years = nextYears.filter { !readout.law.calendar.years.contains($0) }
        guard !years.isEmpty else { return nil }
        let named = years.map { ROCYear.words(gregorian: $0) }.joined(separator: "、")
        return Term(
            "\(named)還沒有日曆，期限先只看週六、週日，算出來的日子可能早了幾天。",
            en:
                "No calendar for \(years.map(String.init).joined(separator: ", ")): only weekends count as rest days there."
        )
    }

    private var years: HTML {
        let all = Set(readout.law.calendar.years).union(nextYears).sorted(by: >)
        return panel(Term("各年的日曆", en: "Years"), id: "years") {
            ul(.class("picks")) { for year in all { row(year) } }
        }
    }

    private func row(_ year: Int) -> HTML {
        let own = readout.calendars.first { $0.year == year }
        let isIn = readout.law.calendar.years.contains(year)
        return li {
            div {
                if isIn {
                    a(.href(LawPlace.calendar(year))) {
                        Term("\(ROCYear.words(gregorian: year))（\(year)）", en: "\(year)")
                    }
                } else {
                    strong { Term("\(ROCYear.words(gregorian: year))（\(year)）", en: "\(year)") }
                }
                small {
                    if let own {
                        Term("\(own.laidBy) 匯入，", en: "Laid in by \(own.laidBy), ")
                        time(own.laidAt)
                    } else if isIn {
                        Term("隨系統提供", en: "Came with the product or the city's files")
                    } else {
                        Term("沒有日曆，只看週六、週日", en: "None; only weekends count")
                    }
                }
            }
            if own != nil && mayManage {
                actionForm(
                    Term("移除", en: "Take out"),
                    to: LawPlace.calendar(year).appending("removal"), .small,
                    subject: ROCYear.words(gregorian: year))
            } else {
                isIn
                    ? status(.done, Term("有", en: "In"))
                    : status(.none, Term("只算週末", en: "Weekends only"))
            }
        }
    }

    private var upload: HTML {
        panel(Term("匯入一年的日曆", en: "Lay a year in"), id: "upload") {
            form(.upload, to: LawPlace.calendars.appending("preview"), .class("stack")) {
                FormField(
                    "file", Term("日曆表檔案", en: "Calendar file"), .file(accept: ".csv,text/csv"),
                    hint: Term(
                        "政府資料開放平臺的 CSV：西元日期、星期、是否放假、備註。先看內容，再匯入。",
                        en: "The open-data CSV. You see what it says before anything is written."),
                    error: problem)
                submit(Term("看內容", en: "Look at it"))
            }
        }
    }
}

/// The rest days of one year that are no plain weekend, and the weekends that work; for a file that
/// is to be laid in, with the button that does so.
struct CalendarYearPage: Sendable {
    let year: Int
    let calendar: WorkingCalendar
    /// The file in the government's form, where it is not in yet.
    var sheet: String?
    /// The calendar in use, to be compared with.
    var former: WorkingCalendar?

    private var title: Term {
        sheet == nil
            ? Term("\(ROCYear.words(gregorian: year))辦公日曆", en: "Office calendar of \(year)")
            : Term(
                "匯入 \(ROCYear.words(gregorian: year))日曆？", en: "Lay in the calendar of \(year)?")
    }

    var page: Page {
        Page(
            title, trail: [LawPlace.home, Crumb(Term("辦公日曆", en: "Calendars"), LawPlace.calendars)]
        ) {
            PageHeading(title, lede: HTML(sentence))
            if let sheet { confirmation(sheet) }
            if !changed.isEmpty {
                panel(Term("與現在用的不同", en: "What differs"), id: "differing") {
                    list(
                        changed.map {
                            calendar.isRest($0)
                                ? ($0, Term("改為放假", en: "Rest day now"))
                                : ($0, Term("改為上班", en: "Working day now"))
                        })
                }
            }
            panel(Term("假日", en: "Holidays"), id: "holidays") {
                list(holidays.map { ($0.day, Term($0.holiday, en: $0.holiday)) })
            }
            if !workingWeekends.isEmpty {
                panel(Term("要上班的週末", en: "Weekends that work"), id: "working") {
                    list(workingWeekends.map { ($0, Term("", en: "")) })
                }
            }
        }
    }

    private var sentence: Term {
        let rest = calendar.restDays(in: year).count
        let note = former.map { _ in
            let count = changed.count
            return count == 0
                ? Term("與現在用的一樣。", en: " The same as in use now.")
                : Term(
                    "與現在用的差 \(count) 天，期限會重算。",
                    en: " \(count) days differ; deadlines are counted anew.")
        }
        return Term(
            "全年放假 \(rest) 天。\(note?.zh ?? "")", en: "\(rest) rest days.\(note?.en ?? "")")
    }

    /// The days that the calendar in use has otherwise.
    private var changed: [Day] {
        guard let former else { return [] }
        return days.filter { former.isRest($0) != calendar.isRest($0) }
    }

    private var days: [Day] {
        guard let first = Day(year: year, month: 1, day: 1) else { return [] }
        return (0..<366).map { first.adding(days: $0) }.filter { $0.year == year }
    }

    private var holidays: [Rest] {
        days.compactMap { calendar.rest(on: $0) }.filter { rest in
            !rest.holiday.isEmpty || !rest.day.weekday.isWeekend
        }
    }

    private var workingWeekends: [Day] {
        days.filter { $0.weekday.isWeekend && !calendar.isRest($0) }
    }

    private func list(_ days: [(Day, Term)]) -> HTML {
        ul(.class("picks")) {
            for (day, name) in days {
                li {
                    div {
                        time(exactly: day) { Term(day.rocSlashes, en: "\(day)") }
                        " "
                        day.weekday.term
                    }
                    span { name }
                }
            }
        }
    }

    private func confirmation(_ sheet: String) -> HTML {
        form(.post, to: LawPlace.calendars, .class("row")) {
            hiddenField("sheet", sheet)
            submit(Term("匯入並重算期限", en: "Lay in and count anew"))
            ActionLink(Term("不匯入了", en: "Cancel"), LawPlace.calendars)
        }
    }
}

extension Weekday {
    fileprivate var isWeekend: Bool { self == .saturday || self == .sunday }
}
