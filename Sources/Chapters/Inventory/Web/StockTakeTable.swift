import HTML
import Kernel
import Web

/// The assets of a round, each with its result and the way to change it.
struct StockTakeTable: Component {
    let round: StockTake
    let lines: [StockTakeLine]
    let mayConfirm: Bool
    /// Whether the reader keeps the register that the assets are in.
    let mayChange: Bool

    var body: HTML {
        div(.class("flows")) {
            DataTable(
                round.title, columns: columns, rows: lines,
                selection: mayConfirm
                    ? DataTable.Selection(
                        form: "pick", key: { $0.assetID.hyphenated }, name: \.asset.name) : nil)
        }
    }

    private var columns: [TableColumn<StockTakeLine>] {
        let words: [(Term, @Sendable (AssetLine) -> String?)] = [
            (Term("財產編號", en: "Property number"), { $0.propertyNumber }),
            (Term("類別", en: "Class"), { $0.assetClass.term.zh }),
            (Term("管理者", en: "Manager"), { $0.manager }),
            (Term("保管人", en: "Keeper"), { $0.keeper }),
            (Term("存放位置", en: "Place"), { $0.place }),
        ]
        return [named]
            + words.map { term, value in
                TableColumn(term) { line in
                    span(.class("narrow-only"), .aria("hidden", "true")) {
                        Term("\(term.zh) ", en: "\(term.en) ")
                    }
                    if let word = value(line.asset) { word } else { notGiven }
                }
            } + [result] + (mayChange ? [act] : [])
    }

    private var named: TableColumn<StockTakeLine> {
        TableColumn(Term("資產名稱", en: "Name")) { line in
            a(.href(.asset(line.assetID))) { line.asset.name }
            if line.asset.isCore { span(.class("tag")) { Term("核心", en: "Core") } }
        }
    }

    private var result: TableColumn<StockTakeLine> {
        TableColumn(Term("結果", en: "Result")) { line in
            switch line.result {
            case .pending: status(.none, line.result.term)
            case .unchanged: status(.done, line.result.term)
            case .changed, .added, .scrapped: span(.class("tag tag--mark")) { line.result.term }
            }
            if let at = line.decidedAt, let by = line.decidedBy {
                small {
                    " \(by) "
                    time(at.day)
                }
            }
        }
    }

    private var act: TableColumn<StockTakeLine> {
        let round = round
        return TableColumn(Term("動作", en: "Act")) { line in
            if round.isOpen && line.result != .scrapped {
                ActionLink(
                    Term("有變動", en: "Changed"),
                    .asset(line.assetID).appending("correction")
                        .with("round", round.recordID.hyphenated),
                    .small, subject: line.asset.name)
            }
        }
    }
}
