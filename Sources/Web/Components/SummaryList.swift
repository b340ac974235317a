import HTML
import Kernel

/// What is known about one thing, fact by fact. What is missing is said, never a dash.
package struct SummaryList: Component {
    let facts: [Fact]

    package init(_ facts: [Fact]) {
        self.facts = facts
    }

    package var body: HTML {
        dl(.class("sum")) {
            for fact in facts {
                div {
                    dt { fact.term }
                    dd {
                        fact.value ?? fact.missing
                        fact.changeLink
                    }
                }
            }
        }
    }

    /// One fact, and where it is changed.
    package struct Fact: Sendable {
        let term: Term
        let value: HTML?
        let change: Path?

        /// - Parameter value: `nil` when nobody has said it yet.
        package init(_ term: Term, _ value: HTML?, change: Path? = nil) {
            self.term = term
            self.value = value.flatMap { $0.isEmpty ? nil : $0 }
            self.change = change
        }

        /// A fact in words; empty words are nothing said.
        package init(_ term: Term, text: String, change: Path? = nil) {
            self.init(term, text.isEmpty ? nil : HTML(text), change: change)
        }

        fileprivate var missing: HTML {
            span(.class("missing")) { Term("尚未填寫", en: "Not given yet") }
        }

        @HTMLBuilder
        fileprivate var changeLink: HTML {
            if let change {
                a(.class("change"), .href(change)) {
                    value == nil ? Term("現在填", en: "Give it now") : Term("修改", en: "Change")
                    span(.class("vh")) { Term("：\(term.zh)", en: ": \(term.en)") }
                }
            }
        }
    }
}
