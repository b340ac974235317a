import Kernel

/// A piece of a page: a value that holds what is shown and to whom it may still be adapted.
///
/// Text stays text until rendering, where it is escaped and the wordings of the reader's language
/// are picked. Markup enters unescaped only as a literal of this program.
package struct HTML: Sendable {
    let node: Node

    enum Node: Sendable {
        case nothing
        case text(String)
        case term(Term)
        case number(Int)
        case trusted(StaticString)
        case icon(StaticString)
        case element(Element)
        case several([HTML])
        case drawing(any Drawing)
        case drawn([UInt8])
    }

    init(_ node: Node) {
        self.node = node
    }

    /// Nothing at all.
    package init() {
        node = .nothing
    }

    /// Markup written in this program, passed on as it stands.
    package init(trusted markup: StaticString) {
        node = .trusted(markup)
    }

    /// Words in the reader's language, escaped.
    package init(_ term: Term) {
        node = .term(term)
    }

    /// Text as it was written, escaped.
    package init(_ text: String) {
        node = .text(text)
    }

    /// What is written straight into the page when the page is.
    package init(drawing: some Drawing) {
        node = .drawing(drawing)
    }

    /// Pieces in the order given.
    package init(_ pieces: [HTML]) {
        node = .several(pieces)
    }

    /// Pieces put together from a builder.
    package init(@HTMLBuilder _ content: () -> HTML) {
        self = content()
    }

    /// Whether there is nothing to show.
    package var isEmpty: Bool {
        switch node {
        case .nothing: true
        case .text(let text): text.isEmpty
        case .several(let pieces): pieces.allSatisfy(\.isEmpty)
        default: false
        }
    }
}

/// One element of a page with its attributes and what stands inside.
final class Element: Sendable {
    /// How the element is written.
    enum Form: Sendable {
        /// With an end tag.
        case paired
        /// Without content, as `br`.
        case void
        /// A form that changes something: it carries the token against forged requests.
        case changing
    }

    let name: StaticString
    let attributes: [Attribute]
    let content: HTML
    let form: Form

    init(_ name: StaticString, _ attributes: [Attribute], _ content: HTML, _ form: Form) {
        self.name = name
        self.attributes = attributes
        self.content = content
        self.form = form
    }
}

extension HTML {
    /// An element with an end tag.
    package init(
        _ name: StaticString, _ attributes: [Attribute], @HTMLBuilder _ content: () -> HTML
    ) {
        node = .element(Element(name, attributes, content(), .paired))
    }

    /// An element that has no content.
    package init(void name: StaticString, _ attributes: [Attribute]) {
        node = .element(Element(name, attributes, HTML(), .void))
    }
}

/// A part of a page: plain values whose `body` is a pure function of them.
package protocol Component: Sendable {
    @HTMLBuilder var body: HTML { get }
}
