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
    /// together.
    ///
    /// - Throws: `PeopleRefusal.nobodyToInvite` where none of them is to be invited.
    package func send(
        to people: Set<PersonID>, by caller: Caller
    ) async throws -> [SentInvitation] {
        try await door.change(.inviteMany, in: caller.agency, needs: .managePeople, by: caller) {
            change in
            let ids = people.sorted { $0.description < $1.description }
            let chosen = try PersonEntry.some("person.id IN \(list: ids)", change.view)
                .filter { $0.access.takesFirstLink && $0.person.id != caller.person }
                .sorted { ($0.agencyName, $0.person.name) < ($1.agencyName, $1.person.name) }
            for entry in chosen { try change.checkMayManage(entry.person.id) }
            guard !chosen.isEmpty else { throw PeopleRefusal.nobodyToInvite }
            let endsAt = change.now.adding(minutes: Invitation.Purpose.letter.minutes)
            return try chosen.map { entry in
                let token = try Invitation.make(
                    .letter, for: entry.person.id, in: entry.person.agencyID, change)
                return SentInvitation(entry: entry, token: token, endsAt: endsAt)
            }
        }
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
        case .none, .open, .closed: false
        }
    }
}

extension Verb {
    static let inviteMany = Verb("person.invite_many", Term("產生邀請函", en: "made invitations"))
}
