import HTML
import Kernel
import Ledger
import Registers
import Web

/// An import under way; the page may be left and come back to.
struct WaitingPage<Row: Sendable>: Sendable {
    let exchange: Exchange<Row>
    let file: ImportFile
    /// How many files come before it; `nil` where the queue does not know of it.
    let ahead: Int?
    /// How many rows of how many are done; `nil` before its turn.
    let rows: (done: Int, total: Int)?

    private var isQueued: Bool { ahead != nil }

    var page: Page {
        let place = exchange.place(file.uuid)
        let title =
            isQueued
            ? Term("正在匯入「\(file.name)」", en: "Importing “\(file.name)”")
            : Term("「\(file.name)」還沒匯入", en: "“\(file.name)” is not imported yet")
        return Page(title, width: .narrow, trail: [Crumb(exchange.title, exchange.place)]) {
            div(
                .id("import"), isQueued ? .hx("get", place) : .none, Self.everyTwoSeconds,
                Self.samePart, Self.whole
            ) {
                PageHeading(title)
                if isQueued {
                    standing
                    p {
                        Term(
                            "可以先離開，匯入會繼續。回到這一頁，或在「匯入」的「最近的匯入」看結果。",
                            en: "You may leave; the import goes on, and is listed under Import.")
                    }
                    ActionLink(Term("看好了沒", en: "Look again"), place)
                } else {
                    p {
                        Term(
                            "服務重新啟動過，什麼都沒有寫入。再按一次就好。",
                            en: "The service was restarted and nothing was written. Press again.")
                    }
                    actionForm(
                        Term("再匯入一次", en: "Import again"), to: place.appending("start"), .primary)
                }
            }
        }
    }
}

extension WaitingPage {
    @HTMLBuilder
    private var standing: HTML {
        if let rows {
            p { b { Term("已處理 \(percent(rows))%", en: "\(percent(rows))% done") } }
            ProgressBar(rows.done, of: rows.total, unit: Term("列", en: "rows"))
        } else {
            HTML("progress", [.aria("label", Term("排隊中", en: "Waiting")), .class("progress")]) {}
            if let ahead, ahead > 0 {
                p { Term("前面還有 \(ahead) 個檔案。", en: "\(ahead) files come first.") }
            }
        }
    }

    /// Whole percents, rounded down. The last one is not said before the import is over: its entry
    /// is still to be written.
    private func percent(_ rows: (done: Int, total: Int)) -> Int {
        min(rows.done * 100 / max(rows.total, 1), 99)
    }

    private static var everyTwoSeconds: Attribute { .hx("trigger", "every 2s" as StaticString) }
    private static var samePart: Attribute { .hx("select", "#import" as StaticString) }
    private static var whole: Attribute { .hx("swap", "outerHTML" as StaticString) }
}

/// What became of an import, and the way to take it back.
struct ImportedPage<Row: Sendable>: Sendable {
    let exchange: Exchange<Row>
    let file: ImportFile
    /// The entry to undo; `nil` where nothing was written.
    let entry: EntryID?
    let now: Instant

    private var outcome: ImportOutcome {
        file.outcome ?? ImportOutcome(created: 0, updated: 0, unchanged: 0, refused: 0)
    }

    var page: Page {
        let title = Term("已匯入 \(outcome.accepted) 筆", en: "\(outcome.accepted) rows imported")
        return Page(title, trail: [Crumb(exchange.title, exchange.place)]) {
            div(.id("import"), .class("stack")) {
                PageHeading(
                    title, eyebrow: HTML(file.name),
                    actions: [
                        ActionLink(Term("看清單", en: "See the list"), exchange.place, .primary).body
                    ])
                outcome.facts
                if outcome.refused > 0 { rest }
                if let entry { undo(entry) }
            }
        }
    }

    private var rest: HTML {
        panel(
            Term("跳過的 \(outcome.refused) 列", en: "\(outcome.refused) rows were skipped"), id: "rest"
        ) {
            p {
                Term(
                    "下載只有這些列的檔案，每列寫了要改什麼；改好再匯入。",
                    en: "Download only these rows, with what to mend; then import that file.")
            }
            ActionLink(
                Term("下載要改的列（ODS）", en: "Download them (ODS)"),
                exchange.place(file.uuid).appending("rest"))
        }
    }

    private func undo(_ entry: EntryID) -> HTML {
        panel(Term("匯錯了？", en: "The wrong file?"), id: "undo") {
            p {
                Term(
                    "\(Undoing.days) 天內可以整批復原；之後又有人改過的不會動。",
                    en:
                        "It can be undone as a whole for \(Undoing.days) days; rows changed since stay."
                )
            }
            actionForm(
                Term("復原這次匯入", en: "Undo this import"), to: exchange.place.undo(entry))
        }
    }
}
