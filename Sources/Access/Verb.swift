import Kernel

/// What a change does, in the word that histories print.
package struct Verb: Hashable, Sendable {
    /// The stable word in the ledger, as in `system.revise`.
    package let name: String
    package let term: Term

    package init(_ name: String, _ term: Term) {
        self.name = name
        self.term = term
    }
}

extension Verb {
    /// What is done to agencies, people and the ways in, for those who tell of it.
    package static let ofAccess: [Verb] =
        [
            .foundCity, .addAgency, .reviseAgency, .renameAgency, .moveAgency, .addPeople,
            .addPerson, .revisePerson, .disablePerson, .enablePerson, .appoint, .endAppointment,
            .nameDeputy, .endDeputy, .giveConsent, .withdrawConsent, .inviteMany, .invite,
            .offerSetUp, .setUp, .acceptInvitation, .changePassword, .signIn, .takeSeat,
            .makeToken, .revokeToken,
        ] + AgencyEnd.Manner.allCases.map(\.verb)

    /// What people do to come in; it says nothing of the programme.
    package static let ofEntering: [Verb] = [
        .signIn, .takeSeat, .acceptInvitation, .changePassword,
    ]
}
