import HTML
import Kernel
import Web

/// Where a spreadsheet is chosen, or a table pasted.
struct UploadPage<Row: Sendable>: Sendable {
    let exchange: Exchange<Row>
    /// What the reader uploaded lately.
    let recent: [ImportFile]
    /// Whether a file waits for its import or is being imported; after a restart none does.
    let isUnderWay: @Sendable (ImportFile) -> Bool
    var problem: Term?

    var page: Page {
        let title = Term("匯入\(exchange.title.zh)", en: "Import: \(exchange.title.en)")
        return Page(
            title, width: .narrow, trail: [Crumb(exchange.title, exchange.place)]
        ) {
            ErrorSummary(problem.map { [FieldMessage(field: "file", message: $0)] } ?? [])
            PageHeading(
                title,
                lede: HTML(
                    Term(
                        "直接上傳現有的檔案，標題列、合計、民國日期都看得懂。看過會改什麼，才會寫入。",
                        en: "Upload the file as you have it. Nothing is written before you agree."))
            )
            form(.upload, to: exchange.place.appending("imports"), .class("stack")) {
                FormField(
                    "file", Term("檔案", en: "File"),
                    .file(accept: ".ods,.xlsx,.csv"),
                    hint: Term(
                        "ODS、XLSX 或 CSV，\(SheetDesk.megabytes) MB 以內",
                        en: "ODS, XLSX or CSV, up to \(SheetDesk.megabytes) MB"),
                    error: problem)
                details {
                    summary { Term("或從試算表貼上", en: "Or paste from a spreadsheet") }
                    FormField(
                        "pasted", Term("貼上的表格", en: "Pasted table"), .paragraph("", rows: 6),
                        hint: Term(
                            "連同欄名一起複製，再貼在這裡", en: "Copy the headings together with the rows"),
                        optional: true)
                }
                div(.class("row")) {
                    submit(Term("上傳", en: "Upload"))
                    ActionLink(Term("不匯入了", en: "Cancel"), exchange.place)
                }
            }
            p(.class("hint")) {
                Term("沒有檔案？", en: "No file? ")
                a(.href(exchange.place.appending("export").with("format", "ods"))) {
                    Term("下載現在的清單當範本", en: "Download the present list as a template")
                }
            }
            if !recent.isEmpty { lately }
        }
    }

    private var lately: HTML {
        panel(Term("最近的匯入", en: "Lately imported"), id: "recent") {
            ul(.class("plain")) {
                for file in recent {
                    li {
                        a(.href(exchange.place(file.uuid))) { file.name }
                        " "
                        time(file.uploadedAt)
                        br()
                        span(.class("hint")) { file.words(isUnderWay: isUnderWay(file)) }
                    }
                }
            }
        }
    }
}

extension ImportFile {
    /// Where it is, in a sentence.
    fileprivate func words(isUnderWay: Bool) -> Term {
        switch (state, outcome) {
        case (.done, let outcome?):
            Term(
                "已匯入 \(outcome.accepted) 筆"
                    + (outcome.refused > 0 ? "，跳過 \(outcome.refused) 列" : ""),
                en: "\(outcome.accepted) imported, \(outcome.refused) skipped")
        case (.done, nil): Term("已匯入", en: "Imported")
        case (.waiting, _) where isUnderWay: Term("匯入中", en: "Being imported")
        case (.waiting, _): Term("服務重新啟動過，再匯入一次", en: "Interrupted; import it again")
        case (.failed, _): Term("沒有匯入成功，可以再試", en: "Not imported; try again")
        case (.open, _): Term("還沒匯入，接著看會改什麼", en: "Not imported yet; go on")
        }
    }
}
