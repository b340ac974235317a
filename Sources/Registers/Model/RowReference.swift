import Foundation
import Kernel

/// The id of a row of another register, in a column that the programme settles.
extension UUID: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else { throw .empty }
        guard let uuid = UUID(hyphenated: text) else {
            throw .other(Term("「\(text)」不是資料的編號。", en: "“\(text)” is no id."))
        }
        self = uuid
    }

    package var typed: String { hyphenated }
    package var json: JSONScalar { .text(typed) }
    package static var input: FieldInput { .line }
}
