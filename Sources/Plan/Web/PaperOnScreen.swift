import HTML
import Papers

/// A paper within a page of the site, on white as it will print.
struct PaperOnScreen: Component {
    let document: Document
    let place: Path

    var body: HTML {
        link(.rel("stylesheet"), .href("/papers/paper.css"))
        PaperPage(document, at: place)
    }
}
