import HTML
import Kernel

/// Narrows a list: words to find and answers to choose. The address keeps both.
package struct FilterBar: Component {
    let path: Path
    let words: String
    let choices: [Choice]
    let kept: [Fields.Pair]
    let clear: Path?

    /// One column to narrow by.
    package struct Choice: Sendable {
        let name: String
        let term: Term
        let options: [Control.Option]
        let chosen: String

        package init(_ name: String, _ term: Term, _ options: [Control.Option], chosen: String) {
            self.name = name
            self.term = term
            self.options = options
            self.chosen = chosen
        }
    }

    /// - Parameters:
    ///   - kept: what else of the address stays, such as the order.
    ///   - clear: the same list without narrowing; `nil` when nothing narrows it.
    package init(
        to path: Path, words: String, choices: [Choice] = [], kept: [Fields.Pair] = [],
        clear: Path?
    ) {
        self.path = path
        self.words = words
        self.choices = choices
        self.kept = kept
        self.clear = clear
    }

    package var body: HTML {
        form(.get, to: path, .class("filter"), .role("search")) {
            for pair in kept { hiddenField(pair.name, pair.value) }
            div(.class("filter__item filter__item--words")) {
                label(.for("filter-q")) { Term("找", en: "Find") }
                input(
                    .id("filter-q"), .type(.search), .name("q"), .value(words), .maxlength(100))
            }
            for choice in choices { item(choice) }
            submit(Term("篩選", en: "Filter"), .plain)
            if let clear { a(.href(clear)) { Term("清除條件", en: "Clear") } }
        }
    }

    private func item(_ choice: Choice) -> HTML {
        div(.class("filter__item")) {
            label(.for("filter-\(choice.name)")) { choice.term }
            select(.id("filter-\(choice.name)"), .name(choice.name)) {
                option(.value("")) { Term("全部", en: "All") }
                for answer in choice.options {
                    option(
                        .value(answer.value), .when(answer.value == choice.chosen, .selected)
                    ) { answer.term }
                }
            }
        }
    }
}
