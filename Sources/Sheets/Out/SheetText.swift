/// Text on its way into a spreadsheet.
enum SheetText {
    /// Whether text of these bytes might be run as a formula by the program that opens it: `= + - @`
    /// and the tab and line ends that hide them, and `＝＋－＠`, which programs set to Chinese or
    /// Japanese may take for the same.
    static func isRisky(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: true
        case 0xEF: fullWidth.contains { text.starts(with: $0) }
        default: false
        }
    }

    /// Whether an apostrophe goes before the text in a file that knows no types. Text that has one
    /// already gets a second, so that a reader who takes one off finds what was written.
    static func takesApostrophe(_ text: some Collection<UInt8>) -> Bool {
        isRisky(text.drop { $0 == 0x27 })
    }

    private static let fullWidth = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}

extension SheetText {
    /// Text of which nothing looks like an XLSX's escape `_x000D_`; what does is escaped itself.
    static func escapedForXLSX(_ text: String) -> String {
        guard zip(text.utf8, text.utf8.dropFirst()).contains(where: { $0 == 0x5F && $1 == 0x78 })
        else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}

extension SheetText {
    /// Whether ODF keeps all white space of a text as it stands: one line, no tab, and nothing but
    /// single spaces between words.
    static func isSimple(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
            previous = byte
        }
        return previous != 0x20
    }
}

extension SheetText {
    /// How many lines a text takes in a column, a Chinese character being as wide as two digits.
    static func lines(of text: String, width: Int) -> Int {
        if text.utf8.count <= width, !text.utf8.contains(0x0A) { return 1 }
        var lines = 1
        var used = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines += 1
                used = 0
                continue
            }
            let size = scalar.value < 0x1100 ? 1 : 2
            if used + size > width {
                lines += 1
                used = 0
            }
            used += size
        }
        return lines
    }
}
