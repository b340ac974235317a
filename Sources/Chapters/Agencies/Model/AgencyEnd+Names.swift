import Access
import Sheets
import Storage

extension AgencyEnd {
    /// How the agencies at or under `caller`'s that are no more ended, by their names as lists write
    /// them.
    package static func byName(
        under caller: Caller, _ session: any Session
    ) throws -> [String: AgencyEnd] {
        let ends = try all(in: .subtree(path: caller.agencyPath), session)
        return Dictionary(ends.map { ($0.name.comparable, $0) }) { $1 }
    }
}
