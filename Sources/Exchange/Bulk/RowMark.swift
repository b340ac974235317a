import Kernel
import Registers
import Storage

extension Columns {
    /// What a row goes by: its name or, without one, its first field that says something.
    func name(of row: Row) -> Term {
        let named = self["name"] ?? all.first { !$0.typed(row).isEmpty }
        return named?.shown(row) ?? Term("", en: "")
    }

    /// What tells a row from others of its name, as 「財產編號 3140101」: the columns by which an
    /// import knows it again or, where those are blank, the next ones; `nil` where its name is all.
    func mark(of row: Row) -> Term? {
        mark(of: row, in: identity) ?? mark(of: row, in: otherwise)
    }

    private func mark(of row: Row, in names: [SQLName]) -> Term? {
        let facts = names.compactMap { name -> Term? in
            guard let column = self[name.text] else { return nil }
            let shown = column.shown(row)
            guard !shown.zh.isEmpty, shown.zh != self.name(of: row).zh else { return nil }
            return Term(
                "\(column.term.zh) \(shown.zh)", en: "\(column.term.en) \(shown.en)")
        }
        guard !facts.isEmpty else { return nil }
        return Term(
            facts.map(\.zh).joined(separator: "、"), en: facts.map(\.en).joined(separator: ", "))
    }
}
