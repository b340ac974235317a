import Foundation
import Kernel
import Storage

/// What the ledger says a record looks like now: the last line about it.
///
/// Compared with the tables it shows a row that was changed past the Door.
package struct LastState: Sendable {
    package let record: UUID
    package let place: LinePlace
    /// `nil` when the record was removed.
    package let after: String?
}

extension LastState: RowDecodable {
    package init(_ row: inout RowReader) throws {
        record = try row.next()
        place = LinePlace(entry: try row.next(), ordinal: try row.next())
        after = try row.next()
    }

    /// The last state of every record of `kind`, removed ones too, in the order of their ids.
    ///
    /// - Parameter record: the last record of the page before.
    package static func page(
        of kind: RecordKind, after record: UUID? = nil, limit: Int = 1_000,
        in session: any Session
    ) throws -> [LastState] {
        let onward: SQL = if let record { "AND line.recordID > \(record)" } else { "" }
        return try session.all(
            """
            SELECT line.recordID, line.entryID, line.ordinal, line.after
            FROM entryLine AS line
            WHERE line.recordKind = \(kind) \(onward)
              AND NOT EXISTS (
                SELECT 1 FROM entryLine AS later
                WHERE later.recordKind = line.recordKind AND later.recordID = line.recordID
                  AND (later.entryID, later.ordinal) > (line.entryID, line.ordinal))
            ORDER BY line.recordID
            LIMIT \(limit)
            """)
    }
}
