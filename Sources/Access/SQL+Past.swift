import Foundation
import Kernel
import Storage

extension SQL {
    /// The records of a table, called `item`, for which `condition` holds, each with the text that
    /// the ledger had of it at the end of `day`: columns `id` and `kept`, which is `NULL` where there
    /// was none. One seek in the ledger a record.
    package static func past<Record: Recorded>(
        _ type: Record.Type, at day: Day, where condition: SQL
    ) -> SQL {
        let bound = UUID(leastOfVersion7At: Instant(startOf: day.adding(days: 1)))
        return """
            SELECT item.id, (
              SELECT line.after FROM entryLine AS line
              WHERE line.recordKind = \(type.kind) AND line.recordID = item.id
                AND line.entryID < \(bound)
              ORDER BY line.entryID DESC, line.ordinal DESC LIMIT 1) AS kept
            FROM \(type.table) AS item
            WHERE item.id < \(bound) AND \(condition)
            """
    }
}
