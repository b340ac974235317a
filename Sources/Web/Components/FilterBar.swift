import HTML
import Kernel

/// Narrows a list: words to find and answers to choose. The address keeps both.
package struct FilterBar: Component {
    let path: Path
    let words: String
    let choices: [Choice]
    let day: DayChoice?
    let kept: [Fields.Pair]
    let clear: Path?

    /// One column to narrow by.
    package struct Choice: Component {
        let name: String
        let term: Term
        let options: [Control.Option]
        let chosen: String
        /// Whether it may be left open.
        let isOpen: Bool

        package init(
            _ name: String, _ term: Term, _ options: [Control.Option], chosen: String,
            isOpen: Bool = true
        ) {
            self.isOpen = isOpen
            self.name = name
            self.term = term
            self.options = options
            self.chosen = chosen
        }

        package var body: HTML {
            div(.class("filter__item")) {
                label(.for("filter-\(name)")) { term }
                select(.id("filter-\(name)"), .name(name)) {
                    if isOpen { option(.value("")) { Term("全部", en: "All") } }
                    for answer in options {
                        option(.value(answer.value), .when(answer.value == chosen, .selected)) {
                            answer.term
                        }
                    }
                }
            }
        }
    }

    /// A day as at which the list is asked.
    package struct DayChoice: Sendable {
        let name: String
        let term: Term
        let typed: String

        package init(_ name: String, _ term: Term, _ typed: String) {
            self.name = name
            self.term = term
            self.typed = typed
        }
    }

    /// - Parameters:
    ///   - kept: what else of the address stays, such as the order.
    ///   - clear: the same list without narrowing; `nil` when nothing narrows it.
    package init(
        to path: Path, words: String, choices: [Choice] = [], day: DayChoice? = nil,
        kept: [Fields.Pair] = [], clear: Path?
    ) {
        self.path = path
        self.words = words
        self.choices = choices
        self.day = day
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
            for choice in choices { choice }
            if let day {
                div(.class("filter__item")) {
                    label(.for("filter-\(day.name)")) { day.term }
                    input(
                        .id("filter-\(day.name)"), .type(.date), .name(day.name),
                        .value(day.typed))
                }
            }
            submit(Term("篩選", en: "Filter"), .plain)
            if let clear { a(.href(clear)) { Term("清除條件", en: "Clear") } }
        }
    }
}
