import Access
import Kernel
import HTML
import Storage
import Web

/// For which agency and year somebody reads the plan.
struct PlanQuestion: Hashable, Sendable {
    /// `nil` for the caller's own.
    var agency: AgencyID?
    var year: ROCYear
    /// The day as of which the law and the text are asked: today, or the last day of a past year.
    let day: Day

    init(agency: AgencyID?, year: ROCYear, today: Day) {
        self.agency = agency
        self.year = year
        day = min(max(today, year.firstDay), year.lastDay)
    }

    /// Reads `agency` and `year` of an address; what is no year means this one.
    init(_ fields: Fields, today: Day) {
        let year = fields.value("year", as: Int.self).flatMap { ROCYear($0) }
        self.init(
            agency: AgencyID(fields["agency"]), year: year ?? ROCYear(of: today), today: today)
    }

    /// A place with this question in its address.
    func at(_ path: Path, today: Day) -> Path {
        path.with("agency", agency).with(
            "year", year == ROCYear(of: today) ? Int?.none : year.number)
    }

    /// The years that can be chosen: this one, the next and five back.
    static func years(around today: Day) -> [ROCYear] {
        let this = ROCYear(of: today).number
        return (this - 5...this + 1).reversed().compactMap { ROCYear($0) }
    }
}
