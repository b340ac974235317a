import Access
import Kernel

extension Change {
    /// Ties files to a record of this change's agency. Their bytes are in `contents` already where
    /// that is a folder.
    package func attach(
        _ files: [NewFile], to record: RecordID, effectiveOn day: Day?, note: String,
        in contents: ContentStore
    ) throws {
        guard !files.isEmpty else { throw EvidenceRefusal.noFile }
        guard note.count <= 200 else { throw EvidenceRefusal.noteLength }
        for file in files {
            try contents.insert(file, view.session)
            try insert(
                EvidenceFile(
                    id: EvidenceID(at: now), agencyID: agency, version: 1, record: record,
                    name: file.name, kind: file.kind, size: file.size, digest: file.digest,
                    effectiveOn: day ?? now.day, note: note.isEmpty ? nil : note, addedAt: now,
                    addedBy: caller.name))
        }
    }

    /// Takes a file back, or takes that back. The file stays.
    package func withdraw(
        _ id: EvidenceID, of record: RecordID, isWithdrawn: Bool
    ) throws {
        let old = try EvidenceFile.find(id, of: record, view)
        guard old.agencyID == agency else { throw EvidenceRefusal.unknown }
        var new = old
        new.withdrawnAt = isWithdrawn ? old.withdrawnAt ?? now : nil
        try update(new, from: old)
    }
}
