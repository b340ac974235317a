import Kernel
import Storage

/// A mark that a row bears or does not bear; where nothing is said it does not.
package struct Mark: Hashable, Sendable {
    package let isSet: Bool

    package init(_ isSet: Bool) {
        self.isSet = isSet
    }
}

extension Mark: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        isSet = text.isEmpty ? false : try Bool(typed: text)
    }

    package var typed: String { isSet.typed }
    package var shown: Term { isSet.shown }
    package var json: JSONScalar { isSet.json }
    package static var input: FieldInput { .yesOrNo }
    package static var allowsNothing: Bool { true }
}

extension Mark: Storable {
    package var stored: StoredValue { isSet.stored }
    package static func read(_ row: any ColumnSource, _ index: Int) throws -> Mark {
        Mark(try Bool.read(row, index))
    }
}
