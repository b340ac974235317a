import Access
import Duties
import Foundation
import Kernel
import Storage

extension Proof {
    /// Systems in use are graded, all of them (資通安全責任等級分級辦法 §11, 附表九).
    static let systemsGraded = Proof(
        "level.grading", reads: [InformationSystem.kind], see: .seeSystems,
        remedy: Remedy(Term("補上系統分級", en: "Grade the systems"), at: "systems"),
        answer: { view, period, reach in
            let findings = try view.all(
                """
                SELECT agencyID, COUNT(*), COUNT(need) FROM informationSystem
                WHERE removedAt IS NULL AND state = 'inUse'
                  AND \(reach, covers: "informationSystem.agencyID")
                GROUP BY agencyID
                """
            ) { row in
                let agency: AgencyID = try row.next()
                let needed: Int = try row.next()
                return (agency, Finding.covered(try row.next(), of: needed, lastOn: nil))
            }
            return Dictionary(findings) { $1 }
        },
        rows: { view, period, agency in
            try view.all(
                """
                SELECT id, name, need FROM informationSystem
                WHERE removedAt IS NULL AND state = 'inUse' AND agencyID = \(agency)
                ORDER BY need IS NOT NULL, name, id
                """
            ) { row in
                let id: UUID = try row.next()
                let name: String = try row.next()
                let need: String? = try row.next()
                return CountedRow(
                    name, at: "systems", id.hyphenated, counts: need != nil,
                    remark: need.map { Term("防護需求：\($0)", en: "Need: \($0)") }
                        ?? Term("還沒分級", en: "Not graded yet"))
            }
        })

    /// The grading of every system in use was looked at in the period (資通安全責任等級分級辦法 §11;
    /// 捌/一/3).
    static let gradingsReviewed = gradingReview("level.grading-review")
    static let gradingsReviewedByPlan = gradingReview("plan.grading-review")

    private static func gradingReview(_ measure: MeasureID) -> Proof {
        Proof(
            measure, reads: [InformationSystem.kind], see: .seeSystems,
            remedy: Remedy(Term("檢視系統分級", en: "Review the gradings"), at: "systems"),
            answer: { view, period, reach in
                let findings = try view.all(
                    """
                    SELECT agencyID, COUNT(*),
                      COUNT(CASE WHEN \(wasReviewed(in: period)) THEN 1 END),
                      MAX(CASE WHEN \(wasReviewed(in: period)) THEN gradingReviewedOn END)
                    FROM informationSystem
                    WHERE removedAt IS NULL AND state = 'inUse'
                      AND \(reach, covers: "informationSystem.agencyID")
                    GROUP BY agencyID
                    """
                ) { row in
                    let agency: AgencyID = try row.next()
                    let needed: Int = try row.next()
                    let counted: Int = try row.next()
                    return (
                        agency, Finding.covered(counted, of: needed, lastOn: try row.next())
                    )
                }
                return Dictionary(findings) { $1 }
            },
            rows: { view, period, agency in
                try view.all(
                    """
                    SELECT id, name, gradingReviewedOn FROM informationSystem
                    WHERE removedAt IS NULL AND state = 'inUse' AND agencyID = \(agency)
                    ORDER BY gradingReviewedOn, name, id
                    """
                ) { row in
                    let id: UUID = try row.next()
                    let name: String = try row.next()
                    let day: Day? = try row.next()
                    let counts = day.map { period.opensOn <= $0 && $0 <= period.asOf } ?? false
                    return CountedRow(
                        name, at: "systems", id.hyphenated, on: day, counts: counts,
                        remark: day.map { Term("\($0.rocSlashes) 檢視", en: "Reviewed on \($0)") }
                            ?? Term("還沒檢視過", en: "Never reviewed"))
                }
            })
    }

    private static func wasReviewed(in period: Period) -> SQL {
        "gradingReviewedOn >= \(period.opensOn) AND gradingReviewedOn <= \(period.asOf)"
    }
}
