import Kernel

/// One change of a record, as its history tells it.
package struct RowEvent: Hashable, Sendable {
    package let at: Instant
    package let author: String
    /// What was done: 「新增」, 「修改」, 「移到回收區」.
    package let verb: Term
    package let changes: [FieldChange]
}

/// One field before and after; an empty term is nothing.
package struct FieldChange: Hashable, Sendable {
    /// What programs call the field.
    package let name: String
    package let term: Term
    package let before: Term
    package let after: Term

    package init(_ name: String, _ term: Term, before: Term, after: Term) {
        self.name = name
        self.term = term
        self.before = before
        self.after = after
    }

    /// As in 「把『最大可容忍中斷時間』由 24 改為 8」.
    package var sentence: Term {
        switch (before.zh.isEmpty, after.zh.isEmpty) {
        case (true, _):
            Term("「\(term.zh)」填為\(after.zh)", en: "set \(term.en) to \(after.en)")
        case (_, true):
            Term("清空「\(term.zh)」（原為\(before.zh)）", en: "cleared \(term.en) (\(before.en))")
        case (false, false):
            Term(
                "把「\(term.zh)」由\(before.zh)改為\(after.zh)",
                en: "changed \(term.en) from \(before.en) to \(after.en)")
        }
    }
}

extension Columns {
    /// Which fields differ between two states that the ledger keeps as JSON.
    ///
    /// A row that is new has no differences. A state that cannot be read counts as empty, so that a
    /// damaged line still shows its author.
    package func changes(from before: String?, to after: String?) -> [FieldChange] {
        guard before != nil else { return [] }
        let old = [String: JSONScalar](membersOf: before)
        let new = [String: JSONScalar](membersOf: after)
        return all.filter { $0.traits.group != .unseen }.compactMap { column in
            let name = column.name.text
            let was = old[name] ?? .null
            let now = new[name] ?? .null
            guard was != now else { return nil }
            return FieldChange(
                name, column.term, before: column.words(was), after: column.words(now))
        }
    }
}

extension Column {
    /// A value of the ledger as it is read; yes and no are kept there as 1 and 0.
    fileprivate func words(_ value: JSONScalar) -> Term {
        value == .null ? Term("", en: "") : word(value.typed)
    }
}
