import Access
import Duties
import Kernel
import Statute
import Storage
import Systems

extension ConditionSource {
    /// What the list of systems in use says: whether some are outsourced, whether the agency has
    /// some built at all, whether a core one serves citizens.
    static let systems = ConditionSource(
        reads: InformationSystem.kind, sense: sense
    ) { view, reach in
        let rows = try view.all(
            """
            SELECT agencyID, COUNT(CASE WHEN building = 'outsourced' THEN 1 END),
              COUNT(CASE WHEN building <> 'centralised' THEN 1 END),
              COUNT(CASE WHEN core AND citizenFacing THEN 1 END)
            FROM informationSystem
            WHERE removedAt IS NULL AND state = 'inUse'
              AND \(reach, covers: "informationSystem.agencyID")
            GROUP BY agencyID
            """
        ) { row in
            let agency: AgencyID = try row.next()
            let outsourced: Int = try row.next()
            let built: Int = try row.next()
            let serving: Int = try row.next()
            let conditions: [Duty.Condition: Bool] = [
                .outsources: outsourced > 0, .developsSystems: built > 0,
                .hasPublicCoreSystem: serving > 0,
            ]
            return (agency, conditions)
        }
        return Dictionary(rows) { $1 }
    }

    /// The columns on which the conditions hang; a system that is not in use says nothing.
    private static func sense(_ state: String?) -> [String] {
        guard let state, !state.contains(#""removedAt":"#),
            state.contains(#""state":"inUse""#)
        else { return [] }
        let fields = state.matches(of: /"(building|core|citizenFacing)":("[a-zA-Z]*"|[0-9]+)/)
        return fields.map { String($0.0) }.sorted()
    }
}
