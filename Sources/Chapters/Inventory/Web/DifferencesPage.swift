import HTML
import Kernel
import Web

/// What changed since the last year that was signed.
struct DifferencesPage: Sendable {
    let comparison: StockTakeComparison

    private var round: StockTake { comparison.stockTake }

    var page: Page {
        let title = Term("\(round.title.zh)：和去年比", en: "\(round.title.en) compared")
        return Page(
            title, width: .wide,
            trail: [
                Crumb(Term("年度盤點", en: "Stock-take"), .stockTakes),
                Crumb(round.title, .stockTake(round.recordID)),
            ]
        ) {
            PageHeading(title, eyebrow: HTML(comparison.agencyName), lede: HTML(lede))
            if comparison.earlier == nil {
                EmptyState(
                    Term(
                        "之前沒有簽核過的盤點，明年起可以比較。",
                        en: "No earlier year was signed; there is nothing to compare with yet."))
            } else {
                part(Term("有變動", en: "Changed"), "changed", changed, difference)
                part(
                    Term("新增", en: "New"), "new",
                    comparison.differences.filter { $0.before == nil }, whereabouts)
                part(
                    Term("不在了", en: "Gone"), "gone",
                    comparison.differences.filter { $0.after == nil }, whereabouts)
            }
        }
    }

    private var changed: [AssetDifference] {
        comparison.differences.filter { $0.before != nil && $0.after != nil }
    }

    private var lede: Term {
        guard let earlier = comparison.earlier else { return Term("", en: "") }
        return Term(
            "和 \(earlier.year.number) 年簽核的清冊比：\(comparison.unchanged) 筆一樣，\(comparison.differences.count) 筆不同。"
                + (comparison.differences.count >= StockTakeComparison.most ? "只列出前面的部分。" : ""),
            en:
                "Against \(earlier.year.gregorian): \(comparison.unchanged) the same, \(comparison.differences.count) different."
        )
    }

    @HTMLBuilder
    private func part(
        _ term: Term, _ id: String, _ rows: [AssetDifference],
        _ last: TableColumn<AssetDifference>
    ) -> HTML {
        if !rows.isEmpty {
            panel(Term("\(term.zh) \(rows.count) 筆", en: "\(term.en): \(rows.count)"), id: id) {
                DataTable(term, columns: columns + [last], rows: rows)
            }
        }
    }

    private var columns: [TableColumn<AssetDifference>] {
        [
            TableColumn(Term("資產名稱", en: "Name")) { row in
                a(.href(.asset(row.assetID))) { (row.after ?? row.before)?.name ?? "" }
            },
            TableColumn(Term("財產編號", en: "Property number")) { row in
                (row.after ?? row.before)?.propertyNumber ?? ""
            },
        ]
    }

    private var difference: TableColumn<AssetDifference> {
        TableColumn(Term("不同的地方", en: "What differs")) { row in
            ul(.class("plain")) {
                for change in row.changes { li { sentence(change) } }
            }
        }
    }

    private var whereabouts: TableColumn<AssetDifference> {
        TableColumn(Term("存放位置", en: "Place")) { row in
            if let place = (row.after ?? row.before)?.place { place } else { notGiven }
        }
    }

    private func sentence(_ change: (column: Term, before: String, after: String)) -> Term {
        let before = change.before.isEmpty ? "（空白）" : change.before
        let after = change.after.isEmpty ? "（空白）" : change.after
        return Term(
            "\(change.column.zh)：\(before) → \(after)",
            en: "\(change.column.en): \(before) → \(after)")
    }
}
