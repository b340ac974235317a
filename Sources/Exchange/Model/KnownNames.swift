import Kernel
import Sheets

/// The names of another register's rows, as a column of this one may write them.
package struct KnownNames: Sendable {
    /// What such a row is called: 「資通系統」.
    let one: Term
    private let names: [String: [String]]

    package init(_ one: Term, _ names: [String]) {
        self.one = one
        self.names = Dictionary(grouping: names, by: \.comparable)
    }

    /// The name as its register spells it, where exactly one is meant.
    func spelling(of words: String) -> String? {
        let meant = names[words.comparable] ?? []
        return meant.count == 1 ? meant[0] : nil
    }

    /// What to say of words that name none or several; they are kept as written.
    func note(_ words: String, _ heading: String, _ row: Int) -> ImportNote? {
        switch names[words.comparable]?.count ?? 0 {
        case 1: nil
        case 0:
            ImportNote(
                row: row,
                message: Term(
                    "第 \(row) 列：\(heading)「\(words)」不在\(one.zh)清單裡，照原文留著",
                    en: "Row \(row): “\(words)” is not in the list; kept as written."))
        case let count:
            ImportNote(
                row: row,
                message: Term(
                    "第 \(row) 列：\(heading)「\(words)」在\(one.zh)清單裡有 \(count) 筆，照原文留著",
                    en: "Row \(row): \(count) rows are called “\(words)”; kept as written."))
        }
    }
}
