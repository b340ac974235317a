import Duties
import Kernel
import Statute

extension CityDutyDraft {
    /// A duty for everybody, once a year, by the end of the year.
    static func accounts(from day: Day) -> CityDutyDraft {
        var draft = CityDutyDraft()
        draft.term = "社群帳號盤點"
        draft.why = "沒人管的帳號最容易被盜用"
        draft.document = "府資字第 9 號"
        draft.kinds = [.agency, .school]
        draft.levels = Level.allCases
        draft.cadence = .each(times: 1, months: 12)
        draft.from = day
        return draft
    }
}
