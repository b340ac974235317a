import Access
import Evidence
import Kernel

extension DutyDesk {
    /// Adds files as evidence to a declaration of the caller's own agency.
    ///
    /// - Throws: `EvidenceRefusal`; `DutyRefusal.unknown` outside the caller's reach.
    package func attach(
        _ files: [NewFile], to id: DeclarationID, effectiveOn day: Day?, note: String,
        by caller: Caller
    ) async throws -> DutyDeclaration {
        let contents = door.contents
        if caller.may(.declareDuties) { for file in files { try contents.keep(file) } }
        return try await changeEvidence(.addDutyEvidence, of: id, by: caller) { change, declared in
            try change.attach(
                files, to: declared.record, effectiveOn: day ?? declared.doneOn, note: note,
                in: contents)
        }
    }

    /// Takes a file of a declaration back, or takes that back. The file stays.
    package func withdraw(
        _ file: EvidenceID, of id: DeclarationID, isWithdrawn: Bool, by caller: Caller
    ) async throws -> DutyDeclaration {
        let verb: Verb = isWithdrawn ? .withdrawDutyEvidence : .restoreDutyEvidence
        return try await changeEvidence(verb, of: id, by: caller) { change, declared in
            try change.withdraw(file, of: declared.record, isWithdrawn: isWithdrawn)
        }
    }

    /// A file of a declaration with its bytes.
    ///
    /// - Throws: `DutyRefusal.unknown` or `EvidenceRefusal.unknown` outside the caller's reach.
    package func open(
        _ file: EvidenceID, of id: DeclarationID, by caller: Caller
    ) async throws -> (EvidenceFile, [UInt8]) {
        let contents = door.contents
        return try await door.read(by: caller) { view in
            let declared = try DutyDeclaration.find(id, view)
            let file = try EvidenceFile.find(file, of: declared.record, view)
            return (file, try contents.bytes(of: file, view.session))
        }
    }

    private func changeEvidence(
        _ verb: Verb, of id: DeclarationID, by caller: Caller,
        _ body: @escaping @Sendable (Change, DutyDeclaration) throws -> Void
    ) async throws -> DutyDeclaration {
        let agency = try await door.read(by: caller) { try DutyDeclaration.find(id, $0).agencyID }
        return try await door.change(verb, in: agency, needs: .declareDuties, by: caller) {
            change in
            let declared = try DutyDeclaration.find(id, change.view)
            try body(change, declared)
            return declared
        }
    }
}

extension DutyDeclaration {
    /// How its files name it.
    package var record: RecordID { RecordID(kind: Self.kind, uuid: recordID) }
}

extension Verb {
    static let addDutyEvidence = Verb(
        "dutyEvidence.add", Term("加上聲明的佐證", en: "added evidence of a declaration"))
    static let withdrawDutyEvidence = Verb(
        "dutyEvidence.withdraw", Term("撤回聲明的佐證", en: "withdrew evidence of a declaration"))
    static let restoreDutyEvidence = Verb(
        "dutyEvidence.restore", Term("恢復聲明的佐證", en: "restored evidence of a declaration"))
}
