import Access
import HTML
import Kernel

/// The menu: the parts of the site that the person's roles open, and below it the places of the
/// part that the page is in.
struct PageNavigation: Component {
    let shell: Shell
    let caller: Caller?
    /// The page asked for, then those that it lies under, the nearest first.
    let places: [String]
    let width: Page.Width

    var body: HTML {
        let parts = shell.menu.compactMap { $0.opened(for: caller) }
        let current = places.lazy.compactMap { Menu.current(in: parts, at: $0) }.first
        if !parts.isEmpty {
            nav(.class("nav"), .aria("label", Term("主選單", en: "Main menu"))) {
                div(.class(width.wrapClasses)) { list(parts, current) }
            }
        }
        if let current, current.part.places.count > 1 {
            nav(.class("subnav"), .aria("label", current.part.term)) {
                div(.class(width.wrapClasses)) { below(current) }
            }
        }
    }

    private func list(_ parts: [MenuPart], _ current: Menu.Current?) -> HTML {
        ul {
            for part in parts {
                li {
                    if let first = part.places.first {
                        let isHere = part.name == current?.part.name
                        a(.href(first.path), .when(isHere, .aria("current", mark(current)))) {
                            part.term
                        }
                    }
                }
            }
        }
    }

    /// A part with several places is where one is, but not the page itself.
    private func mark(_ current: Menu.Current?) -> String {
        current.map { $0.part.places.count > 1 } == true ? "true" : "page"
    }

    private func below(_ current: Menu.Current) -> HTML {
        ul {
            for item in current.part.places {
                li {
                    let isHere = item.path == current.place.path
                    a(.href(item.path), .when(isHere, .aria("current", "page"))) { item.term }
                }
            }
        }
    }
}

/// Where in the menu a page is.
enum Menu {
    struct Current {
        let part: MenuPart
        let place: NavigationItem
    }

    /// The place with the longest address that holds the page asked for.
    static func current(in parts: [MenuPart], at place: String) -> Current? {
        parts.flatMap { part in
            part.places.filter { $0.holds(place) }.map { Current(part: part, place: $0) }
        }.max { $0.place.path.text.count < $1.place.path.text.count }
    }
}

/// One step on the way from the start of a part to a page.
package struct Crumb: Sendable {
    package let term: Term
    package let path: Path

    package init(_ term: Term, _ path: Path) {
        self.term = term
        self.path = path
    }

    /// Where it leads, without what is asked there.
    var place: String { String(path.text.prefix { $0 != "?" }) }
}

/// The way back to the start of a part.
struct Breadcrumbs: Component {
    let trail: [Crumb]

    var body: HTML {
        nav(.class("trail"), .aria("label", Term("所在位置", en: "You are here"))) {
            ol {
                for crumb in trail { li { a(.href(crumb.path)) { crumb.term } } }
            }
        }
    }
}
