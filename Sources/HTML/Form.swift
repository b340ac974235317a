import Kernel

/// What a form does to the programme.
package enum FormMethod: Sendable {
    /// Asks; its fields become the query.
    case get
    /// Changes something; carries the session's token against forged requests.
    case post
    /// The same, and sends files along.
    case upload
}

/// A form that sends its fields to `path`.
///
/// One that changes something gets the hidden field `csrf` by itself on rendering.
package func form(
    _ method: FormMethod, to path: Path, _ attributes: Attribute...,
    @HTMLBuilder content: () -> HTML
) -> HTML {
    let action = Attribute("action", .path(path))
    switch method {
    case .get:
        return HTML("form", [Attribute("method", .literal("get")), action] + attributes, content)
    case .post:
        let all = [Attribute("method", .literal("post")), action] + attributes
        return HTML(.element(Element("form", all, content(), .changing)))
    case .upload:
        let all = [
            Attribute("method", .literal("post")), action,
            Attribute("enctype", .literal("multipart/form-data")),
        ]
        return HTML(.element(Element("form", all + attributes, content(), .changing)))
    }
}

/// A field that the person does not see.
package func hiddenField(_ name: String, _ value: String) -> HTML {
    input(.type(.hidden), .name(name), .value(value))
}
