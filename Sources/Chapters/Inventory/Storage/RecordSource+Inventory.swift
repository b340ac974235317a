import HTML
import Kernel
import Outline
import Storage

extension RecordSource {
    /// The stock-takes that were signed, of the year.
    static let stockTakes = RecordSource(
        "stock-takes", Term("已簽核的盤點", en: "Signed stock-takes"),
        at: Path.stockTakes.with("state", "signed"),
        see: .seeAssets, isYearly: true
    ) { reach, year, _ in
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
    ) { reach, year, _ in
        """
        SELECT count(*) FROM assetNotice
        WHERE saidAt >= \(Instant(startOf: year.firstDay))
          AND saidAt < \(Instant(startOf: year.lastDay.adding(days: 1)))
          AND \(reach, covers: "assetNotice.agencyID")
        """
    }
}

extension RecordSource {
    /// What of the register the plan asks for by itself: the four classes, the assets of core
    /// systems, products that endanger national security, and what an asset still lacks.
    static let partsOfAssets =
        AssetClass.allCases.map { of in
            RecordSource(
                Asset.register, of.rawValue, Term("\(of.term.zh)資產", en: "\(of.term.en) assets"),
                filter: ("assetClass", of.rawValue))
        } + [
            RecordSource(
                Asset.register, "core", Term("核心資通系統的資產", en: "Assets of core systems"),
                filter: ("core", "true")),
            RecordSource(
                Asset.register, "harmful", AssetOrigin.harmful.term,
                filter: ("origin", AssetOrigin.harmful.rawValue)),
        ]
        + ["unmanaged", "unlabelled", "bareLabel"].map {
            RecordSource(Asset.register, only: $0)
        }
}
