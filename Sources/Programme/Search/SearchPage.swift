import HTML
import Kernel
import Outline
import Web

/// What was found, kind by kind; the palette shows the same as a part of any page.
struct SearchResults: Component {
    let words: SearchWords
    let groups: [Group]

    /// What one source found.
    struct Group: Sendable {
        let title: Term
        let hits: [SearchHit]
    }

    var body: HTML {
        p(.class("vh"), .role("status")) { summary }
        if groups.isEmpty {
            p(.class("hint mt2")) {
                Term(
                    "找不到「\(words.text)」。換個說法，或只打前兩個字。",
                    en: "Nothing has “\(words.text)”. Try other words, or fewer.")
            }
        }
        for (index, group) in groups.enumerated() {
            section(.class("hits"), .aria("labelledby", "hits-\(index)")) {
                h2(.id("hits-\(index)")) { group.title }
                ul { for hit in group.hits { li { entry(hit) } } }
            }
        }
    }

    private func entry(_ hit: SearchHit) -> HTML {
        a(.href(hit.path)) {
            span { hit.title }
            if let detail = hit.detail { small { detail } }
        }
    }

    private var summary: Term {
        let count = groups.reduce(0) { $0 + $1.hits.count }
        return Term("列出 \(count) 項", en: "\(count) shown")
    }
}

/// The search as a page of its own: what the palette is without JavaScript.
struct SearchPage: Sendable {
    let results: SearchResults

    var page: Page {
        let title = Term("搜尋", en: "Search")
        return Page(title) {
            PageHeading(title)
            form(.get, to: "/search", .class("filter"), .role("search")) {
                div(.class("filter__item filter__item--words")) {
                    label(.for("words")) {
                        Term("機關、系統、資產、應辦事項、文件，或要做的事", en: "Agency, system, asset, duty, act")
                    }
                    input(
                        .id("words"), .type(.search), .name("q"), .value(results.words.text),
                        .maxlength(100))
                }
                submit(Term("搜尋", en: "Search"), .plain)
            }
            results
        }
    }
}
