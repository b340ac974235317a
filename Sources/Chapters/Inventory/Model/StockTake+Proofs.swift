import Access
import Duties
import Foundation
import Kernel
import Storage

extension Proof {
    /// The stock-take of the year is signed off (維護計畫 柒/一/1).
    static let stockTakeSigned = Proof(
        "plan.inventory", reads: [StockTake.kind], see: .seeAssets,
        remedy: Remedy(Term("去盤點", en: "Take stock"), at: "stock-takes"),
        answer: { view, period, reach in
            let findings = try view.all(
                """
                SELECT agencyID, signedOn FROM stockTake
                WHERE year = \(ROCYear(of: period.opensOn)) AND signedOn IS NOT NULL
                  AND \(reach, covers: "stockTake.agencyID")
                """
            ) { row in
                let agency: AgencyID = try row.next()
                return (agency, Finding.done(on: [try row.next()]))
            }
            return Dictionary(findings) { $1 }
        },
        rows: { view, period, agency in
            let year = ROCYear(of: period.opensOn)
            return try view.all(
                """
                SELECT id, signedOn FROM stockTake
                WHERE year = \(year) AND agencyID = \(agency)
                """
            ) { row in
                let id: UUID = try row.next()
                let signedOn: Day? = try row.next()
                return CountedRow(
                    "\(year.number) 年度盤點", at: "stock-takes", id.hyphenated, on: signedOn,
                    counts: signedOn != nil,
                    remark: signedOn.map {
                        Term("\($0.rocSlashes) 簽結", en: "Signed off on \($0)")
                    } ?? Term("還沒簽結", en: "Not signed off yet"))
            }
        })
}
