import Foundation

/// A password as somebody typed it, in the one form in which it is compared (Unicode NFKC).
///
/// It is never stored or printed.
package struct Password: Sendable {
    let text: String

    package init(_ typed: String) {
        text = typed.precomposedStringWithCompatibilityMapping
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// How many characters the rule counts: code points.
    var length: Int { text.unicodeScalars.count }
}

extension Password: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
