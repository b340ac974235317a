import Access
import Foundation
import Kernel
import Storage

extension EvidenceFile {
    /// The files of several records of one kind that the caller has been shown to see, by record,
    /// the newest first: one question however many records.
    package static func all(
        of records: [UUID], kind: RecordKind, _ view: View
    ) throws -> [UUID: [EvidenceFile]] {
        guard !records.isEmpty else { return [:] }
        let files: [EvidenceFile] = try view.all(
            """
            SELECT \(columns) FROM evidence
            WHERE recordKind = \(kind) AND recordID IN \(list: records)
            ORDER BY addedAt DESC, id DESC
            LIMIT 500
            """)
        return Dictionary(grouping: files, by: \.record.uuid)
    }
}
