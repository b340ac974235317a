import Foundation
import Kernel
import Storage

/// One thing that was done to one record, as its history page tells it.
package struct HistoryLine: Sendable {
    package let place: LinePlace
    package let at: Instant
    package let author: Author
    package let verb: String
    package let agency: AgencyID
    package let record: RecordID
    package let before: String?
    package let after: String?

    package var entry: EntryID { place.entry }
}

extension HistoryLine: RowDecodable {
    package init(_ row: inout RowReader) throws {
        place = LinePlace(entry: try row.next(), ordinal: try row.next())
        at = try row.next()
        author = try Author(&row)
        verb = try row.next()
        agency = try row.next()
        record = RecordID(kind: try row.next(), uuid: try row.next())
        before = try row.next()
        after = try row.next()
    }
}

/// Where a line stands in the ledger; pages of a history go on from it.
package struct LinePlace: Hashable, Sendable {
    package let entry: EntryID
    /// From 1 within the entry.
    package let ordinal: Int

    package init(entry: EntryID, ordinal: Int) {
        self.entry = entry
        self.ordinal = ordinal
    }
}

extension LinePlace: LosslessStringConvertible {
    /// Reads the id of the entry, a full stop and the number of the line.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let entry = EntryID(String(parts[0])),
            let ordinal = Int(parts[1]), ordinal > 0
        else { return nil }
        self.init(entry: entry, ordinal: ordinal)
    }

    package var description: String { "\(entry).\(ordinal)" }
}

/// One change as the list of an agency's latest changes shows it.
package struct HistoryEntry: Sendable {
    package let id: EntryID
    /// The agency's own number of the entry, from 1.
    package let ordinal: Int
    package let at: Instant
    package let author: Author
    package let verb: String
    package let lineCount: Int
    /// The first record that was written.
    package let record: RecordID
    /// What was written of it, as the ledger keeps it; `nil` where it was removed.
    package let after: String?
    /// How many records of its kind were written.
    package let records: Int
}

extension HistoryEntry: RowDecodable {
    package init(_ row: inout RowReader) throws {
        id = try row.next()
        ordinal = try row.next()
        at = try row.next()
        author = try Author(&row)
        verb = try row.next()
        lineCount = try row.next()
        record = RecordID(kind: try row.next(), uuid: try row.next())
        after = try row.next()
        records = try row.next()
    }
}
