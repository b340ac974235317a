import HTML
import Kernel
import Papers
import Web

/// What differs between two versions of the city's plan, clause by clause, both wordings side by
/// side.
struct PlanDifferencesPage {
    /// `nil` where there is nothing older.
    let older: PlanVersion?
    let newer: PlanVersion
    let others: [PlanVersion]
    let changes: [Comparison.Change]

    var page: Page {
        Page(
            Term("版本比較", en: "Differences"), width: .wide,
            trail: [
                Crumb(Term("維護計畫", en: "The plan"), "/plan"),
                Crumb(Term("各版本", en: "Versions"), "/plan/versions"),
            ]
        ) {
            PageHeading(heading, lede: HTML(lede))
            if !others.isEmpty { chooser }
            if changes.isEmpty {
                EmptyState(
                    empty, ActionLink(Term("看各版本", en: "See the versions"), "/plan/versions"))
            } else {
                ul(.class("changes")) { for change in changes { item(change) } }
            }
        }
    }

    private var heading: Term {
        Term("\(changes.count) 處不同", en: "\(changes.count) differences")
    }

    private var lede: Term {
        guard let older else { return Term("這是第一版。", en: "This is the first version.") }
        return Term(
            "由「\(older.name.zh)」到「\(newer.name.zh)」。",
            en: "From \(older.name.en) to \(newer.name.en).")
    }

    private var empty: Term {
        older == nil
            ? Term("這是第一版，沒有可以比較的前一版。", en: "There is nothing older to compare with.")
            : Term("兩版的條文相同。", en: "Both versions have the same clauses.")
    }

    private var chooser: HTML {
        form(.get, to: newer.place.appending("differences"), .class("filter")) {
            div(.class("filter__item")) {
                label(.for("from")) { Term("和哪一版比較", en: "Compare with") }
                select(.id("from"), .name("from")) {
                    for version in others {
                        option(
                            .value(version.id.description),
                            .when(version.id == older?.id, .selected)
                        ) { version.name }
                    }
                }
            }
            submit(Term("比較", en: "Compare"), .plain)
        }
    }

    private func item(_ change: Comparison.Change) -> HTML {
        li {
            p(.class("changes__head")) {
                strong { change.kind.term }
                " "
                span(.lang(.chinese)) { place(change) }
            }
            div(.class("versus"), .lang(.chinese)) {
                if let old = change.old, change.kind != .moved {
                    div(.class("changes__old")) { words(old) }
                }
                if let new = change.new { div(.class("changes__new")) { words(new) } }
            }
        }
    }

    private func place(_ change: Comparison.Change) -> String {
        let old = change.old?.path
        let new = change.new?.path
        guard let old, let new else { return new ?? old ?? "" }
        return old == new ? new : "\(old) → \(new)"
    }

    private func words(_ placed: PlacedClause) -> HTML {
        HTML(
            placed.clause.ownText.split(whereSeparator: \.isNewline).map { line in
                p { String(line) }
            })
    }
}

extension Comparison.Kind {
    package var term: Term {
        switch self {
        case .added: Term("新增", en: "Added")
        case .removed: Term("刪除", en: "Removed")
        case .moved: Term("移動", en: "Moved")
        case .reworded: Term("改寫", en: "Reworded")
        case .refilled: Term("數字或名稱更新", en: "Figures or names changed")
        }
    }
}
