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
}
