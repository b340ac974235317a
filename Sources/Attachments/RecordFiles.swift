import Access
import Evidence
import Foundation
import Kernel
import Storage

/// The files of one kind of record: who sees the record opens them, who edits it adds and takes back.
package struct RecordFiles: Sendable {
    let door: Door
    private let kind: RecordKind
    private let edit: Permission
    private let reachesDown: Bool
    private let agency: @Sendable (UUID, View) throws -> AgencyID
    private let losesLast: @Sendable (UUID, View) throws -> Void

    /// - Parameters:
    ///   - reachesDown: whether a superior adds files to records of agencies below.
    ///   - losesLast: asked when the last file that stands is taken back; throws where the record
    ///     must keep one.
    ///   - agency: whose the record is; throws where it is not the caller's to see.
    package init(
        of kind: RecordKind, door: Door, edit: Permission, reachesDown: Bool = false,
        losesLast: @escaping @Sendable (UUID, View) throws -> Void = { _, _ in },
        agency: @escaping @Sendable (UUID, View) throws -> AgencyID
    ) {
        self.kind = kind
        self.door = door
        self.edit = edit
        self.reachesDown = reachesDown
        self.agency = agency
        self.losesLast = losesLast
    }

    /// How files name the record.
    package func record(_ uuid: UUID) -> RecordID { RecordID(kind: kind, uuid: uuid) }

    /// Lays the bytes of files by, so that they are on the disk before a change names them.
    package func keep(_ files: [NewFile], by caller: Caller) throws {
        guard caller.may(edit) else { return }
        let contents = door.contents
        for file in files { try contents.keep(file) }
    }

    /// Adds files as evidence.
    ///
    /// - Throws: `EvidenceRefusal`; what `agency` throws outside the caller's reach.
    package func attach(
        _ files: [NewFile], to uuid: UUID, effectiveOn day: Day?, note: String, by caller: Caller
    ) async throws {
        try keep(files, by: caller)
        let contents = door.contents
        try await change(.addEvidence, of: uuid, by: caller) { change, record in
            try change.attach(files, to: record, effectiveOn: day, note: note, in: contents)
        }
    }

    /// The files of a record, the newest first.
    package func all(of uuid: UUID, by caller: Caller) async throws -> [EvidenceFile] {
        try await door.read(by: caller) { view in
            _ = try agency(uuid, view)
            return try EvidenceFile.all(of: record(uuid), view)
        }
    }

    /// Takes a file back, or takes that back.
    ///
    /// - Throws: what `losesLast` throws where the record must keep one.
    package func withdraw(
        _ id: EvidenceID, of uuid: UUID, isWithdrawn: Bool = true, by caller: Caller
    ) async throws {
        let verb: Verb = isWithdrawn ? .withdrawEvidence : .restoreEvidence
        try await change(verb, of: uuid, by: caller) { change, record in
            try change.withdraw(id, of: record, isWithdrawn: isWithdrawn)
            guard isWithdrawn else { return }
            let files = try EvidenceFile.all(of: record, change.view)
            if files.allSatisfy({ $0.withdrawnAt != nil }) { try losesLast(uuid, change.view) }
        }
    }

    /// A file of a record with its bytes.
    ///
    /// - Throws: `EvidenceRefusal.unknown` for a file of another record.
    package func open(
        _ id: EvidenceID, of uuid: UUID, by caller: Caller
    ) async throws -> (EvidenceFile, [UInt8]) {
        let contents = door.contents
        return try await door.read(by: caller) { view in
            _ = try agency(uuid, view)
            let file = try EvidenceFile.find(id, of: record(uuid), view)
            return (file, try contents.bytes(of: file, view.session))
        }
    }

    private func change(
        _ verb: Verb, of uuid: UUID, by caller: Caller,
        _ body: @escaping @Sendable (Change, RecordID) throws -> Void
    ) async throws {
        let owner = try await door.read(by: caller) { view in try agency(uuid, view) }
        guard reachesDown || owner == caller.agency else {
            throw EvidenceRefusal.ofAnotherAgency
        }
        try await door.change(verb, in: owner, needs: edit, by: caller) { change in
            try body(change, record(uuid))
        }
    }
}

extension Verb {
    package static let ofEvidence: [Verb] = [.addEvidence, .withdrawEvidence, .restoreEvidence]

    static let addEvidence = Verb("evidence.add", Term("加上佐證", en: "added evidence"))
    static let withdrawEvidence = Verb("evidence.withdraw", Term("撤回佐證", en: "withdrew evidence"))
    static let restoreEvidence = Verb("evidence.restore", Term("恢復佐證", en: "restored evidence"))
}
