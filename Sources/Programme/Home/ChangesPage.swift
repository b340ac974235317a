import Duties
import HTML
import Kernel
import Ledger
import Web

/// The records behind one figure of what changed, each leading to its page.
struct ChangesPage: Sendable {
    let filter: ChangeFilter
    let changed: [ChangedRecord]
    let acts: ActBook
    /// What the duties of the law in use are called, by their ids.
    let duties: [String: Term]

    var page: Page {
        Page(Term("變動", en: "Changes"), trail: [Crumb(Term("待辦", en: "To do"), "/")]) {
            PageHeading(heading, lede: HTML(lede))
            if changed.isEmpty {
                EmptyState(
                    Term("這段時間沒有變動。", en: "Nothing changed in this time."),
                    ActionLink(Term("回待辦", en: "Back"), "/"))
            } else {
                div(.class("stacks")) { DataTable(heading, columns: columns, rows: changed) }
            }
        }
    }

    private var total: Int { changed.first?.total ?? 0 }

    private var heading: Term {
        let what =
            switch filter.part {
            case .all: Term("變動", en: "Changes")
            case .kind(let kind): RecordPlace.all[kind]?.list.term ?? Term("變動", en: "Changes")
            case .others: ChangeFilter.others
            }
        return Term("\(what.zh)：變動了 \(total) 筆", en: "\(what.en): \(total) changed")
    }

    private var lede: Term {
        let since =
            filter.since.map {
                Term(
                    "\($0.day.rocSlashes) \($0.clock) 之後", en: "Since \($0.day) \($0.clock)")
            } ?? Term("最近七天", en: "In the last seven days")
        let by = filter.author.map { Term("，\($0)", en: ", by \($0)") } ?? Term("", en: "")
        let part =
            total > changed.count
            ? Term("，先列最近的 \(changed.count) 筆", en: "; the latest \(changed.count)")
            : Term("", en: "")
        return Term("\(since.zh)\(by.zh)\(part.zh)。", en: "\(since.en)\(by.en)\(part.en).")
    }

    private var columns: [TableColumn<ChangedRecord>] {
        [
            TableColumn(Term("哪一筆", en: "What")) { name($0) },
            TableColumn(Term("做了什麼", en: "Done")) { row in
                acts.term(row.verb) ?? Term(row.verb, en: row.verb)
            },
            TableColumn(Term("誰", en: "Who")) { HTML($0.author) },
            TableColumn(Term("什麼時候", en: "When")) { time($0.at) },
        ]
    }

    /// What has no page of its own is not named: accounts and keys are for who keeps them.
    @HTMLBuilder
    private func name(_ row: ChangedRecord) -> HTML {
        let told = ToldRecord(row.told)
        let duty = told?.duty.flatMap { duties[$0.text] == nil ? nil : $0 }
        if let path = RecordPlace.page(of: row.record, on: duty) {
            a(.href(path)) {
                duty.flatMap { duties[$0.text] }
                    ?? (told?.name ?? told?.what ?? told?.title).map { Term($0, en: $0) }
                    ?? RecordPlace.all[row.record.kind]?.list.term ?? ChangeFilter.others
            }
        } else {
            ChangeFilter.others
        }
    }
}
