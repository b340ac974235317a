import Access
import Agencies
import Duties
import Kernel
import Storage

extension FactSource {
    /// The list of organisations as at the day: the level of that day and since when, the kind by
    /// the city's own kinds.
    static let list = FactSource(
        reads: ["agency", "agencyKind", "levelDecision"], conditions: .registers,
        owners: { view, records in
            let decisions = records.filter { $0.kind == LevelDecision.kind }.map(\.uuid)
            return try view.values(
                "SELECT DISTINCT agencyID FROM levelDecision WHERE id IN \(list: decisions)")
        }
    ) { view, reach, day in
        let agencies = try AgencyOnDay.all(on: day, in: reach, view).filter { !$0.hasEnded }
        let superiors = Set(
            try view.values(
                """
                SELECT DISTINCT parentID FROM agency
                WHERE parentID IS NOT NULL AND removedAt IS NULL
                """, as: AgencyID.self))
        return agencies.map { agency in
            JudgedAgency(
                id: agency.id, name: agency.name, code: agency.code, sort: agency.kind,
                kind: agency.organisation, level: agency.level?.level,
                classifiedOn: agency.level?.since, hasSubordinates: superiors.contains(agency.id))
        }
    }
}
