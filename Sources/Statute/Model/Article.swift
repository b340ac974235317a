import Kernel

/// A place inside an instrument: an article with its paragraph and item, an annex, or a chapter.
package enum Article: Hashable, Sendable {
    /// 第 `number` 條之 `inserted` 第 `paragraph` 項第 `item` 款.
    case article(number: Int, inserted: Int? = nil, paragraph: Int? = nil, item: Int? = nil)
    /// 附表.
    case annex(Int)
    /// A chapter by its formal numeral, as in 「貳」.
    case chapter(Int)

    /// The place without its paragraph and item.
    package var whole: Article {
        guard case .article(let number, let inserted, _, _) = self else { return self }
        return .article(number: number, inserted: inserted)
    }

    /// As people cite it: 「第6條第1項」, 「附表九」, 「貳」.
    package var zh: String {
        switch self {
        case .article(let number, let inserted, let paragraph, let item):
            "第\(number)條" + (inserted.map { "之\($0)" } ?? "")
                + (paragraph.map { "第\($0)項" } ?? "") + (item.map { "第\($0)款" } ?? "")
        case .annex(let number): "附表" + ChineseNumeral.plain(number)
        case .chapter(let number): ChineseNumeral.formal(number)
        }
    }

    package var en: String {
        switch self {
        case .article(let number, let inserted, let paragraph, let item):
            "art. \(number)" + (inserted.map { "-\($0)" } ?? "")
                + (paragraph.map { "(\($0))" } ?? "") + (item.map { " item \($0)" } ?? "")
        case .annex(let number): "annex \(number)"
        case .chapter(let number): "chapter \(number)"
        }
    }
}

extension Article: LosslessStringConvertible {
    /// Reads what the law's files write: `6`, `6-1`, `6(1)`, `6(1).4`, `附表九`, `章貳`.
    package init?(_ text: String) {
        if let rest = text.after("附表"), let number = ChineseNumeral.value(rest) {
            self = .annex(number)
            return
        }
        if let rest = text.after("章"), let number = ChineseNumeral.value(rest) {
            self = .chapter(number)
            return
        }
        var rest = Substring(text)
        guard let number = rest.takeNumber() else { return nil }
        var inserted: Int?
        var paragraph: Int?
        var item: Int?
        if rest.take("-") {
            guard let value = rest.takeNumber() else { return nil }
            inserted = value
        }
        if rest.take("(") {
            guard let value = rest.takeNumber(), rest.take(")") else { return nil }
            paragraph = value
        }
        if rest.take(".") {
            guard let value = rest.takeNumber() else { return nil }
            item = value
        }
        guard rest.isEmpty else { return nil }
        self = .article(number: number, inserted: inserted, paragraph: paragraph, item: item)
    }

    package var description: String { zh }
}

extension String {
    fileprivate func after(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}

extension Substring {
    fileprivate mutating func take(_ character: Character) -> Bool {
        guard first == character else { return false }
        removeFirst()
        return true
    }

    fileprivate mutating func takeNumber() -> Int? {
        let digits = prefix { ("0"..."9").contains($0) }
        guard digits.count < 5, let number = Int(digits) else { return nil }
        removeFirst(digits.count)
        return number
    }
}
