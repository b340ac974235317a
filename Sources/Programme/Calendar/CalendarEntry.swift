import HTML
import Kernel
import Web

/// One day of the agency's year on which something is due, and whether it is done.
struct CalendarEntry: Hashable, Sendable {
    let day: Day
    /// The moment, where the law counts in hours.
    let moment: Instant?
    let title: Term
    let status: Status
    /// What lists call the state, where they have another word for it.
    var words: Term?
    let path: Path
    /// What stays the same when the entry is taken into another calendar again.
    let key: String
}

/// The entries of a year, month by month; a month without any has an empty list.
struct CalendarYear: Sendable {
    let year: ROCYear
    let months: [[CalendarEntry]]

    init(_ year: ROCYear, _ entries: [CalendarEntry]) {
        self.year = year
        let ofYear = entries.filter { $0.day.year == year.gregorian }.sorted {
            ($0.day, $0.title.zh, $0.key) < ($1.day, $1.title.zh, $1.key)
        }
        months = (1...12).map { month in ofYear.filter { $0.day.components.month == month } }
    }

    var entries: [CalendarEntry] { months.flatMap(\.self) }
}
