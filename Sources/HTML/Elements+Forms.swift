import Kernel

// The elements of forms; `form` itself stands in `Form.swift`.

package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("label", attributes, content)
}

package func button(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("button", attributes, content)
}

package func select(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("select", attributes, content)
}

package func option(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("option", attributes, content)
}

package func optgroup(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("optgroup", attributes, content)
}

package func textarea(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("textarea", attributes, content)
}

package func fieldset(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("fieldset", attributes, content)
}

package func legend(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("legend", attributes, content)
}

package func output(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("output", attributes, content)
}

package func progress(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("progress", attributes, content)
}

package func datalist(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("datalist", attributes, content)
}

package func input(_ attributes: Attribute...) -> HTML { HTML(void: "input", attributes) }
