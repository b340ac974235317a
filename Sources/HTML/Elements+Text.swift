import Kernel

// The elements of running text, lists and tables.

package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("p", attributes, content)
}

package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("span", attributes, content)
}

package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("a", attributes, content)
}

package func strong(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("strong", attributes, content)
}

package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("em", attributes, content)
}

package func b(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("b", attributes, content)
}

package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("small", attributes, content)
}

package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("code", attributes, content)
}

package func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("kbd", attributes, content)
}

package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("pre", attributes, content)
}

package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("abbr", attributes, content)
}

package func blockquote(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("blockquote", attributes, content)
}

package func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("mark", attributes, content)
}

package func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("del", attributes, content)
}

package func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("ins", attributes, content)
}

package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("ul", attributes, content)
}

package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("ol", attributes, content)
}

package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("li", attributes, content)
}

package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("dl", attributes, content)
}

package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("dt", attributes, content)
}

package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("dd", attributes, content)
}

package func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("table", attributes, content)
}

package func caption(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("caption", attributes, content)
}

package func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("thead", attributes, content)
}

package func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("tbody", attributes, content)
}

package func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("tfoot", attributes, content)
}

package func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("tr", attributes, content)
}

package func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("th", attributes, content)
}

package func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("td", attributes, content)
}

package func colgroup(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("colgroup", attributes, content)
}

package func br(_ attributes: Attribute...) -> HTML { HTML(void: "br", attributes) }
package func col(_ attributes: Attribute...) -> HTML { HTML(void: "col", attributes) }
package func wbr(_ attributes: Attribute...) -> HTML { HTML(void: "wbr", attributes) }
