import Foundation
import Kernel

/// The id of a row in an address.
package struct RowNumber: LosslessStringConvertible, Sendable {
    package let uuid: UUID

    package init?(_ text: String) {
        guard text.utf8.count == 36, let uuid = UUID(hyphenated: text) else { return nil }
        self.uuid = uuid
    }

    package var description: String { uuid.hyphenated }
}
