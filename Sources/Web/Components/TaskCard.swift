import HTML
import Kernel

/// One thing to do this week: by when, what is prepared already, and one button.
package struct TaskCard: Component {
    /// `nil` for what must be there at all times and is not.
    let due: Day?
    let today: Day
    let heading: Term
    let why: Term
    let progress: ProgressBar?
    let action: ActionLink

    package init(
        due: Day?, today: Day, _ heading: Term, why: Term, progress: ProgressBar? = nil,
        action: ActionLink
    ) {
        self.due = due
        self.today = today
        self.heading = heading
        self.why = why
        self.progress = progress
        self.action = action
    }

    package var body: HTML {
        li {
            if let due { DateBlock(due: due, today: today) } else { Self.always }
            div {
                h3 { heading }
                p { why }
                if let progress { progress }
            }
            action
        }
    }
}

extension TaskCard {
    /// Where the date stands for what has none.
    fileprivate static var always: HTML {
        div(.class("date")) {
            b { Term("隨時", en: "Always") }
            HTML("em", [.class("is-late")]) { Term("現在缺", en: "Missing now") }
        }
    }
}

/// A date by which something is owed: day, weekday, and how long that is from today.
package struct DateBlock: Component {
    let due: Day
    let today: Day

    package init(due: Day, today: Day) {
        self.due = due
        self.today = today
    }

    package var body: HTML {
        div(.class("date")) {
            time(exactly: due) {
                b { due.monthAndDay }
                if due.year != today.year { span { due.yearTerm } }
                span { due.weekday.term }
            }
            HTML("em", [.class(due < today ? "is-late" : "")]) { today.distance(to: due) }
        }
    }
}

extension Day {
    /// As in 「11/27」.
    package var monthAndDay: String {
        let (_, month, day) = components
        return (month < 10 ? "0\(month)/" : "\(month)/") + (day < 10 ? "0\(day)" : "\(day)")
    }

    /// As in 「116 年」.
    fileprivate var yearTerm: Term { Term("\(ROCYear(of: self).number) 年", en: "\(year)") }

    /// How far `due` lies from this day, as in 「剩 4 天」 and 「逾期 3 天」.
    package func distance(to due: Day) -> Term {
        switch due.number - number {
        case ..<0:
            Term("逾期 \(number - due.number) 天", en: "\(number - due.number) days overdue")
        case 0: Term("今天到期", en: "Due today")
        case 1: Term("明天到期", en: "Due tomorrow")
        case let days: Term("剩 \(days) 天", en: "\(days) days left")
        }
    }
}

/// The cards of what is to be done now.
package func taskCards(_ cards: [TaskCard]) -> HTML {
    ol(.class("now")) { for card in cards { card } }
}

/// What comes next, a line each; the whole line is the link.
package struct TaskList: Component {
    let items: [Item]
    let year: ROCYear

    /// - Parameter year: the year that readers have in mind; a day of another names its own.
    package init(_ items: [Item], in year: ROCYear) {
        self.items = items
        self.year = year
    }

    package struct Item: Sendable {
        let due: Day?
        let heading: Term
        let path: Path
        let note: Term?
        let state: HTML

        package init(
            due: Day?, _ heading: Term, _ path: Path, note: Term? = nil, state: HTML
        ) {
            self.due = due
            self.heading = heading
            self.path = path
            self.note = note
            self.state = state
        }
    }

    package var body: HTML {
        ul(.class("tasks")) {
            for item in items {
                li {
                    if let due = item.due { time(exactly: due) { words(due) } } else { span {} }
                    div {
                        a(.href(item.path)) { item.heading }
                        if let note = item.note { small { note } }
                    }
                    item.state
                }
            }
        }
    }

    @HTMLBuilder
    private func words(_ due: Day) -> HTML {
        if ROCYear(of: due) == year {
            due.monthAndDay
            " "
            due.weekday.short
        } else {
            Term(due.rocSlashes, en: "\(due)")
        }
    }
}

extension Weekday {
    /// As in 「五」.
    package var short: Term {
        Term(String(term.zh.suffix(1)), en: String(term.en.prefix(3)))
    }
}
