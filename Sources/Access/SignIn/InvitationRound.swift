import Kernel
import Storage

/// One person's link of a round of invitations. Its secret is known now and never again.
package struct SentInvitation: Sendable {
    package let entry: PersonEntry
    package let token: LinkToken
    package let endsAt: Instant
}

/// Inviting many people in one act, by letters that carry a link each.
package struct InvitationRound: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Makes a link for each of `people` who has an account and no password yet; what was sent to them
    /// before no longer works. They may be of any agency under the caller's, whose letters lie
    /// together; each agency's are one change in its own ledger.
    ///
    /// - Throws: `PeopleRefusal.nobodyToInvite` where none of them is to be invited; as
    ///   `View.checkMayManage`, before anybody is.
    package func send(
        to people: Set<PersonID>, by caller: Caller
    ) async throws -> [SentInvitation] {
        guard caller.may(.managePeople) else { throw ChangeRefusal.notAllowed(.managePeople) }
        let chosen = try await door.read(by: caller) { view in
            let chosen = try Self.toInvite(people, view)
            for entry in chosen { try view.checkMayManage(entry.person.id) }
            return chosen.map(\.person)
        }
        guard !chosen.isEmpty else { throw PeopleRefusal.nobodyToInvite }
        var agencies: [AgencyID] = []
        for person in chosen where agencies.last != person.agencyID {
            agencies.append(person.agencyID)
        }
        var sent: [SentInvitation] = []
        for agency in agencies {
            let ids = chosen.filter { $0.agencyID == agency }.map(\.id)
            sent += try await send(to: Set(ids), of: agency, by: caller)
        }
        return sent
    }

    private func send(
        to people: Set<PersonID>, of agency: AgencyID, by caller: Caller
    ) async throws -> [SentInvitation] {
        try await door.change(.inviteMany, in: agency, needs: .managePeople, by: caller) { change in
            let endsAt = change.now.adding(minutes: Invitation.Purpose.letter.minutes)
            return try Self.toInvite(people, change.view).map { entry in
                try change.checkMayManage(entry.person.id)
                let token = try Invitation.make(.letter, for: entry.person.id, in: agency, change)
                return SentInvitation(entry: entry, token: token, endsAt: endsAt)
            }
        }
    }

    /// Those of `people` who are to be invited, agency by agency, by their names.
    private static func toInvite(
        _ people: Set<PersonID>, _ view: View
    ) throws -> [PersonEntry] {
        let ids = people.sorted { $0.description < $1.description }
        return try PersonEntry.some("person.id IN \(list: ids)", by: .agency, view)
            .filter { $0.access.takesFirstLink && $0.person.id != view.caller.person }
    }
}

extension InvitationRound {
    /// Makes a link for a new password of somebody who has one.
    ///
    /// - Throws: as `Change.checkMayManage`.
    package func renew(
        _ person: Person, by caller: Caller
    ) async throws -> (token: LinkToken, endsAt: Instant) {
        try await door.change(.invite, in: person.agencyID, needs: .managePeople, by: caller) {
            change in
            try change.checkMayManage(person.id)
            let token = try Invitation.make(
                .newPassword, for: person.id, in: person.agencyID, change)
            return (token, change.now.adding(minutes: Invitation.Purpose.newPassword.minutes))
        }
    }
}

extension AccountAccess {
    /// Whether a first link can be made: an account, no password.
    package var takesFirstLink: Bool {
        switch self {
        case .uninvited, .lapsed, .invited: true
        case .none, .open, .closed, .account: false
        }
    }
}

extension Verb {
    static let inviteMany = Verb("person.invite_many", Term("產生邀請函", en: "made invitations"))
}
