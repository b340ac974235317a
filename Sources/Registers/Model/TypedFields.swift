import Foundation
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

extension String {
    /// The text without white space around it; most have none, and stay as they are.
    fileprivate var trimmed: String {
        func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { $0.properties.isWhitespace || $0 == "\u{200B}" } ?? false
        }
        guard isSpace(unicodeScalars.first) || isSpace(unicodeScalars.last) else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
