import Access
import Kernel
import Statute
import Storage

/// An agency as it was on a day: what lists, counts, papers and the judging of duties ask.
package struct AgencyOnDay: Hashable, Sendable {
    package let id: AgencyID
    package let code: String?
    package let oid: String?
    package let name: String
    package let kind: String
    package let tally: AgencyTally?
    /// What the law takes it for.
    package let organisation: OrganisationKind
    package let superior: AgencyID?
    package let superiorName: String?
    /// Not decided yet where `nil`.
    package let level: LevelInForce?
    /// Whether it is no more today.
    package let hasEnded: Bool

    /// Every agency of `reach` that there was on `day`, by code and name, in three queries.
    package static func all(
        on day: Day, in reach: Reach, _ view: View
    ) throws -> [AgencyOnDay] {
        let kinds = try AgencyKinds.all(view)
        let levels = try LevelInForce.all(on: day, in: reach, view)
        return try view.all(
            """
            SELECT agencyPeriod.agencyID, agency.code, agency.oid, agencyPeriod.name,
              agencyPeriod.kind, agencyPeriod.parentID, superior.name,
              CASE WHEN agency.removedAt IS NULL THEN 0 ELSE 1 END
            FROM agencyPeriod
            JOIN agency ON agency.id = agencyPeriod.agencyID
            LEFT JOIN agencyPeriod superior ON superior.agencyID = agencyPeriod.parentID
              AND superior.fromOn <= \(day)
              AND (superior.untilOn IS NULL OR superior.untilOn >= \(day))
            WHERE \(AgencyPeriod.holds(on: day)) AND \(reach, covers: "agencyPeriod.agencyID")
            ORDER BY CASE WHEN agency.code IS NULL THEN 1 ELSE 0 END, agency.code,
              agencyPeriod.name, agencyPeriod.agencyID
            """
        ) { try AgencyOnDay(&$0, kinds, levels) }
    }

    private init(
        _ row: inout RowReader, _ kinds: AgencyKinds, _ levels: [AgencyID: LevelInForce]
    ) throws {
        id = try row.next()
        code = try row.next()
        oid = try row.next()
        name = try row.next()
        kind = try row.next()
        superior = try row.next()
        superiorName = try row.next()
        hasEnded = try row.next()
        tally = kinds.tally(of: kind)
        organisation = superior == nil ? .city : kinds.organisation(of: kind)
        level = levels[id]
    }
}
