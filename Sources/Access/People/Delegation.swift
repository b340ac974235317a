import Kernel
import Storage

/// Letting others act: a deputy for a person (職務代理), a superior for an agency (代辦).
package struct Delegation: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Who stands in for the caller, and who could.
    package func deputies(
        of caller: Caller
    ) async throws -> (named: [DeputyEntry], choice: [PostHolder]) {
        guard let person = caller.person else { return ([], []) }
        return try await door.read(by: caller) { view in
            (
                named: try DeputyEntry.all(of: person, view),
                choice: try PostHolder.all(view).filter { $0.id != person }
            )
        }
    }

    /// Names who stands in for the caller in the agency that the caller acts in.
    ///
    /// - Throws: `PeopleRefusal.onlyPrincipal` when a deputy, or a program, tries to pass it on;
    ///   `.deputyOutside` when the other holds no post in the agency on the first day.
    package func name(
        _ deputy: PersonID, during term: DatedTerm, by caller: Caller
    ) async throws -> Deputy {
        guard case .person(let principal) = caller.kind, caller.onBehalfOf == nil else {
            throw PeopleRefusal.onlyPrincipal
        }
        return try await door.change(
            .nameDeputy, in: caller.agency, needs: .manageOwnAccount, by: caller
        ) { change in
            guard deputy != principal,
                try Seat.holdsPost(deputy, in: caller.agency, on: term.fromOn, change.view.session)
            else { throw PeopleRefusal.deputyOutside }
            let standing = Deputy(
                id: DeputyID(at: change.now), agencyID: caller.agency, version: 1,
                principalID: principal, personID: deputy, term: term)
            try change.insert(standing)
            return standing
        }
    }

    /// Ends a standing in at once. The principal does it, or the deputy.
    package func end(_ deputy: DeputyID, by caller: Caller) async throws {
        try await door.change(
            .endDeputy, in: caller.agency, needs: .manageOwnAccount, by: caller
        ) { change in
            let old: Deputy? = try change.view.first(
                """
                SELECT \(Deputy.columns) FROM deputy
                WHERE id = \(deputy) AND agencyID = \(caller.agency) AND endedAt IS NULL
                  AND (principalID = \(caller.person) OR personID = \(caller.person))
                """)
            guard let old else { throw PeopleRefusal.unknown }
            var new = old
            new.endedAt = change.now
            try change.update(new, from: old)
        }
    }

    /// Agrees that a superior acts for the agency that the caller decides for.
    ///
    /// - Throws: `PeopleRefusal.onlySuperior` unless the other stands above in the tree.
    package func consent(
        to superior: AgencyID, by document: String, during term: DatedTerm, by caller: Caller
    ) async throws -> Consent {
        guard let document = document.trimmedOrNil else { throw PeopleRefusal.documentMissing }
        return try await door.change(
            .giveConsent, in: caller.agency, needs: .giveConsent, by: caller
        ) { change in
            let path: AgencyPath? = try change.view.value(
                "SELECT path FROM agency WHERE id = \(superior) AND removedAt IS NULL")
            guard let path, superior != caller.agency, caller.agencyPath.hasPrefix(path.text)
            else { throw PeopleRefusal.onlySuperior }
            let consent = Consent(
                id: ConsentID(at: change.now), agencyID: caller.agency, version: 1,
                actingAgencyID: superior, document: document, term: term)
            try change.insert(consent)
            return consent
        }
    }

    /// Takes the agreement back, at once.
    package func withdraw(_ consent: ConsentID, by caller: Caller) async throws {
        try await door.change(
            .withdrawConsent, in: caller.agency, needs: .giveConsent, by: caller
        ) { change in
            let held = try Consent.all(of: caller.agency, change.view)
            guard let old = held.first(where: { $0.id == consent }) else {
                throw PeopleRefusal.unknown
            }
            var new = old
            new.endedAt = change.now
            try change.update(new, from: old)
        }
    }
}

extension Verb {
    static let nameDeputy = Verb("deputy.name", Term("指定代理人", en: "named a deputy"))
    static let endDeputy = Verb("deputy.end", Term("結束代理", en: "ended a deputy's term"))
    static let giveConsent = Verb("consent.give", Term("同意代辦", en: "agreed to 代辦"))
    static let withdrawConsent = Verb(
        "consent.withdraw", Term("終止代辦", en: "took back the consent to 代辦"))
}
