import Access
import Duties
import HTML
import Kernel
import Web

/// Where duties are found.
enum DutyPlace {
    static let list: Path = "/duties"

    /// - Parameter year: this one where it is `nil`.
    static func list(
        _ year: ROCYear?, of agency: AgencyID? = nil, only filter: DutyFilter? = nil
    ) -> Path {
        list.with("year", year?.number).with("agency", agency).with("state", filter?.word)
    }

    /// This year's duties of the reader's own agency.
    static func list(only filter: DutyFilter?) -> Path { list.with("state", filter?.word) }

    /// - Parameter year: this one where it is `nil`.
    static func one(_ duty: MeasureID, _ year: ROCYear?, of agency: AgencyID? = nil) -> Path {
        Path("duties", duty.text).with("year", year?.number).with("agency", agency)
    }

    static func agencies(
        _ duty: MeasureID, _ year: ROCYear, state: DutyState? = nil, sort: String? = nil
    ) -> Path {
        Path("duties", duty.text, "agencies").with("year", year.number)
            .with("state", state?.rawValue).with("kind", sort)
    }
}

extension Fields {
    /// The year that is asked about; this year where none, or none that there can be, is named.
    func year(_ today: Day) -> ROCYear {
        let current = ROCYear(of: today)
        guard let number: Int = value("year"), let year = ROCYear(number),
            (current.number - 10...current.number + 1).contains(year.number)
        else { return current }
        return year
    }

    /// The state that is asked about.
    var dutyState: DutyState? { DutyState(rawValue: self["state"]) }

    /// What of a list is asked about.
    var dutyFilter: DutyFilter? { DutyFilter(self["state"]) }
}
