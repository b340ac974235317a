import Kernel
import Storage

/// How somebody gets their first password, or a new one: by a link that works once.
package struct Invitations: Sendable {
    let signIn: SignIn

    package init(signIn: SignIn) {
        self.signIn = signIn
    }

    /// Makes the link with which the first operator of a city sets it up; printed at the machine.
    ///
    /// - Throws: `AgencyRefusal.unknown` before the city is founded; `.cityExists` when it has an
    ///   operator already.
    package func offerSetUp(by user: String) async throws -> LinkToken {
        let city = try await city()
        return try await signIn.door.change(
            .offerSetUp, in: city.id, needs: .operateService, by: .console(user, in: city)
        ) { change in
            try change.checkHasNoOperator()
            return try Invitation.make(.setUp, for: nil, in: city.id, change)
        }
    }

    /// Makes a link for a person to set the first password, or a new one when they had one.
    package func invite(_ person: Person, by caller: Caller) async throws -> LinkToken {
        try await signIn.door.change(
            .invite, in: person.agencyID, needs: .managePeople, by: caller
        ) { change in
            _ = try Person.find(person.id, change.view)
            try change.checkMayManage(person.id)
            let former = try PasswordRecord.newest(1, of: person.id, change.view.session)
            return try Invitation.make(
                former.isEmpty ? .firstPassword : .newPassword, for: person.id,
                in: person.agencyID, change)
        }
    }

    /// What the link behind `token` is for.
    ///
    /// - Throws: `SignInRefusal.linkSpent` when it was used, is too old, or never was.
    package func open(_ token: LinkToken, now: Instant) async throws -> Invitation {
        try await signIn.database.read { session in
            try Invitation.find(token.secret, at: now, session)
        }
    }

    /// Sets the password of the person who was invited, ends their other sessions and signs them in.
    package func accept(
        _ token: LinkToken, password: Password, repeated: Password, from visitor: Visitor,
        now: Instant
    ) async throws -> SessionToken {
        let invitation = try await open(token, now: now)
        guard let person = invitation.personID else { throw SignInRefusal.linkSpent }
        let hash = try await signIn.newHash(of: password, repeated, for: person)
        let rule = signIn.rule
        let caller = try await Caller.invited(by: invitation, signIn.database)
        return try await signIn.door.change(
            .acceptInvitation, in: invitation.agencyID, needs: .manageOwnAccount, by: caller
        ) { change in
            let session = change.view.session
            try Invitation.find(token.secret, at: now, session).spend(change)
            try Sessions.endAll(of: person, session)
            try PasswordRecord.set(
                hash, of: person, remembering: rule.password.remembered, change)
            let identity = Identity(person: person, means: [.link])
            try rule.check(identity)
            return try Sessions.open(
                for: identity, at: visitor, under: rule.session, now: now, session)
        }
    }

    /// Enters the first person of a city, with the roles of the city and of operators, and signs
    /// them in. It works once; afterwards people are added by people.
    package func setUp(
        with token: LinkToken, _ details: PersonDetails, password: Password, repeated: Password,
        from visitor: Visitor, now: Instant
    ) async throws -> SessionToken {
        let invitation = try await open(token, now: now)
        guard invitation.purpose == .setUp else { throw SignInRefusal.linkSpent }
        guard details.account != nil else { throw PeopleRefusal.accountForm }
        let words = [details.name, details.account?.text, details.email, invitation.agencyName]
        try signIn.check(password, repeated, of: words.compactMap(\.self))
        let hash = try await signIn.hashing.hash(password)
        let rule = signIn.rule
        let city = try await city()
        return try await signIn.door.change(
            .setUp, in: city.id, needs: .operateService, by: .job("set-up", in: city)
        ) { change in
            let session = change.view.session
            try change.checkHasNoOperator()
            try Invitation.find(token.secret, at: now, session).spend(change)
            let person = try change.insertFirst(details)
            try PasswordRecord.set(
                hash, of: person, remembering: rule.password.remembered, change)
            let identity = Identity(person: person, means: [.link])
            try rule.check(identity)
            return try Sessions.open(
                for: identity, at: visitor, under: rule.session, now: now, session)
        }
    }

    private func city() async throws -> Agency {
        guard let city = try await signIn.database.read({ try Agency.city($0) }) else {
            throw AgencyRefusal.unknown
        }
        return city
    }
}

extension Change {
    fileprivate func checkHasNoOperator() throws {
        let found: Int? = try view.value(
            "SELECT 1 FROM appointment WHERE role = \(Role.operator) LIMIT 1")
        guard found == nil else { throw AgencyRefusal.cityExists }
    }

    fileprivate func insertFirst(_ details: PersonDetails) throws -> PersonID {
        let person = Person(
            id: PersonID(at: now), agencyID: agency, version: 1, details: details)
        try insert(person)
        for role in [Role.city, .operator] {
            try insert(
                Appointment(
                    id: AppointmentID(at: now), agencyID: agency, version: 1,
                    personID: person.id, role: role, term: DatedTerm(from: now.day)))
        }
        return person.id
    }
}

extension Caller {
    /// Somebody who holds a link and may do nothing but set their own password.
    fileprivate static func invited(
        by invitation: Invitation, _ database: any Database
    ) async throws -> Caller {
        guard let person = invitation.personID else { throw SignInRefusal.linkSpent }
        let path: AgencyPath? = try await database.read { session in
            try session.value("SELECT path FROM agency WHERE id = \(invitation.agencyID)")
        }
        return Caller(
            kind: .person(person), name: invitation.personName ?? "",
            agency: invitation.agencyID, agencyPath: path?.text ?? "",
            agencyName: invitation.agencyName, supervises: false, roles: [],
            permissions: [.manageOwnAccount])
    }
}

extension Verb {
    static let offerSetUp = Verb("city.offer_set_up", Term("產生設定連結", en: "made a set-up link"))
    static let setUp = Verb("city.set_up", Term("完成設定", en: "set the city up"))
    static let invite = Verb("person.invite", Term("產生密碼連結", en: "made a password link"))
    static let acceptInvitation = Verb(
        "person.accept_invitation", Term("以連結設定密碼", en: "set a password by link"))
}
