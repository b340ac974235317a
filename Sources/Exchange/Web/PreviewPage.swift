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
            if let losses = exchange.columns.losses(plan) { loss(losses) }
            if let leftOut { p(.class("hint")) { leftOut } }
            if !plan.errors.isEmpty { wrong }
            if !plan.notes.isEmpty { notes }
            if !plan.updated.isEmpty { changes }
            if plan.created > 0 { additions }
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

    @HTMLBuilder
    private var notes: HTML {
        remarks(.recognised, Term("認出來的簡稱", en: "Taken for a longer name"), id: "recognised")
        remarks(.kept, Term("照原文留著的", en: "Kept as written"), id: "notes")
    }

    @HTMLBuilder
    private func remarks(_ kind: ImportNote.Kind, _ title: Term, id: String) -> HTML {
        let some = plan.notes.filter { $0.kind == kind }
        if !some.isEmpty {
            panel(title, id: id) {
                ul { for note in some.prefix(ImportPlan<Row>.shown) { li { note.message } } }
                more(than: ImportPlan<Row>.shown, of: some.count)
            }
        }
    }

    /// What the import takes away, and what to do where that is not meant.
    private func loss(_ losses: Term) -> HTML {
        panel(
            Term(
                "會清空 \(plan.emptiedCount) 個欄位",
                en: "\(plan.emptiedCount) fields would be cleared"), id: "losses"
        ) {
            p { Term("\(losses.zh)。", en: "\(losses.en).") }
            p(.class("hint")) {
                Term(
                    "檔案裡這些格子空白，清單裡原有的內容會拿掉。要留著，在檔案補上，或按「改欄位對應」，把那一欄改成「不匯入」。",
                    en:
                        "The file has blanks where the list says something. To keep it, fill them in, or leave the column out by “Change the columns”."
                )
            }
        }
    }

    /// Those that lose something come first.
    private var changes: HTML {
        let emptied = plan.updated.lazy.filter(\.isEmptied).prefix(ImportPlan<Row>.shown)
        let others = plan.updated.lazy.filter { !$0.isEmptied }.prefix(ImportPlan<Row>.shown)
        return panel(Term("會更新的", en: "What would change"), id: "changes") {
            ul {
                for update in (Array(emptied) + others).prefix(ImportPlan<Row>.shown) {
                    line(update.old, HTML(exchange.columns.sentence(update.old, update.new)))
                }
            }
            more(than: ImportPlan<Row>.shown, of: plan.updated.count)
        }
    }

    private var additions: HTML {
        panel(Term("會新增的", en: "What would be added"), id: "additions") {
            ul { for row in plan.firstCreated { line(row) } }
            more(than: ImportPlan<Row>.shown, of: plan.created)
        }
    }

    /// One row by its name and what tells it from others, with what is said of it.
    private func line(_ row: Row, _ sentence: HTML? = nil) -> HTML {
        li {
            b { exchange.columns.name(of: row) }
            if let mark = exchange.columns.mark(of: row) {
                Term("（\(mark.zh)）", en: " (\(mark.en))")
            }
            if let sentence {
                "："
                sentence
            }
        }
    }

    @HTMLBuilder
    private func more(than shown: Int, of count: Int) -> HTML {
        if count > shown {
            p(.class("hint")) { Term("還有 \(count - shown) 筆。", en: "\(count - shown) more.") }
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
    /// In which fields an import takes away what stood there: 「保管人 2 筆、存放位置 1 筆」.
    func losses(_ plan: ImportPlan<Row>) -> Term? {
        guard plan.emptiedCount > 0 else { return nil }
        let fields = entered.compactMap { column in
            plan.emptied[column.name].map { (term: column.term, count: $0) }
        }
        let zh = fields.map { "\($0.term.zh) \($0.count) 筆" }.joined(separator: "、")
        let en = fields.map { "\($0.term.en) \($0.count)" }.joined(separator: ", ")
        return Term(zh, en: en)
    }

    /// What differs between two states of a row, as the history will tell it.
    func sentence(_ old: Row, _ new: Row) -> Term {
        let sentences = all.filter { $0.typed(old) != $0.typed(new) }.map {
            FieldChange($0.name.text, $0.term, before: $0.shown(old), after: $0.shown(new)).sentence
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
