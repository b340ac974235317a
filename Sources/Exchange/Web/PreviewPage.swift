import HTML
import Kernel
import Registers
import Sheets
import Web

/// What an import would do, before anything is written.
struct PreviewPage<Row: Sendable>: Sendable {
    let exchange: Exchange<Row>
    let file: ImportFile
    let table: ReadTable
    let plan: ImportPlan<Row>

    private var outcome: ImportOutcome { ImportOutcome(plan) }

    var page: Page {
        Page(heading, width: .wide, trail: [Crumb(exchange.title, exchange.place)]) {
            PageHeading(heading, eyebrow: HTML(file.name), actions: actions)
            outcome.facts
            if let leftOut { p(.class("hint")) { leftOut } }
            if !plan.errors.isEmpty { wrong }
            if !plan.notes.isEmpty { notes }
            if !plan.updated.isEmpty { changes }
        }
    }

    private var heading: Term {
        switch (plan.accepted, plan.refused.count) {
        case (0, 0): Term("都和清單裡的一樣，不用匯入", en: "Everything is in the list already")
        case (0, let refused): Term("\(refused) 列都要先改", en: "All \(refused) rows need mending")
        case (let accepted, 0): Term("可以匯入 \(accepted) 筆", en: "\(accepted) rows can be imported")
        case (let accepted, let refused):
            Term(
                "可以匯入 \(accepted) 筆，\(refused) 列要改",
                en: "\(accepted) rows can be imported, \(refused) need mending")
        }
    }

    private var actions: [HTML] {
        let place = exchange.place(file.uuid)
        let skipped = plan.refused.count
        let go = Term(
            "匯入 \(plan.accepted) 筆\(skipped > 0 ? "，跳過 \(skipped) 筆" : "")",
            en: "Import \(plan.accepted)\(skipped > 0 ? ", skip \(skipped)" : "")")
        var actions: [HTML] = []
        if plan.accepted > 0 {
            actions.append(actionForm(go, to: place.appending("start"), .primary))
        }
        actions.append(ActionLink(Term("改欄位對應", en: "Change the columns"), place).body)
        actions.append(ActionLink(Term("不匯入了", en: "Cancel"), exchange.place).body)
        return actions
    }

    /// What of the file is not read; nothing is dropped in silence.
    private var leftOut: Term? {
        var zh = table.leftOut.map { "第 \($0.rows.asRanges) 列是\($0.reason.words)" }
        var en = table.leftOut.map { "rows \($0.rows.asRanges) left out" }
        if table.hiddenRows > 0 {
            zh.append("檔案隱藏的 \(table.hiddenRows) 列也讀了")
            en.append("\(table.hiddenRows) hidden rows read")
        }
        if let unread = table.unreadNote(file.choices?.matching ?? Matching([:])) {
            zh.append(unread.zh)
            en.append(unread.en)
        }
        if let others = table.otherSheetsNote {
            zh.append("\(others.zh)，按「改欄位對應」可以換")
            en.append("\(others.en); “Change the columns” lets you choose")
        }
        guard !zh.isEmpty else { return nil }
        return Term(zh.joined(separator: "；") + "。", en: en.joined(separator: "; ") + ".")
    }

    private var wrong: HTML {
        panel(
            Term("要改的 \(plan.refused.count) 列", en: "\(plan.refused.count) rows to mend"),
            id: "wrong",
            link: Crumb(
                Term("下載要改的列（ODS）", en: "Download them (ODS)"),
                exchange.place(file.uuid).appending("rest"))
        ) {
            DataTable(
                Term("要改的地方", en: "What to mend"), columns: errorColumns,
                rows: Array(plan.errors.prefix(Self.shown)))
            if plan.errors.count > Self.shown {
                p(.class("hint")) {
                    Term(
                        "只列出前 \(Self.shown) 個，其他在下載的檔案裡。",
                        en: "The first \(Self.shown); the others are in the download.")
                }
            }
        }
    }

    private static var shown: Int { 100 }

    private var errorColumns: [TableColumn<ImportError>] {
        [
            TableColumn(Term("列", en: "Row"), kind: .number) { HTML("\($0.row)") },
            TableColumn(Term("欄位", en: "Column")) { HTML($0.column) },
            TableColumn(Term("要改的地方", en: "What to mend")) { HTML($0.message) },
        ]
    }

    private var notes: HTML {
        panel(Term("照原文留著的", en: "Kept as written"), id: "notes") {
            ul { for note in plan.notes.prefix(Self.shown) { li { note.message } } }
        }
    }

    private var changes: HTML {
        panel(Term("會更新的", en: "What would change"), id: "changes") {
            ul {
                for update in plan.updated.prefix(20) {
                    li {
                        b { exchange.columns.name(of: update.old) }
                        "："
                        HTML(exchange.columns.sentence(update.old, update.new))
                    }
                }
            }
            if plan.updated.count > 20 {
                p(.class("hint")) {
                    Term("還有 \(plan.updated.count - 20) 筆。", en: "\(plan.updated.count - 20) more.")
                }
            }
        }
    }
}

extension ImportOutcome {
    /// The four numbers of an import.
    var facts: SummaryList {
        SummaryList([
            .init(Term("新增", en: "New"), text: "\(created)"),
            .init(Term("更新", en: "Changed"), text: "\(updated)"),
            .init(Term("和清單一樣", en: "Unchanged"), text: "\(unchanged)"),
            .init(Term("跳過", en: "Skipped"), text: "\(refused)"),
        ])
    }
}

extension Columns {
    /// What a row goes by: its first field that says something.
    func name(of row: Row) -> Term {
        all.first { !$0.typed(row).isEmpty }?.shown(row) ?? Term("", en: "")
    }

    /// What differs between two states of a row, as the history will tell it.
    func sentence(_ old: Row, _ new: Row) -> Term {
        let sentences = all.filter { $0.typed(old) != $0.typed(new) }.map {
            FieldChange(term: $0.term, before: $0.shown(old), after: $0.shown(new)).sentence
        }
        return Term(
            sentences.map(\.zh).joined(separator: "，"),
            en: sentences.map(\.en).joined(separator: ", "))
    }
}

extension TableEvent.Reason {
    fileprivate var words: String {
        switch self {
        case .title: "標題"
        case .repeatedHeader: "重複的欄名"
        case .total: "合計"
        case .note: "附註或簽章"
        case .heading: "分組的標題"
        case .otherTable: "另一張表，要匯入請另存成一個檔案"
        }
    }
}

extension ReadTable {
    /// What is said of columns that fill no field, as a clause; nothing is dropped in silence.
    func unreadNote(_ matching: Matching) -> Term? {
        let unread = columns.filter { matching.fields[$0.column] == nil }.map(\.written)
        guard !unread.isEmpty else { return nil }
        return Term(
            "沒有匯入的欄：\(unread.joined(separator: "、"))",
            en: "columns left out: \(unread.joined(separator: ", "))")
    }

    /// What is said of tabs that are not read, as a clause.
    var otherSheetsNote: Term? {
        guard !otherSheets.isEmpty else { return nil }
        let names = otherSheets.map { "「\($0)」" }.joined(separator: "、")
        return Term(
            "讀的是工作表「\(sheet)」，\(names)沒有讀",
            en: "the sheet “\(sheet)” is read, not \(otherSheets.joined(separator: ", "))")
    }
}

extension [Int] {
    /// 「3、8–120」 of numbers in order.
    fileprivate var asRanges: String {
        var ranges: [ClosedRange<Int>] = []
        for number in self {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map {
            switch $0.count {
            case 1: "\($0.lowerBound)"
            case 2: "\($0.lowerBound)、\($0.upperBound)"
            default: "\($0.lowerBound)–\($0.upperBound)"
            }
        }.joined(separator: "、")
    }
}
