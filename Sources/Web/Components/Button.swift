import HTML
import Kernel

/// How much an act matters on its page: one is primary at most.
package enum Weight: String, Sendable {
    case primary, plain, alarm, small

    var classes: String {
        switch self {
        case .primary: "btn btn--primary"
        case .plain: "btn btn--plain"
        case .alarm: "btn btn--alarm"
        case .small: "btn btn--plain btn--s"
        }
    }
}

/// A link that looks like what it is: the next act.
package struct ActionLink: Component {
    let term: Term
    let path: Path
    let weight: Weight
    /// What the act is about, for those who hear the link alone.
    let subject: String?

    package init(_ term: Term, _ path: Path, _ weight: Weight = .plain, subject: String? = nil) {
        self.term = term
        self.path = path
        self.weight = weight
        self.subject = subject
    }

    package var body: HTML {
        a(.class(weight.classes), .href(path)) {
            term
            if let subject { span(.class("vh")) { "：\(subject)" } }
        }
    }
}

/// The button that sends a form.
package func submit(_ term: Term, _ weight: Weight = .primary, _ attributes: Attribute...) -> HTML {
    HTML("button", [.type(.submit), .class(weight.classes)] + attributes) { term }
}

/// A form that is one button: an act with nothing to fill in.
package func actionForm(
    _ term: Term, to path: Path, _ weight: Weight = .plain, version: Int? = nil,
    subject: String? = nil
) -> HTML {
    form(.post, to: path, .class("act")) {
        if let version { hiddenField("version", String(version)) }
        button(.class(weight.classes)) {
            term
            if let subject { span(.class("vh")) { "：\(subject)" } }
        }
    }
}
