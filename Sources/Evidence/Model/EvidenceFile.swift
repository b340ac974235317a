import Access
import Foundation
import Kernel
import Storage

/// What an `EvidenceID` names: one file tied to one record.
package enum EvidenceSubject {}
package typealias EvidenceID = ID<EvidenceSubject>

/// A file that proves something about one record. It is never removed: who takes it back leaves
/// the file and its line where they are.
package struct EvidenceFile: Hashable, Sendable {
    package let id: EvidenceID
    package let agencyID: AgencyID
    package let version: Int
    package let record: RecordID
    package let name: FileName
    package let kind: FileKind
    package let size: Int
    package let digest: Digest
    /// The day that the file speaks for, which is seldom the day it was added.
    package let effectiveOn: Day
    package let note: String?
    package let addedAt: Instant
    package let addedBy: String
    package var withdrawnAt: Instant?
}

extension FileKind: StoredAsText {}

extension EvidenceFile: Recorded, RowDecodable {
    package static let kind: RecordKind = "evidence"
    package static let table: SQLName = "evidence"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("recordKind", record.kind), Cell("recordID", record.uuid),
            Cell("name", name.text), Cell("kind", kind), Cell("size", size),
            Cell("digest", digest), Cell("effectiveOn", effectiveOn), Cell("note", note),
            Cell("addedAt", addedAt), Cell("addedBy", addedBy), Cell("withdrawnAt", withdrawnAt),
        ]
    }

    static let columns: SQL =
        """
        evidence.id, evidence.agencyID, evidence.version, evidence.recordKind,
        evidence.recordID, evidence.name, evidence.kind, evidence.size, evidence.digest,
        evidence.effectiveOn, evidence.note, evidence.addedAt, evidence.addedBy,
        evidence.withdrawnAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        record = RecordID(kind: try row.next(), uuid: try row.next())
        name = FileName(try row.next(String.self))
        kind = try row.next()
        size = try row.next()
        digest = try row.next()
        effectiveOn = try row.next()
        note = try row.next()
        addedAt = try row.next()
        addedBy = try row.next()
        withdrawnAt = try row.next()
    }

    /// The files of a record that the caller has been shown to see, the newest first.
    package static func all(of record: RecordID, _ view: View) throws -> [EvidenceFile] {
        try view.all(
            """
            SELECT \(columns) FROM evidence
            WHERE recordKind = \(record.kind) AND recordID = \(record.uuid)
            ORDER BY addedAt DESC, id DESC
            LIMIT 200
            """)
    }

    /// One file of such a record.
    ///
    /// - Throws: `EvidenceRefusal.unknown` for one of another record: no file is found by its id or
    ///   its content alone.
    package static func find(
        _ id: EvidenceID, of record: RecordID, _ view: View
    ) throws -> EvidenceFile {
        let found: EvidenceFile? = try view.first(
            """
            SELECT \(columns) FROM evidence
            WHERE id = \(id) AND recordKind = \(record.kind) AND recordID = \(record.uuid)
            """)
        guard let found else { throw EvidenceRefusal.unknown }
        return found
    }
}
