import Access
import Kernel
import Statute
import Web

/// What of the incidents a list shows: in earnest or drills, and what narrows it.
package struct IncidentQuery: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case open, unreviewed, closed, withdrawn

        package var term: Term {
            switch self {
            case .open: Term("進行中", en: "Open")
            case .unreviewed: Term("等上級審核", en: "Waiting for review")
            case .closed: Term("已結案", en: "Closed")
            case .withdrawn: Term("誤報撤回", en: "Withdrawn")
            }
        }
    }

    package var isDrill = false
    package var words = ""
    /// The year in which the agency knew.
    package var year: ROCYear?
    package var state: State?
    package var level: IncidentLevel?
    /// The level as a superior confirmed it; false alarms are left out.
    package var confirmed: IncidentLevel?
    package var agency: AgencyID?
    /// The last incident of the page before.
    package var after: IncidentID?
    package var limit = 50

    package init(isDrill: Bool = false) {
        self.isDrill = isDrill
    }

    /// Reads an address. What is no value of its kind narrows nothing.
    package init(_ fields: Fields, isDrill: Bool) {
        self.isDrill = isDrill
        words = String(fields["q"].prefix(100))
        year = fields.value("year", as: Int.self).flatMap(ROCYear.init)
        state = State(rawValue: fields["state"])
        level = fields.value("level", as: Int.self).flatMap(IncidentLevel.init)
        confirmed = fields.value("confirmed", as: Int.self).flatMap(IncidentLevel.init)
        agency = fields.value("agency")
        after = fields.value("after")
    }

    package var isUntouched: Bool {
        words.isEmpty && year == nil && state == nil && level == nil && confirmed == nil
            && agency == nil && after == nil
    }
}
