import Access
import HTML
import Kernel

/// The menu: the parts of the site that the person's roles open.
struct PageNavigation: Component {
    let shell: Shell
    let caller: Caller?
    let place: String
    let width: Page.Width

    var body: HTML {
        let items = shell.navigation.filter { $0.isShown(to: caller) }
        if !items.isEmpty {
            nav(.class("nav"), .aria("label", Term("主選單", en: "Main menu"))) {
                div(.class(width.wrapClasses)) {
                    ul {
                        let current = current(items)
                        for item in items { li { entry(item, isCurrent: item.path == current) } }
                    }
                }
            }
        }
    }

    /// The part with the longest address that holds the place asked for.
    private func current(_ items: [NavigationItem]) -> Path? {
        items.filter { $0.holds(place) }.max { $0.path.text.count < $1.path.text.count }?.path
    }

    private func entry(_ item: NavigationItem, isCurrent: Bool) -> HTML {
        a(.href(item.path), .when(isCurrent, .aria("current", "page"))) { item.term }
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
