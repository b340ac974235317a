import Kernel

// The elements that give a page its structure.

package func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("html", attributes, content)
}

package func head(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("head", attributes, content)
}

package func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("title", attributes, content)
}

package func body(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("body", attributes, content)
}

package func header(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("header", attributes, content)
}

package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("nav", attributes, content)
}

package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("main", attributes, content)
}

package func section(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("section", attributes, content)
}

package func article(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("article", attributes, content)
}

package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("aside", attributes, content)
}

package func footer(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("footer", attributes, content)
}

package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("div", attributes, content)
}

package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("h1", attributes, content)
}

package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("h2", attributes, content)
}

package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("h3", attributes, content)
}

package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing) -> HTML {
    HTML("h4", attributes, content)
}

package func details(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("details", attributes, content)
}

package func summary(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("summary", attributes, content)
}

package func dialog(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("dialog", attributes, content)
}

package func template(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("template", attributes, content)
}

package func figure(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("figure", attributes, content)
}

package func figcaption(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = nothing
) -> HTML {
    HTML("figcaption", attributes, content)
}

package func meta(_ attributes: Attribute...) -> HTML { HTML(void: "meta", attributes) }
package func link(_ attributes: Attribute...) -> HTML { HTML(void: "link", attributes) }
package func img(_ attributes: Attribute...) -> HTML { HTML(void: "img", attributes) }
package func hr(_ attributes: Attribute...) -> HTML { HTML(void: "hr", attributes) }

/// A script of this site, loaded by its place; there is no other kind.
package func script(_ path: Path) -> HTML {
    HTML("script", [.src(path), .defer], nothing)
}

/// What stands in an element that is given nothing.
package func nothing() -> HTML { HTML() }

/// A small drawing of the icon sheet, for the eye only; its neighbour says the same in words.
package func icon(_ name: StaticString) -> HTML { HTML(.icon(name)) }
