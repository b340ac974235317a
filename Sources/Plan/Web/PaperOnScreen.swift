import HTML
import Papers

/// A paper within a page of the site, on white as it will print.
struct PaperOnScreen: Component {
    let document: Document
    let place: Path
    /// Whether the page has a heading of its own above the paper.
    var isPart = false

    var body: HTML {
        link(.rel("stylesheet"), .href("/papers/paper.css"))
        PaperPage(document, at: place, isPart: isPart)
    }
}
