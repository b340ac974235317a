import Kernel

/// A text without its spaces and line breaks, each character with the line it came from.
///
/// Plans are typeset: a title breaks across lines, and 「第 10 條」 has spaces in it.
struct CitedText {
    let characters: [Character]
    /// The line of each character, from 1 on.
    let lines: [Int]

    init(_ text: String) {
        var characters: [Character] = []
        var lines: [Int] = []
        var line = 1
        for character in text {
            if character.isNewline {
                line += 1
            } else if !character.isWhitespace, character != "\u{FEFF}" {
                characters.append(character)
                lines.append(line)
            }
        }
        self.characters = characters
        self.lines = lines
    }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    func has(_ word: [Character], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= characters.count else { return false }
        return characters[index..<index + word.count].elementsEqual(word)
    }

    /// The numeral at `index`, of no more digits than any article has, and where it ends.
    func numeral(at index: Int) -> (value: Int, end: Int)? {
        var end = index
        let last = min(characters.count, index + 12)
        while end < last, ChineseNumeral.isDigit(characters[end]) { end += 1 }
        return ChineseNumeral.value(String(characters[index..<end])).map { ($0, end) }
    }

    /// The article, annex or chapter that stands at `index`, and where it ends.
    func article(at index: Int, chapters: Bool) -> (article: Article, end: Int)? {
        if let found = plainArticle(at: index) { return found }
        if has(["附", "表"], at: index), let (number, end) = numeral(at: index + 2) {
            return (.annex(number), end)
        }
        guard chapters, let (number, end) = numeral(at: index), number > 0,
            has(["、"], at: end), characters[index].isFormalNumeral
        else { return nil }
        return (.chapter(number), titleEnd(after: end + 1))
    }

    private func plainArticle(at index: Int) -> (article: Article, end: Int)? {
        guard let (number, end) = ordinal(at: index, "條") else { return nil }
        var position = end
        var inserted: Int?
        if has(["之"], at: position), let (value, end) = numeral(at: position + 1) {
            inserted = value
            position = end
        }
        let paragraph = ordinal(at: position, "項")
        position = paragraph?.end ?? position
        let item = ordinal(at: position, "款")
        position = item?.end ?? position
        return (
            .article(
                number: number, inserted: inserted, paragraph: paragraph?.value,
                item: item?.value), position
        )
    }

    /// 「第…條」, and so for 項 and 款.
    private func ordinal(at index: Int, _ unit: Character) -> (value: Int, end: Int)? {
        guard has(["第"], at: index), let (value, end) = numeral(at: index + 1),
            has([unit], at: end)
        else { return nil }
        return (value, end + 1)
    }

    /// Where the title of a chapter ends: at 規定, 及, a mark of punctuation, or after 20 words.
    private func titleEnd(after index: Int) -> Int {
        var end = index
        while end < characters.count, end - index < 20, characters[end].isHan,
            !has(["規", "定"], at: end), !(characters[end] == "及" && follows(formalAt: end + 1))
        {
            end += 1
        }
        return end
    }

    private func follows(formalAt index: Int) -> Bool {
        guard let (_, end) = numeral(at: index) else { return false }
        return has(["、"], at: end)
    }
}

extension Character {
    fileprivate var isFormalNumeral: Bool { "壹貳參叁肆伍陸柒捌玖拾".contains(self) }

    var isHan: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return (0x4E00...0x9FFF).contains(scalar.value)
    }

    /// Marks that may stand between a title and its article.
    var isClosing: Bool { "」』》〉）)之\"”-－—".contains(self) }
    var isOpening: Bool { "「『《〈（(\"“".contains(self) }
}
