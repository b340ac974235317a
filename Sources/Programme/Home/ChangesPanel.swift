import Access
import HTML
import Kernel
import Ledger
import Web

/// What others changed in the agency since the reader was last here.
struct ChangesPanel: Component {
    let changes: [ChangedRecords]
    /// `nil` on the first visit: then of a week.
    let since: Instant?

    var body: HTML {
        panel(heading, id: "changes") {
            if changes.isEmpty {
                p { Term("沒有變動。", en: "Nothing changed.") }
            } else {
                SummaryList(facts)
            }
        }
    }

    /// A line for each kind and author; what has no list of its own is one line together.
    private var facts: [SummaryList.Fact] {
        let named = changes.compactMap { change in
            RecordPlace.all[change.kind].map { fact(change, in: $0.list) }
        }
        let others = changes.filter { RecordPlace.all[$0.kind] == nil }.reduce(0) {
            $0 + $1.records
        }
        guard others > 0 else { return named }
        return named + [
            SummaryList.Fact(
                Term("帳號、金鑰等", en: "Accounts, keys and such"),
                HTML(Term("\(others) 筆", en: "\(others)")))
        ]
    }

    private func fact(_ change: ChangedRecords, in list: Crumb) -> SummaryList.Fact {
        SummaryList.Fact(
            list.term,
            span {
                Term(
                    "\(change.records) 筆，\(change.author)，\(change.lastAt.day.monthAndDay)",
                    en: "\(change.records), \(change.author), \(change.lastAt.day.monthAndDay)")
                " "
                a(.href(list.path)) {
                    Term("看清單", en: "See the list")
                    span(.class("vh")) { Term("：\(list.term.zh)", en: ": \(list.term.en)") }
                }
            })
    }

    private var heading: Term {
        guard let since else { return Term("這週變動了什麼", en: "Changed this week") }
        return Term(
            "上次來（\(since.day.monthAndDay) \(since.clock)）之後的變動",
            en: "Changed since \(since.day.monthAndDay) \(since.clock)")
    }

    /// What says nothing by itself: it follows from other changes.
    static let silent: Set<RecordKind> = [
        "message", "stockTakeItem", "incidentStep", "incidentSystem", "reminder", "signIn",
    ]
}
