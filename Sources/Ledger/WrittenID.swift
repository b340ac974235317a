import Foundation
import Kernel
import Storage

/// An id of the ledger as its row has it, which nobody has proven yet.
///
/// What somebody put in the place of an id stands as hexadecimal digits, so that it is named like any
/// other change.
struct WrittenID: Hashable, Storable {
    /// As in `0199b3c2-7f00-7000-8000-0123456789ab`.
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var stored: StoredValue {
        UUID(hyphenated: text).map { .id($0) } ?? .blob([UInt8](hex: text) ?? [])
    }

    static func read(_ row: any ColumnSource, _ index: Int) throws -> WrittenID {
        guard let uuid = try? row.uuid(index) else {
            return WrittenID(try row.blob(index).hex)
        }
        return WrittenID(uuid.hyphenated)
    }
}
