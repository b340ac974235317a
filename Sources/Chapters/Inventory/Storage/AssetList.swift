import Access
import Foundation
import Kernel
import Storage

/// The 資產清冊 of a year: as it was signed, or as it is now where the year is not signed off.
package enum AssetList {
    /// Gives the rows of all agencies of `reach` to `body` one by one, agency after agency, each in
    /// the order of the paper: by system, then by name. Nothing is gathered in memory.
    package static func forEach(
        of year: ROCYear, _ reach: Reach, _ view: View,
        _ body: (AgencyID, AssetLine) throws -> Void
    ) throws {
        let _: [Void] = try view.all(
            """
            SELECT list.agencyID, \(AssetLine.frozenColumns)
            FROM (
              SELECT line.agencyID, line.assetID AS id, \(AssetLine.columns(of: "line"))
              FROM stockTake
              JOIN stockTakeRow AS line
                ON line.stockTakeID = stockTake.id AND line.signing = stockTake.signings
              WHERE stockTake.year = \(year.number) AND stockTake.signedAt IS NOT NULL
                AND \(reach, covers: "stockTake.agencyID") AND line.state <> 'scrapped'
              UNION ALL
              SELECT asset.agencyID, asset.id, \(AssetLine.columns(of: "asset"))
              FROM asset
              WHERE asset.removedAt IS NULL AND asset.state <> 'scrapped'
                AND \(reach, covers: "asset.agencyID")
                AND NOT EXISTS (
                  SELECT 1 FROM stockTake
                  WHERE stockTake.agencyID = asset.agencyID AND stockTake.signedAt IS NOT NULL
                    AND stockTake.year = \(year.number))) AS list
            ORDER BY list.agencyID, COALESCE(list.systemName, ''), list.name, list.id
            """
        ) { row in
            let agency: AgencyID = try row.next()
            try body(agency, try AssetLine(&row))
        }
    }

    /// The rows of one agency.
    package static func lines(
        of year: ROCYear, in agency: AgencyID, _ view: View
    ) throws -> [AssetLine] {
        var lines: [AssetLine] = []
        try forEach(of: year, .agency(agency), view) { lines.append($1) }
        return lines
    }
}
