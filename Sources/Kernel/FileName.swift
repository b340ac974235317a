/// The name of a file as somebody gave it, fit to be shown: one line, no folder, no tricks.
///
/// It is words to read and never a place on a disk.
package struct FileName: Hashable, Sendable {
    package let text: String

    /// Keeps what follows the last slash of either kind, without characters that are not seen: those
    /// that control, and those that turn the direction of reading, so that a name shows its true end. What is left of nothing is `file`.
    package init(_ given: String) {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        var seen = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            if scalar.properties.isWhitespace {
                if seen.last != " " { seen.append(" ") }
            } else if !Self.isUnseen(scalar) {
                seen.append(scalar)
            }
        }
        let name = String(seen).drop { $0 == " " || $0 == "." }
        let trimmed = name.reversed().drop { $0 == " " || $0 == "." }.reversed()
        text = trimmed.isEmpty ? "file" : Self.shortened(String(trimmed))
    }

    /// What stands after the last dot, in small letters; empty without one.
    package var suffix: String {
        guard let dot = text.lastIndex(of: ".") else { return "" }
        return text[text.index(after: dot)...].lowercased()
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            true
        default: false
        }
    }

    /// At most 120 characters, the last ones among them.
    private static func shortened(_ name: String) -> String {
        guard name.count > 120 else { return name }
        return name.prefix(99) + "…" + name.suffix(20)
    }
}
