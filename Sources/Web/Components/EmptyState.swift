import HTML
import Kernel

/// Says why a list is empty and what to do next, with three ways at most.
package struct EmptyState: Component {
    let sentence: Term
    let ways: [ActionLink]

    package init(_ sentence: Term, _ ways: ActionLink...) {
        self.sentence = sentence
        self.ways = ways
    }

    package var body: HTML {
        div(.class("empty")) {
            p { sentence }
            if !ways.isEmpty { div(.class("row")) { for way in ways { way } } }
        }
    }
}
