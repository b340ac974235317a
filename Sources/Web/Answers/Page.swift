import HTML
import Kernel

/// What one page says, before the layout is drawn around it.
package struct Page: Sendable {
    /// The window's title, without the product's name.
    package let title: Term
    package let width: Width
    package let trail: [Crumb]
    package let content: HTML
    package let aside: HTML?

    /// How much room the page takes on a wide screen.
    package enum Width: Sendable {
        /// Text, forms, a clerk's list.
        case normal
        /// Boards and tables with many columns; prints on landscape paper.
        case wide
        /// One short form, as the sign-in.
        case narrow
    }

    package init(
        _ title: Term, width: Width = .normal, trail: [Crumb] = [], aside: HTML? = nil,
        @HTMLBuilder content: () -> HTML
    ) {
        self.title = title
        self.width = width
        self.trail = trail
        self.aside = aside
        self.content = content()
    }
}
