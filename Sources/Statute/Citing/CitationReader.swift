import Kernel

/// Reads the citations in a Chinese text and tells where each stands now.
///
/// It knows the titles of all editions, their short forms and misprints, titles that the text
/// shortens itself (以下簡稱), 「本法」 by context, articles in both kinds of numerals, annexes, and
/// the chapters of the city's rules.
package struct CitationReader: Sendable {
    private let law: Law
    private let names: [Character: [Name]]

    private static let rules = Array("施行細則")

    /// A way to write an instrument.
    private struct Name: Sendable {
        let word: [Character]
        let id: String
    }

    /// What the reader has learned from the text so far.
    private struct Context {
        /// The instrument that a bare 「第…條」 in the same sentence belongs to.
        var last: String?
        /// The instruments named so far, for 「本辦法」.
        var named: [String] = []
        var lastAct: String?
        var nicknames: [Name] = []

        /// How many names a text may make of its own; the rest are not looked for.
        static let mostNicknames = 60
    }

    /// A mention before it is traced through the editions.
    struct Mention {
        let range: Range<Int>
        let name: String
        let instrument: String
        let article: Article?
    }

    package init(_ law: Law) {
        self.law = law
        var names: [Character: [Name]] = [:]
        var seen: Set<String> = []
        for instrument in law.instruments where instrument.id != "city-plan" {
            for word in [instrument.name.zh] + instrument.aliases
            where seen.insert(word).inserted {
                guard let first = word.first else { continue }
                names[first, default: []].append(Name(word: Array(word), id: instrument.id))
            }
        }
        for key in names.keys { names[key]?.sort { $0.word.count > $1.word.count } }
        self.names = names
    }

    /// Every citation of `text` in order, as it stands on `day`.
    ///
    /// Which edition the words meant is told by the day of writing: given, found in the text
    /// (中華民國…年…月), or that of the oldest edition in which all its titles existed.
    package func citations(
        in text: String, on day: Day, writtenOn: Day? = nil
    ) -> [FoundCitation] {
        let cited = CitedText(text)
        let mentions = mentions(in: cited)
        let tracer = CitationTracer(
            law: law, mentions: mentions, writtenOn: writtenOn ?? cited.dateOfWriting)
        return mentions.map { tracer.trace($0, in: cited, on: day) }
    }

    func mentions(in text: CitedText) -> [Mention] {
        var found: [Mention] = []
        var context = Context()
        var index = 0
        while index < text.characters.count {
            if let (name, end) = title(at: index, in: text, &context) {
                index = read(name, from: index, to: end, in: text, &context, into: &found)
            } else if let last = context.last,
                let (article, end) = text.article(at: index, chapters: false)
            {
                found.append(mention(index..<end, "", last, article))
                index = end
            } else {
                if text.characters[index] == "。" || text.has(Self.rules, at: index) {
                    context.last = nil
                }
                index += 1
            }
        }
        return found
    }

    /// A title and what is cited of it: one place, several, or the whole.
    private func read(
        _ name: Name, from start: Int, to end: Int, in text: CitedText,
        _ context: inout Context, into found: inout [Mention]
    ) -> Int {
        context.last = name.id
        context.named.removeAll { $0 == name.id }
        context.named.append(name.id)
        if law.isAct(name.id) { context.lastAct = name.id }
        let end = learnNickname(of: name, after: end, in: text, &context) ?? end
        let isCity = name.id.hasPrefix("city")
        var position = text.skippingClosing(from: end)
        guard let first = text.article(at: position, chapters: isCity) else {
            let titleEnd = start + name.word.count
            found.append(mention(start..<titleEnd, String(name.word), name.id, nil))
            return end
        }
        found.append(mention(start..<first.end, String(name.word), name.id, first.article))
        position = first.end
        while let next = text.articleContinuing(at: position, chapters: isCity) {
            found.append(mention(next.start..<next.end, "", name.id, next.article))
            position = next.end
        }
        return position
    }

    private func mention(
        _ range: Range<Int>, _ name: String, _ id: String, _ article: Article?
    ) -> Mention {
        Mention(range: range, name: name, instrument: id, article: article)
    }

    private func title(
        at index: Int, in text: CitedText, _ context: inout Context
    ) -> (name: Name, end: Int)? {
        for name in context.nicknames where text.has(name.word, at: index) {
            return (name, index + name.word.count)
        }
        for name in names[text.characters[index]] ?? []
        where text.has(name.word, at: index) && !isPartOfWord(name, at: index, in: text)
            && !text.has(["遵"], at: index + name.word.count)
            && !isAnotherActs(name, context)
        {
            return (name, index + name.word.count)
        }
        return pronoun(at: index, in: text, context)
    }

    /// A short form inside a longer title that is not ours is somebody else's.
    private func isPartOfWord(_ name: Name, at index: Int, in text: CitedText) -> Bool {
        guard name.word.count < 7, index > 0 else { return false }
        let before = text.characters[index - 1]
        return before.isHan && !"依據按照及其與和或之於在為、：本該同應由以用對".contains(before)
    }

    /// 「其施行細則」 after another act is that act's.
    private func isAnotherActs(_ name: Name, _ context: Context) -> Bool {
        name.word == Self.rules && context.lastAct.map { $0 != "act" } ?? false
    }

    /// 「本法」, 「同法」, 「該辦法」: the last act, or the last instrument of that kind.
    private func pronoun(
        at index: Int, in text: CitedText, _ context: Context
    ) -> (name: Name, end: Int)? {
        guard "本同該".contains(text.characters[index]),
            index == 0 || !"日基根".contains(text.characters[index - 1])
        else { return nil }
        if text.has(["法"], at: index + 1) {
            let word = Array(text.characters[index..<index + 2])
            return (Name(word: word, id: context.lastAct ?? "act"), index + 2)
        }
        for kind in ["辦法", "細則", "規範", "規定"] where text.has(Array(kind), at: index + 1) {
            guard let last = context.named.last(where: { law.isCalled($0, kind) }) else {
                continue
            }
            let end = index + 1 + kind.count
            return (Name(word: Array(text.characters[index..<end]), id: last), end)
        }
        return nil
    }

    /// 「（以下簡稱本規範）」 after a title makes a name of its own.
    private func learnNickname(
        of name: Name, after end: Int, in text: CitedText, _ context: inout Context
    ) -> Int? {
        let position = text.skippingClosing(from: end)
        guard position < text.characters.count else { return nil }
        let opened = text.characters[position].isOpening ? position + 1 : position
        guard text.has(["以", "下", "簡", "稱"], at: opened) else { return nil }
        var word: [Character] = []
        for character in text.characters[(opened + 4)...].prefix(14) {
            if character.isOpening { continue }
            guard character.isHan else { break }
            word.append(character)
        }
        guard (2...12).contains(word.count) else { return nil }
        if context.nicknames.count < Context.mostNicknames {
            context.nicknames.removeAll { $0.word == word }
            context.nicknames.append(Name(word: word, id: name.id))
        }
        return text.end(of: word, from: opened + 4)
    }
}

extension Law {
    fileprivate func isAct(_ id: String) -> Bool {
        isCalled(id, "法") && !isCalled(id, "辦法")
    }

    fileprivate func isCalled(_ id: String, _ kind: String) -> Bool {
        instruments.contains { $0.id == id && $0.name.zh.hasSuffix(kind) }
    }
}

extension CitedText {
    func skippingClosing(from index: Int) -> Int {
        var position = index
        while position < characters.count, position - index < 3, characters[position].isClosing {
            position += 1
        }
        return position
    }

    /// Where `word` ends that stands at or soon after `index`; `index` where it does not.
    func end(of word: [Character], from index: Int) -> Int {
        (index..<index + 16).first { has(word, at: $0) }.map { $0 + word.count } ?? index
    }

    /// A further place of the same instrument, after 「、」, 「及」, 「或」, 「至」 or the annex's title.
    func articleContinuing(
        at index: Int, chapters: Bool
    ) -> (start: Int, article: Article, end: Int)? {
        var position = annexTitleEnd(at: index)
        let joined = position
        while position < characters.count, position - joined < 3,
            "、及或至與和，".contains(characters[position])
        {
            position += 1
        }
        guard position > joined, let found = article(at: position, chapters: chapters) else {
            return nil
        }
        return (position, found.article, found.end)
    }

    /// An annex is often followed by its title in brackets.
    private func annexTitleEnd(at index: Int) -> Int {
        guard index < characters.count, characters[index] == "「",
            let close = characters[index...].prefix(30).firstIndex(of: "」")
        else { return index }
        return close + 1
    }

    /// The first date in the head of the text, in the years of the Republic.
    var dateOfWriting: Day? {
        let head = min(characters.count, 400)
        for index in 0..<head where has(["民", "國"], at: index) {
            guard let (year, end) = numeral(at: index + 2), has(["年"], at: end),
                let gregorian = ROCYear(year)?.gregorian
            else { continue }
            let month = numeral(at: end + 1).flatMap { has(["月"], at: $0.end) ? $0.value : nil }
            return Day(year: gregorian, month: month ?? 12, day: 1)
        }
        return nil
    }
}
