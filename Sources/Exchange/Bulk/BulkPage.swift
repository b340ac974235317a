import HTML
import Kernel
import Registers
import Web

/// What is to be written into one field of many rows.
struct BulkPage<Row: RegisterRow>: Sendable {
    let selection: BulkSelection
    let column: Column<Row>
    var typed = ""
    var errors: [FieldError] = []

    var page: Page {
        let register = Row.register
        let title = Term(
            "整批修改「\(column.term.zh)」", en: "Change \(column.term.en) of many")
        return Page(title, width: .narrow, trail: [Crumb(register.title, register.place)]) {
            ErrorSummary(InvalidRow(errors).fieldMessages)
            PageHeading(title, lede: HTML(scope))
            form(.post, to: register.place.appending("bulk").appending("preview"), .class("stack"))
            {
                selection.fields(column.name.text)
                column.field(typed, errors: errors)
                div(.class("row")) {
                    submit(Term("先看會改什麼", en: "See what would change"))
                    ActionLink(Term("不改了", en: "Cancel"), selection.list(of: register))
                }
            }
        }
    }

    private var scope: Term {
        switch selection {
        case .rows(let uuids, _): Term("勾選的 \(uuids.count) 筆", en: "\(uuids.count) ticked rows")
        case .all: Term("符合目前條件的全部", en: "All rows that the list shows")
        }
    }
}

/// What a change of many rows would do, and which rows may not change.
struct BulkPreviewPage<Row: RegisterRow>: Sendable {
    let edit: BulkEdit<Row>
    let plan: BulkPlan<Row>

    var page: Page {
        let register = Row.register
        return Page(heading, trail: [Crumb(register.title, register.place)]) {
            PageHeading(heading)
            if !plan.changed.isEmpty {
                form(.post, to: register.place.appending("bulk").appending("change"), .class("row"))
                {
                    edit.selection.fields(edit.column.name.text)
                    hiddenField(edit.column.name.text, edit.typed)
                    submit(
                        Term("改 \(plan.changed.count) 筆", en: "Change \(plan.changed.count)"))
                    ActionLink(
                        Term("不改了", en: "Cancel"), edit.selection.list(of: register))
                }
                panel(Term("會改的", en: "What would change"), id: "changes") { changes }
            }
            if plan.isCut {
                p(.class("note")) {
                    Term(
                        "一次最多改 \(BulkSelection.most) 筆，其餘的改完再改一次。",
                        en: "At most \(BulkSelection.most) at once; do the others after.")
                }
            }
            if plan.unchanged > 0 {
                p(.class("hint")) {
                    Term("\(plan.unchanged) 筆本來就是這樣。", en: "\(plan.unchanged) are so already.")
                }
            }
            if !plan.refused.isEmpty {
                panel(Term("不能改的", en: "What may not change"), id: "refused") {
                    ul {
                        for (row, why) in plan.refused.prefix(Self.most) {
                            line(row, why)
                        }
                    }
                    more(plan.refused.count)
                }
            }
        }
    }

    private var heading: Term {
        let skipped = plan.refused.count
        return Term(
            "會改 \(plan.changed.count) 筆" + (skipped > 0 ? "，\(skipped) 筆不能改" : ""),
            en: "\(plan.changed.count) would change" + (skipped > 0 ? ", \(skipped) may not" : ""))
    }

    @HTMLBuilder
    private var changes: HTML {
        ul {
            for (old, new) in plan.changed.prefix(Self.most) {
                line(old, Row.register.columns.sentence(old, new))
            }
        }
        more(plan.changed.count)
    }

    /// What is said of one row, with what tells it from others of its name.
    private func line(_ row: Row, _ sentence: Term) -> HTML {
        li {
            b { row.name }
            if let mark = Row.register.columns.mark(of: row) {
                Term("（\(mark.zh)）", en: " (\(mark.en))")
            }
            "："
            sentence
        }
    }

    /// How many of `count` rows are not listed.
    @HTMLBuilder
    private func more(_ count: Int) -> HTML {
        if count > Self.most {
            p(.class("hint")) {
                Term("還有 \(count - Self.most) 筆。", en: "\(count - Self.most) more.")
            }
        }
    }

    private static var most: Int { 100 }
}

extension BulkSelection {
    /// The selection and the field's name as hidden fields of the next form.
    @HTMLBuilder
    fileprivate func fields(_ field: String) -> HTML {
        hiddenField("field", field)
        for pair in pairs { hiddenField(pair.name, pair.value) }
    }
}
