import Access
import Foundation
import Kernel
import Storage

/// One asset that is not what it was at the sign-off of the year before.
struct AssetDifference: Sendable {
    let assetID: UUID
    /// `nil` for what is new.
    let before: AssetLine?
    /// `nil` for what is gone.
    let after: AssetLine?

    /// The columns that differ, with both values, where the asset is in both years.
    var changes: [(column: Term, before: String, after: String)] {
        guard let before, let after else { return [] }
        let words = AssetLine.headings + AssetLine.labelHeadings
        return zip(words, zip(before.compared, after.compared)).filter { $1.0 != $1.1 }
            .map { ($0, $1.0, $1.1) }
    }
}

/// What changed between two years, and the round that it is compared with.
struct StockTakeComparison: Sendable {
    let stockTake: StockTake
    let agencyName: String
    /// `nil` where no earlier year was signed.
    let earlier: StockTake?
    let differences: [AssetDifference]
    let unchanged: Int

    static let most = 500
}

extension StockTakes {
    /// What is new, gone or different since the last year that was signed.
    func comparison(_ id: UUID, by caller: Caller) async throws -> StockTakeComparison {
        try await door.read(by: caller) { view in
            let stockTake = try StockTake.find(id, view)
            let earlier = try stockTake.earlier(view)
            let name = try stockTake.agencyName(view)
            guard let earlier else {
                return StockTakeComparison(
                    stockTake: stockTake, agencyName: name, earlier: nil, differences: [],
                    unchanged: 0)
            }
            let differences = try stockTake.differences(from: earlier, view)
            let kept = differences.count { $0.before != nil && $0.after != nil }
            let gone = differences.count { $0.after == nil }
            return StockTakeComparison(
                stockTake: stockTake, agencyName: name, earlier: earlier,
                differences: differences,
                unchanged: max(0, try earlier.count(view) - kept - gone))
        }
    }
}

extension StockTake {
    fileprivate func earlier(_ view: View) throws -> StockTake? {
        try view.first(
            """
            SELECT \(Self.columns) FROM stockTake
            WHERE agencyID = \(agencyID) AND year < \(year.number) AND signedAt IS NOT NULL
            ORDER BY year DESC LIMIT 1
            """)
    }

    /// The register of the round: as signed, or as it is now.
    private var register: SQL {
        isOpen
            ? """
            SELECT asset.id AS assetID, \(AssetLine.columns(of: "asset")) FROM asset
            WHERE asset.agencyID = \(agencyID) AND asset.removedAt IS NULL
              AND asset.state <> 'scrapped'
            """
            : """
            SELECT line.assetID, \(AssetLine.columns(of: "line")) FROM stockTakeRow AS line
            WHERE line.stockTakeID = \(recordID) AND line.signing = \(signings)
              AND line.state <> 'scrapped'
            """
    }

    fileprivate func count(_ view: View) throws -> Int {
        try view.value("SELECT count(*) FROM (\(register)) AS kept") ?? 0
    }

    fileprivate func differences(from earlier: StockTake, _ view: View) throws -> [AssetDifference]
    {
        let most = StockTakeComparison.most
        let old = earlier.register
        let changed: [AssetDifference] = try view.all(
            """
            SELECT new.assetID, \(AssetLine.columns(of: "old")), \(AssetLine.columns(of: "new"))
            FROM (\(old)) AS old JOIN (\(register)) AS new ON new.assetID = old.assetID
            WHERE \(AssetLine.differs("old", "new"))
            ORDER BY new.name, new.assetID LIMIT \(most)
            """
        ) { row in
            AssetDifference(
                assetID: try row.next(), before: try AssetLine(&row), after: try AssetLine(&row))
        }
        let added = try Self.lines(register, missingFrom: old, view).map {
            AssetDifference(assetID: $0, before: nil, after: $1)
        }
        let gone = try Self.lines(old, missingFrom: register, view).map {
            AssetDifference(assetID: $0, before: $1, after: nil)
        }
        return changed + added + gone
    }

    private static func lines(
        _ one: SQL, missingFrom other: SQL, _ view: View
    ) throws -> [(UUID, AssetLine)] {
        try view.all(
            """
            SELECT one.assetID, \(AssetLine.columns(of: "one")) FROM (\(one)) AS one
            WHERE NOT EXISTS (
              SELECT 1 FROM (\(other)) AS other WHERE other.assetID = one.assetID)
            ORDER BY one.name, one.assetID LIMIT \(StockTakeComparison.most)
            """
        ) { (try $0.next(), try AssetLine(&$0)) }
    }
}

extension AssetLine {
    static let labelHeadings = [
        Term("財產編號", en: "Property number"), Term("保管人", en: "Keeper"),
        Term("廠牌", en: "Make"), Term("型號", en: "Model"), Term("狀態", en: "State"),
    ]

    /// The values that two years are compared by, in the order of both headings.
    fileprivate var compared: [String] {
        printed + [
            propertyNumber ?? "", keeper ?? "", maker ?? "", model ?? "", state.term.zh,
        ]
    }

    /// The condition that two rows differ in a column of the register.
    fileprivate static func differs(_ one: SQLName, _ other: SQLName) -> SQL {
        "(\(columns(of: one))) IS DISTINCT FROM (\(columns(of: other)))"
    }
}
