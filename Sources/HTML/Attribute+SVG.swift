import Kernel

// Presentation attributes: the content security policy refuses `style`, not these.
extension Attribute {
    package static func viewBox(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Attribute {
        Attribute("viewBox", .text("\(x) \(y) \(width) \(height)"))
    }

    package static func x(_ number: Double) -> Attribute { length("x", number) }
    package static func y(_ number: Double) -> Attribute { length("y", number) }
    package static func x1(_ number: Double) -> Attribute { length("x1", number) }
    package static func y1(_ number: Double) -> Attribute { length("y1", number) }
    package static func x2(_ number: Double) -> Attribute { length("x2", number) }
    package static func y2(_ number: Double) -> Attribute { length("y2", number) }
    package static func cx(_ number: Double) -> Attribute { length("cx", number) }
    package static func cy(_ number: Double) -> Attribute { length("cy", number) }
    package static func r(_ number: Double) -> Attribute { length("r", number) }
    package static func rx(_ number: Double) -> Attribute { length("rx", number) }
    package static func width(_ number: Double) -> Attribute { length("width", number) }
    package static func height(_ number: Double) -> Attribute { length("height", number) }
    package static func d(_ drawing: String) -> Attribute { Attribute("d", .text(drawing)) }
    package static func fill(_ paint: StaticString) -> Attribute {
        Attribute("fill", .literal(paint))
    }
    package static func stroke(_ paint: StaticString) -> Attribute {
        Attribute("stroke", .literal(paint))
    }
    package static func strokeWidth(_ number: Double) -> Attribute {
        length("stroke-width", number)
    }
    package static func strokeDashes(_ dashes: StaticString) -> Attribute {
        Attribute("stroke-dasharray", .literal(dashes))
    }
    package static func fontSize(_ units: Double) -> Attribute { length("font-size", units) }
    package static func fontWeight(_ weight: StaticString) -> Attribute {
        Attribute("font-weight", .literal(weight))
    }
    package static func textAnchor(_ anchor: StaticString) -> Attribute {
        Attribute("text-anchor", .literal(anchor))
    }
    package static func preserveAspectRatio(_ rule: StaticString) -> Attribute {
        Attribute("preserveAspectRatio", .literal(rule))
    }

    /// Moves a group of shapes by whole or fractional units.
    package static func translate(_ x: Double, _ y: Double) -> Attribute {
        Attribute("transform", .text("translate(\(decimal(x)) \(decimal(y)))"))
    }

    private static func length(_ name: StaticString, _ number: Double) -> Attribute {
        Attribute(name, .text(decimal(number)))
    }

    /// At most two decimals; not-a-number and infinity become 0, for a drawing must not break.
    private static func decimal(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e9 else { return "0" }
        let hundredths = Int((number * 100).rounded())
        if hundredths.isMultiple(of: 100) { return "\(hundredths / 100)" }
        return "\(Double(hundredths) / 100)"
    }
}
