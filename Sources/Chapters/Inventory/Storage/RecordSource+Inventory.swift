import Kernel
import Outline
import Storage

extension RecordSource {
    /// The stock-takes that were signed, of the year.
    static let stockTakes = RecordSource(
        "stock-takes", Term("已簽核的盤點", en: "Signed stock-takes"), at: .stockTakes,
        see: .seeAssets, isYearly: true
    ) { reach, year in
        """
        SELECT count(*) FROM stockTake
        WHERE year = \(year.number) AND signedAt IS NOT NULL
          AND \(reach, covers: "stockTake.agencyID")
        """
    }
}

extension RecordSource {
    /// What people told of changes, of the year.
    static let assetNotices = RecordSource(
        "asset-notices", Term("變動通知", en: "Notices of change"), at: .assetNotices,
        see: .seeAssets, isYearly: true
    ) { reach, year in
        """
        SELECT count(*) FROM assetNotice
        WHERE saidAt >= \(Instant(startOf: year.firstDay))
          AND saidAt < \(Instant(startOf: year.lastDay.adding(days: 1)))
          AND \(reach, covers: "assetNotice.agencyID")
        """
    }
}
