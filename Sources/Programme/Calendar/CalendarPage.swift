import HTML
import Kernel
import Web

/// The agency's year on one sheet: what is due in each month, and what of it is done.
struct CalendarPage: Sendable {
    let calendar: CalendarYear
    /// What it lists; what is due beside that stands elsewhere.
    let listed: [Term]
    let agencyName: String
    let today: Day

    var page: Page {
        let year = calendar.year
        let title = Term("\(year.number) 年行事曆", en: "Calendar of \(year.gregorian)")
        return Page(title, width: .wide) {
            PageHeading(
                title, eyebrow: HTML(agencyName), lede: HTML(lede),
                actions: [
                    ActionLink(
                        Term("下載到自己的行事曆（.ics）", en: "Download (.ics)"),
                        Path("calendar", "download").with("year", year.number)
                    ).body
                ])
            Tabs(
                Term("年度", en: "Year"),
                [year.number - 1, year.number, year.number + 1].map { number in
                    .init(
                        Term("\(number) 年", en: "\(number + 1_911)"),
                        Path("calendar").with("year", number), isCurrent: number == year.number)
                })
            div(.class("months")) {
                for (index, entries) in calendar.months.enumerated() { month(index + 1, entries) }
            }
        }
    }

    private var lede: Term {
        let count = calendar.entries.count
        let late = calendar.entries.count { $0.status == .late }
        return Term(
            "列出\(listed.map(\.zh).joined(separator: "、"))："
                + (count == 0 ? "這一年沒有。" : "共 \(count) 件，逾期 \(late) 件。"),
            en: "Lists \(listed.map(\.en).joined(separator: ", ")): "
                + (count == 0 ? "none in this year." : "\(count) in all, \(late) overdue."))
    }

    private func month(_ number: Int, _ entries: [CalendarEntry]) -> HTML {
        let isNow = today.year == calendar.year.gregorian && today.components.month == number
        return panel(
            Term("\(number) 月", en: "Month \(number)"), id: "month-\(number)",
            classes: "month" + (isNow ? " month--now" : "")
                + (entries.isEmpty ? " month--empty" : "")
        ) {
            if entries.isEmpty {
                p(.class("missing")) { Term("沒有到期的事", en: "Nothing due") }
            } else {
                ul { for entry in entries { li { line(entry) } } }
            }
        }
    }

    @HTMLBuilder
    private func line(_ entry: CalendarEntry) -> HTML {
        time(exactly: entry.day, .class("num")) { entry.day.monthAndDay }
        a(.href(entry.path)) { entry.title }
        status(entry.status, entry.words)
    }
}
