import Kernel
import Storage

/// What is measured: one duty of the law by its stable id, as in `act.ciso` or `level.grading`.
package struct MeasureID: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral text: String) {
        self.text = text
    }

    package init(_ text: String) {
        self.text = text
    }
}

extension MeasureID: LosslessStringConvertible, StoredAsText, Comparable {
    package var description: String { text }

    package static func < (one: MeasureID, other: MeasureID) -> Bool { one.text < other.text }
}
