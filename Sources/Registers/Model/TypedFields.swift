import Kernel
import Storage

/// What somebody typed into the fields of a form, by the names of the columns.
package struct TypedFields: Hashable, Sendable {
    /// White space around the words is gone.
    package let words: [String: String]

    package init(_ words: [String: String]) {
        self.words = words.mapValues(\.trimmed)
    }

    package subscript(_ name: SQLName) -> String { words[name.text] ?? "" }
}
