import Access
import Foundation
import Kernel
import Outline
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
                AND NOT EXISTS (\(signing(in: year)))) AS list
            ORDER BY list.agencyID, COALESCE(list.systemName, ''), list.name, list.id
            """
        ) { row in
            let agency: AgencyID = try row.next()
            try body(agency, try AssetLine(&row))
        }
    }

    /// What of each agency is scrapped and so not in the list, and whether its rows are signed ones.
    static func bases(
        of year: ROCYear, _ reach: Reach, _ view: View
    ) throws -> [AgencyID: PaperBasis] {
        let rows = try view.all(
            """
            SELECT signed.agencyID, 1 AS isSigned, (
              SELECT count(*) FROM stockTakeRow AS line
              WHERE line.stockTakeID = signed.id AND line.signing = signed.signings
                AND line.state = 'scrapped') AS scrapped
            FROM stockTake AS signed
            WHERE signed.year = \(year.number) AND signed.signedAt IS NOT NULL
              AND \(reach, covers: "signed.agencyID")
            UNION ALL
            SELECT asset.agencyID, 0 AS isSigned, count(*) AS scrapped
            FROM asset
            WHERE asset.removedAt IS NULL AND asset.state = 'scrapped'
              AND \(reach, covers: "asset.agencyID")
              AND NOT EXISTS (\(signing(in: year)))
            GROUP BY asset.agencyID
            """
        ) { row in
            let agency: AgencyID = try row.next()
            let isSigned = try row.next(Int.self) == 1
            return (agency, PaperBasis(scrapped: try row.next(), isSigned: isSigned))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// The stock-take of `year` with which the agency of an asset has signed its list.
    private static func signing(in year: ROCYear) -> SQL {
        """
        SELECT 1 FROM stockTake
        WHERE stockTake.agencyID = asset.agencyID AND stockTake.signedAt IS NOT NULL
          AND stockTake.year = \(year.number)
        """
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
