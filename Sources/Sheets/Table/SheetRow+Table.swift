extension SheetRow {
    /// The cells that were written themselves and show something.
    var typed: LazyFilterSequence<[Cell]> {
        cells.lazy.filter { $0.origin != .merged && !$0.value.isBlank }
    }

    /// Whether a row could be a header: several short texts, none twice, no label before a blank.
    var hasHeaderShape: Bool {
        let typed = typed
        guard typed.count >= 2 else { return false }
        var seen: Set<String> = []
        return typed.allSatisfy { cell in
            guard case .text(let text) = cell.value, text.count <= 40 else { return false }
            let plain = text.comparable
            return !plain.contains(":") && !plain.contains(/^第?[0-9]+(頁|\/[0-9]+)/)
                && seen.insert(plain).inserted
        }
    }

    /// Whether `next` is the second line of this header: all text, and names only under merged ones.
    func isContinued(by next: SheetRow) -> Bool {
        let typed = next.typed
        guard next.number == number + 1, !typed.isEmpty else { return false }
        return typed.allSatisfy { cell in
            guard case .text = cell.value else { return false }
            return cells.contains { $0.column == cell.column && $0.origin == .merged }
                || cells.contains { $0.column == cell.column + 1 && $0.origin == .merged }
        }
    }

    /// Whether a row sums up others: 「合計」, and beside it nothing but numbers.
    ///
    /// - Parameter words: what its first cell says, for comparing.
    static func isTotal(_ words: String, _ typed: some Sequence<Cell>) -> Bool {
        guard begins(words, with: totals), words.count <= 16 else { return false }
        return typed.dropFirst().count { if case .text = $0.value { true } else { false } } <= 1
    }

    /// Whether a row is a remark, a place to sign or a line of print and not a record.
    static func isNote(_ words: String, _ typed: some Collection<Cell>) -> Bool {
        if typed.count == 1 { return begins(words, with: notes) }
        // A place to sign: nothing but labels.
        return words.hasSuffix(":")
            && typed.allSatisfy { cell in
                guard case .text(let text) = cell.value else { return false }
                return text.comparable.hasSuffix(":")
            }
    }

    private static func begins(_ text: String, with words: [String]) -> Bool {
        words.contains { text.utf8.starts(with: $0.utf8) }
    }

    private static let totals = [
        "合計", "總計", "小計", "共計", "總數", "總和", "累計", "subtotal", "total",
    ]
    private static let notes = [
        "註:", "註1", "註一", "附註", "備註", "說明:", "※", "*", "製表", "填表", "承辦", "審核", "單位主管",
        "機關首長", "核章", "列印", "第1頁", "以下空白",
    ]
}
