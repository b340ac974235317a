import Duties
import HTML
import Kernel
import Web

extension DutyState {
    /// The look of the state; what is only declared never looks done.
    package var status: Status {
        switch self {
        case .met: .done
        case .declared: .progress
        case .late: .late
        case .due: .due
        case .missing: .missing
        case .upcoming: .none
        case .waived, .notApplicable: .notApplicable
        }
    }

    /// The state as people read it; with a last day, how late it is.
    package func drawn(due: Day? = nil, today: Day? = nil) -> HTML {
        if self == .late, let due, let today {
            return Web.status(.late, today.distance(to: due))
        }
        return Web.status(status, term)
    }
}
