import Access
import Foundation
import Kernel
import Storage

/// Where one agency stands with the stock-take of a year.
package struct StockTakeStanding: Hashable, Sendable {
    package let agencyID: AgencyID
    package let agencyName: String
    /// `nil` where no round was opened.
    package let stockTakeID: UUID?
    /// The last day of the round.
    package let closesOn: Day?
    package let signedOn: Day?
    /// How many assets there are to look at, and how many were.
    package let total: Int
    package let decided: Int
}

extension StockTakeStanding: RowDecodable {
    package init(_ row: inout RowReader) throws {
        agencyID = try row.next()
        agencyName = try row.next()
        stockTakeID = try row.next()
        closesOn = try row.next()
        signedOn = try row.next()
        total = try row.next()
        decided = try row.next()
    }
}

extension StockTake {
    /// Where the agencies of `reach` stand with the stock-take of `year`, in one question; those
    /// that have not begun stand first. An agency that is no more counts where it had signed.
    package static func standings(
        _ year: ROCYear, _ reach: Reach, _ view: View
    ) throws -> [StockTakeStanding] {
        try view.all(
            """
            SELECT agency.id, agency.name, stockTake.id, stockTake.closesOn, stockTake.signedOn,
              COALESCE(stockTake.rowCount, waiting.count, 0)
                + CASE WHEN stockTake.rowCount IS NULL THEN COALESCE(done.count, 0) ELSE 0 END,
              COALESCE(stockTake.rowCount, done.count, 0)
            FROM agency
            LEFT JOIN stockTake
              ON stockTake.agencyID = agency.id AND stockTake.year = \(year.number)
            LEFT JOIN (
              SELECT round.id, count(*) AS count
              FROM stockTake AS round
              JOIN asset ON asset.agencyID = round.agencyID
                AND asset.removedAt IS NULL AND asset.state <> 'scrapped'
              WHERE round.year = \(year.number) AND round.signedAt IS NULL
                AND \(reach, covers: "round.agencyID")
                AND NOT EXISTS (
                  SELECT 1 FROM stockTakeItem AS item
                  WHERE item.stockTakeID = round.id AND item.assetID = asset.id)
              GROUP BY round.id) AS waiting ON waiting.id = stockTake.id
            LEFT JOIN (
              SELECT round.id, count(*) AS count
              FROM stockTake AS round
              JOIN stockTakeItem AS item ON item.stockTakeID = round.id
              JOIN asset ON asset.id = item.assetID AND asset.removedAt IS NULL
              WHERE round.year = \(year.number) AND round.signedAt IS NULL
                AND \(reach, covers: "round.agencyID")
              GROUP BY round.id) AS done ON done.id = stockTake.id
            WHERE \(reach, covers: "agency.id")
              AND (agency.removedAt IS NULL OR stockTake.signedOn IS NOT NULL)
            ORDER BY CASE WHEN stockTake.id IS NULL THEN 0 WHEN stockTake.signedOn IS NULL THEN 1
              ELSE 2 END, agency.path
            """)
    }
}
