import Access
import Evidence
import Kernel
import Statute

/// What a `DeclarationID` names: one signed word about a duty.
package typealias DeclarationID = ID<DutyDeclaration>
/// What a `WaiverID` names: one waiver of a duty.
package typealias WaiverID = ID<DutyWaiver>

extension DutyDesk {
    /// Signs that `duty` was done, in the caller's own agency. A newer word on the same period
    /// takes the place of the one before.
    ///
    /// - Throws: `DutyRefusal.provenByRegister` where a register proves the duty; `.notOwed`
    ///   where the agency does not owe it in that year; those of `DutyDeclaration`.
    package func declare(
        _ duty: MeasureID, doneOn: Day, in year: ROCYear, words: String,
        showing files: [NewFile] = [], by caller: Caller
    ) async throws -> DeclarationID {
        let contents = door.contents
        if caller.may(.declareDuties) { for file in files { try contents.keep(file) } }
        return try await door.change(
            .declareDuty, in: caller.agency, needs: .declareDuties, by: caller
        ) {
            change in
            let claim = try claim(on: duty, in: year, for: doneOn, change)
            guard standings.judge.proof(of: duty) == nil else {
                throw DutyRefusal.provenByRegister
            }
            let declaration = try DutyDeclaration(
                of: duty, doneOn: doneOn, in: claim.period, words: words, by: caller,
                at: change.now)
            for earlier in try DutyDeclaration.all(of: duty, by: caller.agency, change.view)
            where earlier.state == .standing && claim.period.contains(earlier.countsOn) {
                try change.update(
                    earlier.ended(as: .superseded, at: change.now, because: nil), from: earlier)
            }
            try change.insert(declaration)
            if !files.isEmpty {
                try change.attach(
                    files, to: RecordID(kind: DutyDeclaration.kind, uuid: declaration.recordID),
                    effectiveOn: doneOn, note: "", in: contents)
            }
            return DeclarationID(declaration.recordID)
        }
    }

    /// Takes a declaration back (抽回).
    ///
    /// - Throws: `DutyRefusal.unknown` outside the caller's reach, `.ended` when it stands no more.
    package func withdraw(
        _ id: DeclarationID, because reason: String, by caller: Caller
    ) async throws -> DutyDeclaration {
        let agency = try await door.read(by: caller) { try DutyDeclaration.find(id, $0).agencyID }
        return try await door.change(
            .withdrawDeclaration, in: agency, needs: .declareDuties, by: caller
        ) { change in
            let old = try DutyDeclaration.find(id, change.view)
            guard old.state == .standing else { throw DutyRefusal.ended }
            let words = String(reason.prefix(1_000))
            let new = old.ended(
                as: .withdrawn, at: change.now, because: words.isEmpty ? nil : words)
            try change.update(new, from: old)
            return new
        }
    }

    /// Records that `duty` is waived, with the consent that was given
    /// (資通安全責任等級分級辦法 §11).
    ///
    /// - Throws: `DutyRefusal.unknown` for a duty that the law does not know; those of `DutyWaiver`.
    package func waive(
        _ duty: MeasureID, because reason: String, consentBy: String, document: String,
        from: Day, until: Day?, by caller: Caller
    ) async throws -> WaiverID {
        try await door.change(.waiveDuty, in: caller.agency, needs: .waiveDuties, by: caller) {
            change in
            _ = try standings.judge.shelf.law.duty(duty, on: change.now.day)
            let waiver = try DutyWaiver(
                of: duty, because: reason, consentBy: consentBy, document: document, from: from,
                until: until, by: caller, at: change.now)
            try change.insert(waiver)
            return WaiverID(waiver.recordID)
        }
    }

    /// Takes a waiver back, as when the consent was withdrawn.
    ///
    /// - Throws: `DutyRefusal.unknown` outside the caller's reach, `.ended` when it was withdrawn.
    package func withdraw(_ id: WaiverID, by caller: Caller) async throws -> DutyWaiver {
        let agency = try await door.read(by: caller) { try DutyWaiver.find(id, $0).agencyID }
        return try await door.change(
            .withdrawWaiver, in: agency, needs: .waiveDuties, by: caller
        ) { change in
            let old = try DutyWaiver.find(id, change.view)
            guard old.withdrawnAt == nil else { throw DutyRefusal.ended }
            let new = old.withdrawn(at: change.now)
            try change.update(new, from: old)
            return new
        }
    }

    /// The period of the duty that `day` falls in, or else the one of the year that is current.
    private func claim(
        on duty: MeasureID, in year: ROCYear, for day: Day, _ change: Change
    ) throws -> Claim {
        let claims = try standings.judge.claims(
            in: year, asOf: change.now.day, within: .agency(change.agency), of: [duty],
            change.view)
        let today = year.nearest(to: change.now.day)
        guard
            let claim = claims.first(where: { $0.period.contains(day) })
                ?? claims.first(where: { $0.period.contains(today) }) ?? claims.last
        else { throw DutyRefusal.notOwed }
        return claim
    }
}

extension Verb {
    package static let declareDuty = Verb("duty.declare", Term("簽署聲明", en: "signed a declaration"))
    static let withdrawDeclaration = Verb(
        "duty.withdrawDeclaration", Term("抽回聲明", en: "withdrew a declaration"))
    static let waiveDuty = Verb("duty.waive", Term("登錄免辦", en: "recorded a waiver"))
    static let withdrawWaiver = Verb(
        "duty.withdrawWaiver", Term("撤回免辦", en: "withdrew a waiver"))
}
