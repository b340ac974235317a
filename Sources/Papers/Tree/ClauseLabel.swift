/// A clause number found at the start of a line: its level, its ordinal and what follows it.
struct ClauseLabel: Equatable {
    let level: ClauseLevel
    let ordinal: Int
    let rest: Substring

    /// Reads 「壹、」「一、」「(一)」「1.」「(1)」「A.」 and their full-width forms; `nil` where the line
    /// begins with none.
    init?(_ line: Substring) {
        guard let first = line.first else { return nil }
        if let enclosed = Self.enclosedItems.firstIndex(of: first) {
            self.init(.item, enclosed + 1, line.dropFirst())
        } else if first == "(" || first == "（" {
            self.init(bracketed: line.dropFirst())
        } else {
            self.init(bare: line)
        }
    }

    private init(_ level: ClauseLevel, _ ordinal: Int, _ rest: Substring) {
        self.level = level
        self.ordinal = ordinal
        let text = rest.drop(while: \.isWhitespace)
        self.rest = text
    }

    private init?(bracketed line: Substring) {
        let inside = line.prefix(Self.longest)
        guard let end = inside.firstIndex(where: { $0 == ")" || $0 == "）" }) else { return nil }
        let word = inside[..<end].filter { !$0.isWhitespace }
        var rest = line[line.index(after: end)...]
        if rest.first == "、" { rest = rest.dropFirst() }
        if let number = Self.digits(word) {
            self.init(.subnumber, number, rest)
        } else if let number = ChineseNumeral.plain.number(word) {
            self.init(.item, number, rest)
        } else {
            return nil
        }
    }

    private init?(bare line: Substring) {
        let start = line.prefix(Self.longest)
        guard let end = start.firstIndex(where: { Self.stops.contains($0) }) else { return nil }
        let word = line[..<end].trimmingSpaces
        let stop = line[end]
        let rest = line[line.index(after: end)...]
        if let number = ChineseNumeral.formal.number(word), stop != "." {
            self.init(.chapter, number, rest)
        } else if let number = ChineseNumeral.plain.number(word), stop != "." {
            self.init(.section, number, rest)
        } else if let number = Self.digits(word), rest.first?.isNumber != true {
            self.init(.number, number, rest)
        } else if word.count == 1, let letter = word.first, let place = Self.place(of: letter) {
            self.init(.letter, place, rest)
        } else {
            return nil
        }
    }

    private static func digits(_ word: some StringProtocol) -> Int? {
        guard (1...3).contains(word.count) else { return nil }
        var number = 0
        for character in word {
            guard let digit = character.wholeNumberValue, (0...9).contains(digit),
                character.isASCII || ("０"..."９").contains(character)
            else { return nil }
            number = number * 10 + digit
        }
        return number > 0 ? number : nil
    }

    private static func place(of letter: Character) -> Int? {
        guard letter.unicodeScalars.count == 1, let value = letter.unicodeScalars.first?.value
        else { return nil }
        switch value {
        case 0x41...0x5A: return Int(value) - 0x40
        case 0xFF21...0xFF3A: return Int(value) - 0xFF20
        default: return nil
        }
    }

    /// Characters within which a label must end: 壹拾壹 and its stop, and some stray spaces.
    private static let longest = 7
    private static let stops: Set<Character> = ["、", ".", "．"]
    private static let enclosedItems = Array("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
}

extension Substring {
    /// Without white space at either end, ideographic spaces included.
    var trimmingSpaces: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
