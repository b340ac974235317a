import Access
import Evidence
import Foundation
import Kernel

extension RegisterDesk {
    /// Adds files as evidence to a row of the caller's agency.
    ///
    /// - Throws: `EvidenceRefusal`; `RegisterRefusal.unknown` outside the caller's reach.
    package func attach(
        _ files: [NewFile], to uuid: UUID, effectiveOn day: Day?, note: String, by caller: Caller
    ) async throws {
        let contents = door.contents
        if caller.may(Row.register.edit) { for file in files { try contents.keep(file) } }
        try await changeEvidence(.addEvidence, of: uuid, by: caller) { change, record in
            try change.attach(
                files, to: record, effectiveOn: day, note: note, in: contents)
        }
    }

    /// The files of a row, the newest first.
    ///
    /// - Throws: `RegisterRefusal.unknown` outside the caller's reach.
    package func evidence(of uuid: UUID, by caller: Caller) async throws -> [EvidenceFile] {
        try await door.read(by: caller) { view in
            let _: Listed<Row> = try view.require(uuid)
            return try EvidenceFile.all(of: RecordID(kind: Row.kind, uuid: uuid), view)
        }
    }

    /// Takes a file back, or takes that back.
    package func withdraw(
        _ id: EvidenceID, of uuid: UUID, isWithdrawn: Bool = true, by caller: Caller
    ) async throws {
        let verb: Verb = isWithdrawn ? .withdrawEvidence : .restoreEvidence
        try await changeEvidence(verb, of: uuid, by: caller) { change, record in
            try change.withdraw(id, of: record, isWithdrawn: isWithdrawn)
        }
    }

    /// A file of a row with its bytes.
    ///
    /// - Throws: `RegisterRefusal.unknown` or `EvidenceRefusal.unknown` outside the caller's reach.
    package func open(
        _ id: EvidenceID, of uuid: UUID, by caller: Caller
    ) async throws -> (EvidenceFile, [UInt8]) {
        let contents = door.contents
        return try await door.read(by: caller) { view in
            let _: Listed<Row> = try view.require(uuid)
            let file = try EvidenceFile.find(id, of: RecordID(kind: Row.kind, uuid: uuid), view)
            return (file, try contents.bytes(of: file, view.session))
        }
    }

    private func changeEvidence(
        _ verb: Verb, of uuid: UUID, by caller: Caller,
        _ body: @escaping @Sendable (Change, RecordID) throws -> Void
    ) async throws {
        try await door.change(verb, in: caller.agency, needs: Row.register.edit, by: caller) {
            change in
            let _: Row = try change.own(uuid)
            try body(change, RecordID(kind: Row.kind, uuid: uuid))
        }
    }
}

extension Verb {
    package static let ofEvidence: [Verb] = [.addEvidence, .withdrawEvidence, .restoreEvidence]

    static let addEvidence = Verb("evidence.add", Term("加上佐證", en: "added evidence"))
    static let withdrawEvidence = Verb("evidence.withdraw", Term("撤回佐證", en: "withdrew evidence"))
    static let restoreEvidence = Verb("evidence.restore", Term("恢復佐證", en: "restored evidence"))
}
