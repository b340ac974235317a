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
            RecordPlace.all[change.kind].map { place in
                fact(
                    place.list.term, change.records, change,
                    ChangeFilter(since: since, part: .kind(change.kind), author: change.author))
            }
        }
        let others = changes.filter { RecordPlace.all[$0.kind] == nil }
        guard !others.isEmpty else { return named }
        let count = others.reduce(0) { $0 + $1.records }
        return named + [
            fact(
                ChangeFilter.others, count, nil, ChangeFilter(since: since, part: .others))
        ]
    }

    private func fact(
        _ term: Term, _ records: Int, _ change: ChangedRecords?, _ filter: ChangeFilter
    ) -> SummaryList.Fact {
        SummaryList.Fact(
            term,
            span {
                a(.href(filter.path)) {
                    Term("\(records) 筆", en: "\(records)")
                    span(.class("vh")) { Term("\(term.zh)變動", en: " changed: \(term.en)") }
                }
                if let change {
                    Term(
                        "，\(change.author)，\(change.lastAt.day.monthAndDay)",
                        en: ", \(change.author), \(change.lastAt.day.monthAndDay)")
                }
            })
    }

    private var heading: Term {
        guard let since else { return Term("這週變動了什麼", en: "Changed this week") }
        return Term(
            "上次來（\(since.day.monthAndDay) \(since.clock)）之後的變動",
            en: "Changed since \(since.day.monthAndDay) \(since.clock)")
    }
}
