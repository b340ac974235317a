import Kernel
import Storage

/// Somebody to be entered together with others, and the posts they take up.
package struct Newcomer: Sendable {
    package let details: PersonDetails
    package let roles: [Role]

    package init(_ details: PersonDetails, as roles: [Role] = []) {
        self.details = details
        self.roles = roles
    }
}

extension People {
    /// Enters many people with the agency that keeps their entries, and gives them their posts
    /// there from a day on: one change.
    ///
    /// - Throws: as `add` and `appoint`; then nobody is entered.
    package func enter(
        _ newcomers: [Newcomer], in agency: AgencyID, from day: Day, by caller: Caller
    ) async throws -> [Person] {
        let term = try DatedTerm(from: day)
        return try await door.change(
            .addPeople, in: agency, needs: .managePeople, by: caller
        ) { change in
            try newcomers.map { try change.enter($0, in: agency, during: term) }
        }
    }
}

extension Change {
    /// Enters a person with the posts they take up, as a part of a larger change.
    @discardableResult
    package func enter(
        _ newcomer: Newcomer, in agency: AgencyID, during term: DatedTerm
    ) throws -> Person {
        try checkAccount(newcomer.details.account, isFreeFor: nil)
        let person = Person(
            id: PersonID(at: now), agencyID: agency, version: 1, details: newcomer.details)
        try insert(person)
        for role in newcomer.roles {
            try appoint(person.id, as: role, in: agency, during: term)
        }
        return person
    }

    /// Corrects what is written down about a person, as a part of a larger change.
    package func revise(_ person: Person, to details: PersonDetails) throws {
        try checkAccount(details.account, isFreeFor: person.id)
        if details.account != person.details.account { try checkMayManage(person.id) }
        var new = person
        new.details = details
        try update(new, from: person)
    }

    /// Gives a person a role, as a part of a larger change.
    @discardableResult
    package func appoint(
        _ person: PersonID, as role: Role, in agency: AgencyID, during term: DatedTerm
    ) throws -> Appointment {
        guard !caller.isOrActsFor(person) else { throw PeopleRefusal.ownPost }
        try checkRole(role, in: agency)
        let appointment = Appointment(
            id: AppointmentID(at: now), agencyID: agency, version: 1, personID: person,
            role: role, term: term)
        try insert(appointment)
        return appointment
    }

    /// Ends a post at once, as a part of a larger change.
    package func end(_ old: Appointment) throws {
        try checkMayManage(old.personID)
        var new = old
        new.endedAt = now
        try update(new, from: old)
    }
}

extension Verb {
    static let addPeople = Verb("person.add_many", Term("新增人員", en: "entered people"))
}
