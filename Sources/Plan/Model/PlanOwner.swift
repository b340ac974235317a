import Access
import Kernel
import Storage

/// Whose plan a version is: the city's, which every agency reads, or an agency's own, which for
/// that agency takes its place.
package enum PlanOwner: Hashable, Sendable {
    case city
    case agency(AgencyID)

    /// Whose plan a caller lays in.
    init(_ caller: Caller) {
        self = caller.isOfCity ? .city : .agency(caller.agency)
    }

    /// Which rows of `planVersion` are the owner's.
    var holds: SQL {
        switch self {
        case .city: "planVersion.agencyID = \(Self.root)"
        case .agency(let id): "planVersion.agencyID = \(id)"
        }
    }

    /// The office that keeps the city's text.
    static let root: SQL = "(SELECT id FROM agency WHERE parentID IS NULL ORDER BY id LIMIT 1)"
}
