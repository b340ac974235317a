/// The depth of a clause, which decides how its number is written: 壹、 一、 (一) 1. (1) A.
///
/// A paper may skip levels (壹拾柒 of the city's plan goes from 壹、 to 1.), never reverse them.
package enum ClauseLevel: Int, CaseIterable, Comparable, Sendable {
    case chapter, section, item, number, subnumber, letter

    package static func < (a: ClauseLevel, b: ClauseLevel) -> Bool { a.rawValue < b.rawValue }

    /// The number as the paper prints it before the clause, as in 「(一)」.
    package func label(_ ordinal: Int) -> String {
        switch self {
        case .chapter, .section: numeral(ordinal) + "、"
        case .item, .subnumber: numeral(ordinal)
        case .number, .letter: numeral(ordinal) + "."
        }
    }

    /// The number as a clause's path writes it: 壹拾伍, 三, (一), 2, (4), A.
    package func numeral(_ ordinal: Int) -> String {
        switch self {
        case .chapter: ChineseNumeral.formal.text(ordinal)
        case .section: ChineseNumeral.plain.text(ordinal)
        case .item: "(\(ChineseNumeral.plain.text(ordinal)))"
        case .number: "\(ordinal)"
        case .subnumber: "(\(ordinal))"
        case .letter: Self.letter(ordinal)
        }
    }

    /// The name of the level in the canonical form.
    package var name: String { "\(self)" }

    private static func letter(_ ordinal: Int) -> String {
        guard (1...26).contains(ordinal), let scalar = Unicode.Scalar(64 + ordinal) else {
            return "\(ordinal)"
        }
        return String(Character(scalar))
    }
}
