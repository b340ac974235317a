import Kernel

/// How somebody has shown who they are.
///
/// Second factors and the city's single sign-on each add a case, together with the code that
/// proves it; nothing else of this room changes (docs/decisions/0023).
package enum Means: String, CaseIterable, Sendable {
    case password
    /// A link that works once, handed over by somebody who knows the person.
    case link
    /// A click, on a demonstration city only.
    case demonstration
}

/// A person whose identity has been shown, and by what. Only the code that checked it makes one;
/// a session opens for nothing else.
package struct Identity: Sendable {
    package let person: PersonID
    package let means: Set<Means>
}

/// What this deployment asks of a sign-in.
package struct SignInRule: Sendable {
    /// The sets of means of which one must have been shown in full.
    package let accepted: [Set<Means>]
    package let lock: LockRule
    package let session: SessionRule
    package let password: PasswordRule

    package init(
        accepted: [Set<Means>] = [[.password], [.link]], lock: LockRule = LockRule(),
        session: SessionRule = SessionRule(), password: PasswordRule = PasswordRule()
    ) {
        self.accepted = accepted
        self.lock = lock
        self.session = session
        self.password = password
    }

    func check(_ identity: Identity) throws(SignInRefusal) {
        guard accepted.contains(where: { $0.isSubset(of: identity.means) }) else {
            throw .meansNotAccepted
        }
    }
}

/// How long a session lasts (附表十: 閒置時間).
package struct SessionRule: Sendable {
    package let idleMinutes: Int
    package let hours: Int

    package init(idleMinutes: Int = 15, hours: Int = 8) {
        self.idleMinutes = idleMinutes
        self.hours = hours
    }
}
