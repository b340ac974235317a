import Kernel
import Sheets

/// The names of another register's rows, as a column of this one may write them.
package struct KnownNames: Sendable {
    /// What such a row is called: 「資通系統」.
    let one: Term
    private let names: [String: [String]]
    private let meaning: Meaning

    /// What is made of words that are no name.
    package enum Meaning: Sendable {
        /// They are kept as written.
        case words
        /// They mean the one whose name ends so, as 「教育局」 is 「臺北市政府教育局」; what means none or
        /// several is refused by the register itself, see `endings(with:)`.
        case ending
    }

    package init(_ one: Term, _ names: [String], meaning: Meaning = .words) {
        self.one = one
        self.names = Dictionary(grouping: names, by: \.comparable)
        self.meaning = meaning
    }

    /// The name as its register spells it, where exactly one is meant.
    func spelling(of words: String) -> String? {
        let meant = self.meant(by: words)
        return meant.count == 1 ? meant[0] : nil
    }

    /// Whether the words are the name of exactly one, so that there is nothing to say of them.
    func isName(_ words: String) -> Bool { names[words.comparable]?.count == 1 }

    /// What to say of words that are not the name of one.
    func note(_ words: String, _ heading: String, _ row: Int) -> ImportNote? {
        guard !isName(words) else { return nil }
        let place = "第 \(row) 列：\(heading)「\(words)」"
        switch (meaning, meant(by: words)) {
        case (.ending, let meant) where meant.count == 1:
            return ImportNote(
                row: row, kind: .recognised,
                message: Term(
                    "\(place)認作「\(meant[0])」",
                    en: "Row \(row): “\(words)” is taken as “\(meant[0])”."))
        case (.ending, _): return nil
        case (.words, let meant) where meant.isEmpty:
            return ImportNote(
                row: row, kind: .kept,
                message: Term(
                    "\(place)不在\(one.zh)清單裡，照原文留著",
                    en: "Row \(row): “\(words)” is not in the list; kept as written."))
        case (.words, let meant):
            return ImportNote(
                row: row, kind: .kept,
                message: Term(
                    "\(place)在\(one.zh)清單裡有 \(meant.count) 筆，照原文留著",
                    en: "Row \(row): \(meant.count) rows are called “\(words)”; kept as written."))
        }
    }

    private func meant(by words: String) -> [String] {
        if let named = names[words.comparable] { return named }
        return meaning == .ending ? names.values.joined().endings(with: words) : []
    }
}

extension Sequence<String> {
    /// Those that end with the words, however they are spelled, in order. A single character means
    /// nobody.
    package func endings(with words: String) -> [String] {
        let end = words.comparable
        guard end.count > 1 else { return [] }
        return filter { $0.comparable.hasSuffix(end) }.sorted()
    }
}
