/// A piece of running text in a paper: words as written, or words that the programme fills in.
///
/// What is filled in stays marked in the tree, so that a reader can ask where a figure comes from
/// and a comparison does not take a changed figure for a reworded clause.
package enum Inline: Hashable, Sendable {
    case text(String)
    /// A place that differs by organisation or day, such as the agency's name or a count. It has
    /// no value until the paper is made for somebody.
    case field(FieldName, value: String?)
    /// A mention of another clause or annex by its id; it prints the number that stands there now.
    case reference(ClauseID)
}

/// What a field of a paper stands for, as the template writes it: `機關名稱`.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }
}

extension FieldName: Comparable {
    package static func < (a: FieldName, b: FieldName) -> Bool { a.text < b.text }
}

extension [Inline] {
    /// The words alone; an empty field reads 「〔機關名稱〕」 and a reference its id.
    package var plainText: String {
        map { inline in
            switch inline {
            case .text(let text): text
            case .field(let name, let value): value ?? "〔\(name)〕"
            case .reference(let id): id.text
            }
        }.joined()
    }
}
