import Kernel

/// Reads what stands in braces as pieces of a page: text, terms, numbers, components, pieces.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildExpression(_ text: String) -> HTML { HTML(.text(text)) }
    package static func buildExpression(_ text: Substring) -> HTML { HTML(.text(String(text))) }
    package static func buildExpression(_ term: Term) -> HTML { HTML(.term(term)) }
    package static func buildExpression(_ number: Int) -> HTML { HTML(.number(number)) }
    package static func buildExpression(_ part: some Component) -> HTML { part.body }
    package static func buildExpression(_ pieces: [HTML]) -> HTML { HTML(.several(pieces)) }

    package static func buildBlock() -> HTML { HTML() }
    package static func buildBlock(_ piece: HTML) -> HTML { piece }
    package static func buildBlock(_ pieces: HTML...) -> HTML { HTML(.several(pieces)) }
    package static func buildArray(_ pieces: [HTML]) -> HTML { HTML(.several(pieces)) }
    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
}
