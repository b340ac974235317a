import Kernel
import Storage

/// What can be done with people and their posts.
package struct People: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Enters a person with the agency that keeps the entry.
    ///
    /// - Throws: `PeopleRefusal.accountTaken` when somebody in the city has the account.
    package func add(
        _ details: PersonDetails, to agency: AgencyID, by caller: Caller
    ) async throws -> Person {
        try await door.change(.addPerson, in: agency, needs: .managePeople, by: caller) { change in
            try change.checkAccount(details.account, isFreeFor: nil)
            let person = Person(
                id: PersonID(at: change.now), agencyID: agency, version: 1, details: details)
            try change.insert(person)
            return person
        }
    }

    /// Corrects what is written down about a person.
    package func revise(
        _ person: Person, to details: PersonDetails, by caller: Caller
    ) async throws {
        try await door.change(
            .revisePerson, in: person.agencyID, needs: .managePeople, by: caller
        ) { change in
            try change.revise(person, to: details)
        }
    }

    /// Closes a person's account at once: no sign-in, no session, no key (離職、停用).
    ///
    /// - Throws: as `Change.checkMayManage`.
    package func disable(_ person: Person, by caller: Caller) async throws {
        try await door.change(
            .disablePerson, in: person.agencyID, needs: .managePeople, by: caller
        ) { change in
            try change.checkMayManage(person.id)
            var new = person
            new.disabledAt = change.now
            try change.update(new, from: person)
            try Sessions.endAll(of: person.id, change.view.session)
        }
    }

    /// Opens a closed account again.
    package func enable(_ person: Person, by caller: Caller) async throws {
        try await door.change(
            .enablePerson, in: person.agencyID, needs: .managePeople, by: caller
        ) { change in
            try change.checkMayManage(person.id)
            var new = person
            new.disabledAt = nil
            try change.update(new, from: person)
        }
    }

    /// Gives a person a role in an agency for a term.
    ///
    /// - Throws: `PeopleRefusal.ownPost` for one's own; `.roleOfCity` for a role of the city given
    ///   elsewhere or by others.
    package func appoint(
        _ person: PersonID, as role: Role, in agency: AgencyID, during term: DatedTerm,
        by caller: Caller
    ) async throws -> Appointment {
        try await door.change(.appoint, in: agency, needs: .managePeople, by: caller) { change in
            _ = try Person.find(person, change.view)
            return try change.appoint(person, as: role, in: agency, during: term)
        }
    }

    /// Ends a post at once (免兼、調離); what was to come of its term is dropped.
    package func end(_ appointment: AppointmentID, in agency: AgencyID, by caller: Caller)
        async throws
    {
        try await door.change(.endAppointment, in: agency, needs: .managePeople, by: caller) {
            change in
            let old = try Appointment.find(appointment, change.view)
            guard old.agencyID == agency, old.endedAt == nil else { throw PeopleRefusal.unknown }
            try change.end(old)
        }
    }
}

extension Change {
    /// - Throws: `PeopleRefusal.accountTaken` where somebody else has the account.
    package func checkAccount(_ account: AccountName?, isFreeFor person: PersonID?) throws {
        guard let account else { return }
        let holder: PersonID? = try view.value(
            "SELECT id FROM person WHERE account = \(account)")
        guard holder == nil || holder == person else {
            throw PeopleRefusal.accountTaken(account.text)
        }
    }

    /// - Throws: as `View.checkMayManage`.
    func checkMayManage(_ person: PersonID) throws {
        try view.checkMayManage(person)
    }

    /// The roles of the city and of operators are given by the city alone, at the city alone.
    package func checkRole(_ role: Role, in agency: AgencyID) throws {
        guard role == .city || role == .operator else { return }
        let isAtCity = try Agency.city(view.session)?.id == agency
        let isMachine = caller.person == nil
        guard isAtCity, isMachine || caller.isOfCity && caller.roles.contains(.city) else {
            throw PeopleRefusal.roleOfCity
        }
    }
}

extension View {
    /// Nobody manages their own account and posts, nor those of whom they stand in for. Those of the
    /// city and of operators are managed by the city alone, as its roles are given: who may send
    /// somebody a link for a new password may become them.
    ///
    /// - Throws: `PeopleRefusal.ownPost`, `PeopleRefusal.roleOfCity`.
    func checkMayManage(_ person: PersonID) throws {
        guard !caller.isOrActsFor(person) else { throw PeopleRefusal.ownPost }
        let roles: [Role] = try all(
            "SELECT role FROM appointment WHERE personID = \(person) AND endedAt IS NULL"
        ) { row in try row.next() }
        let isOfCity = roles.contains { $0 == .city || $0 == .operator }
        guard !isOfCity || caller.person == nil || caller.roles.contains(.city) else {
            throw PeopleRefusal.roleOfCity
        }
    }
}

extension Verb {
    static let addPerson = Verb("person.add", Term("新增人員", en: "entered a person"))
    static let revisePerson = Verb("person.revise", Term("修改人員", en: "revised a person"))
    static let disablePerson = Verb("person.disable", Term("停用帳號", en: "closed an account"))
    static let enablePerson = Verb("person.enable", Term("恢復帳號", en: "reopened an account"))
    static let appoint = Verb("person.appoint", Term("指派角色", en: "gave a role"))
    static let endAppointment = Verb("person.end_post", Term("免除角色", en: "ended a role"))
}
