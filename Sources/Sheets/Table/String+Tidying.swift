import Foundation

extension String {
    /// The text without the accidents of typing: full-width letters and digits become ordinary ones,
    /// ideographic and doubled spaces become one, and what cannot be seen (control characters, marks
    /// of direction, spaces of no width) is left out. Punctuation and line ends stay, but for the
    /// full-width hyphen within a number: 「３１４－０１」 is 314-01.
    package var tidied: String {
        if isTidy { return self }
        var lines: [String] = []
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(Self.tidied(line))
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return String(lines.joined(separator: "\n").drop { $0.isNewline })
    }

    /// The text by which two spellings are recognised as one: 「台 北市」 and 「臺北市」. For
    /// comparing only; what people wrote is kept.
    package var comparable: String {
        isPlain ? plainlyComparable : thoroughlyComparable
    }

    /// The same by the properties of each character.
    var thoroughlyComparable: String {
        var scalars = String.UnicodeScalarView()
        for scalar in precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            let properties = scalar.properties
            if properties.isWhitespace || properties.isVariationSelector { continue }
            if scalar.isInvisible { continue }
            scalars.append(scalar == "台" ? "臺" : scalar)
        }
        return String(scalars)
    }

    /// Whether there is nothing to tidy, as in most cells; may say no without need.
    private var isTidy: Bool {
        var previous: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x21...0x7E, 0x3001...0x9FFF: break
            case 0x20 where previous != " ": break
            default: return false
            }
            previous = scalar
        }
        return previous != " "
    }

    /// Whether the text is of ASCII, of the same signs in full width, and of Chinese characters and
    /// brackets that have no other form.
    private var isPlain: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0x3000...0x3002, 0x3008...0x3011, 0x4E00...0x9FFF, 0xFF01...0xFF5E:
                true
            default: false
            }
        }
    }

    /// A plain text as others are made comparable, without asking for each character's properties.
    private var plainlyComparable: String {
        guard !unicodeScalars.allSatisfy(\.comparesAsItStands) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let narrow = scalar.narrow
            switch narrow {
            case " ", "\u{3000}": break
            case "A"..."Z": scalars.append(Unicode.Scalar(UInt8(narrow.value | 0x20)))
            case "台": scalars.append("臺")
            default: scalars.append(narrow)
            }
        }
        return String(scalars)
    }

    private static func tidied(_ line: Substring) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let last = scalars.last, last != " " { scalars.append(" ") }
            } else if !scalar.isInvisible {
                let narrowed = scalar.narrowed
                if narrowed.isOfNumber, scalars.last == "－",
                    scalars.dropLast().last?.isOfNumber == true
                {
                    scalars.removeLast()
                    scalars.append("-")
                }
                scalars.append(narrowed)
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isInvisible: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFF:
            true
        default: false
        }
    }

    /// Whether a plain character is the same for comparing.
    fileprivate var comparesAsItStands: Bool {
        switch value {
        case 0x21...0x40, 0x5B...0x7E: true
        case 0x3001...0x3002, 0x3008...0x3011: true
        case 0x4E00...0x9FFF: self != "台"
        default: false
        }
    }

    /// A sign of full width as the one of ASCII.
    fileprivate var narrow: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }

    /// Whether it is a letter or digit such as numbers of things are made of.
    fileprivate var isOfNumber: Bool {
        switch self {
        case "0"..."9", "A"..."Z", "a"..."z": true
        default: false
        }
    }

    /// A full-width letter or digit as an ordinary one.
    fileprivate var narrowed: Unicode.Scalar { narrow.isOfNumber ? narrow : self }
}
