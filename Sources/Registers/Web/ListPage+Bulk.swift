import HTML
import Kernel
import Web

extension ListPage {
    /// The form that takes what is ticked, or all that the list shows, to the change of one field.
    var bulkForm: HTML {
        form(
            .post, to: Row.register.place.appending("bulk"), .id("bulk"), .class("bulk")
        ) {
            hiddenField("query", query.encoded)
            span {
                Term("已選 ", en: "Ticked: ")
                span(.class("num"), .data("picked", "")) { "0" }
                Term(" 筆", en: "")
            }
            label(.for("bulk-field")) { Term("改欄位", en: "Change") }
            select(.id("bulk-field"), .name("field")) {
                Row.register.columns.enteredOptions
            }
            submit(Term("改勾選的", en: "Of the ticked"), .small)
            submit(
                Term("改符合條件的全部", en: "Of all shown"), .small, .name("which"), .value("all"))
        }
    }

    /// Where a table goes that is pasted onto the list from a spreadsheet; the script shows it where
    /// it can take one.
    var pasting: HTML {
        form(
            .upload, to: Row.register.place.appending("imports"), .class("hint"),
            .data("paste-table", ""), .hidden
        ) {
            input(.type(.file), .name("file"), .hidden, .aria("hidden", "true"))
            Term(
                "在試算表選取資料（連同欄名）複製，回到這一頁按 Ctrl+V，就能貼進清單；會先看到要改什麼。",
                en:
                    "Copy rows of a spreadsheet with their headings and press Ctrl+V here to add them."
            )
        }
    }
}

extension ListQuery {
    /// The list's address without its place, as one field of a form carries it.
    package var encoded: String {
        var all = self
        all.after = nil
        let text = Path("list").with(all.pairs).text
        return text.firstIndex(of: "?").map { String(text[text.index(after: $0)...]) } ?? ""
    }
}
