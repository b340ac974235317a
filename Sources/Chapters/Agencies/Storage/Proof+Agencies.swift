import Access
import Duties
import Foundation
import Kernel
import Storage

extension Proof {
    /// The city has filed the level of every organisation in the period (責任等級提報).
    ///
    /// The city's office owes it for all, so that a filing anywhere counts for the office.
    static let levelsFiled = Proof(
        "level.filing", reads: [LevelDecision.kind, "agency"], see: .seeAgencies, holder: .city,
        remedy: Remedy(Term("登錄等級提報", en: "Enter the filing of levels"), at: "agencies"),
        answer: { view, period, reach in
            let office: AgencyID? = try view.value(
                """
                SELECT id FROM agency WHERE parentID IS NULL AND \(reach, covers: "agency.id")
                """)
            guard let office else { return [:] }
            let filed = try view.all(
                """
                SELECT COUNT(*), COUNT(last.filedOn), MAX(last.filedOn)
                FROM agency LEFT JOIN (\(filings(period))) AS last ON last.agencyID = agency.id
                WHERE agency.removedAt IS NULL
                """
            ) { row in
                let needed: Int = try row.next()
                return Finding.covered(try row.next(), of: needed, lastOn: try row.next())
            }
            return filed.first.map { [office: $0] } ?? [:]
        },
        rows: { view, period, _ in
            try view.all(
                """
                SELECT agency.id, agency.name, last.filedOn
                FROM agency LEFT JOIN (\(filings(period))) AS last ON last.agencyID = agency.id
                WHERE agency.removedAt IS NULL
                ORDER BY last.filedOn IS NOT NULL, \(Agency.order)
                """
            ) { row in
                let id: UUID = try row.next()
                let name: String = try row.next()
                let day: Day? = try row.next()
                return CountedRow(
                    name, at: "agencies", id.hyphenated, on: day, counts: day != nil,
                    remark: day.map { Term("\($0.rocSlashes) 提報", en: "Filed on \($0)") }
                        ?? Term("這一期還沒提報", en: "Not filed in this period"))
            }
        })

    /// The last day in the period on which a decision on each agency was filed.
    private static func filings(_ period: Period) -> SQL {
        """
        SELECT agencyID, MAX(filedOn) AS filedOn FROM levelDecision
        WHERE removedAt IS NULL AND filedOn >= \(period.opensOn) AND filedOn <= \(period.asOf)
        GROUP BY agencyID
        """
    }
}
