import HTML
import Kernel

/// A sheet with a heading, and on its right a link or a note.
package func panel(
    _ heading: Term, id: String, classes: String = "", link: Crumb? = nil,
    @HTMLBuilder content: () -> HTML
) -> HTML {
    let inside = content()
    return section(.class("panel \(classes)".trimmed), .aria("labelledby", id)) {
        div(.class("panel__head")) {
            h2(.id(id)) { heading }
            if let link { a(.href(link.path)) { link.term } }
        }
        inside
    }
}

/// The sentence that a page opens with: date, heading, what follows from it.
package struct PageHeading: Component {
    let eyebrow: HTML?
    let heading: Term
    let lede: HTML?
    let actions: [HTML]

    package init(_ heading: Term, eyebrow: HTML? = nil, lede: HTML? = nil, actions: [HTML] = []) {
        self.heading = heading
        self.eyebrow = eyebrow
        self.lede = lede
        self.actions = actions
    }

    package var body: HTML {
        div(.class("between heading")) {
            div {
                if let eyebrow { p(.class("eyebrow")) { eyebrow } }
                h1 { heading }
                if let lede { p(.class("lede")) { lede } }
            }
            if !actions.isEmpty { div(.class("row")) { for action in actions { action } } }
        }
    }
}

/// The parts of one thing that are looked at one at a time; each has its own address.
package struct Tabs: Component {
    let name: Term
    let tabs: [Tab]

    package init(_ name: Term, _ tabs: [Tab]) {
        self.name = name
        self.tabs = tabs
    }

    package init(_ name: Term, _ tabs: Tab...) {
        self.init(name, tabs)
    }

    package struct Tab: Sendable {
        let term: Term
        let path: Path
        let isCurrent: Bool

        package init(_ term: Term, _ path: Path, isCurrent: Bool = false) {
            self.term = term
            self.path = path
            self.isCurrent = isCurrent
        }
    }

    package var body: HTML {
        nav(.class("tabs"), .aria("label", name)) {
            ul {
                for tab in tabs {
                    li {
                        a(.href(tab.path), .when(tab.isCurrent, .aria("current", "page"))) {
                            tab.term
                        }
                    }
                }
            }
        }
    }
}
