import Kernel

// Drawings made by the server, with presentation attributes.

package func svg(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("svg", attributes, content)
}

package func g(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("g", attributes, content)
}

package func rect(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("rect", attributes, content)
}

package func circle(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("circle", attributes, content)
}

package func line(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("line", attributes, content)
}

package func drawing(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("path", attributes, content)
}

package func polyline(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("polyline", attributes, content)
}

package func svgText(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("text", attributes, content)
}

package func tspan(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("tspan", attributes, content)
}

package func svgTitle(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("title", attributes, content)
}
