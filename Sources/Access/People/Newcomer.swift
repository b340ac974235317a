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
            try newcomers.map { newcomer in
                try change.checkAccount(newcomer.details.account, isFreeFor: nil)
                let person = Person(
                    id: PersonID(at: change.now), agencyID: agency, version: 1,
                    details: newcomer.details)
                try change.insert(person)
                for role in newcomer.roles {
                    try change.checkRole(role, in: agency)
                    try change.insert(
                        Appointment(
                            id: AppointmentID(at: change.now), agencyID: agency, version: 1,
                            personID: person.id, role: role, term: term))
                }
                return person
            }
        }
    }
}

extension Verb {
    static let addPeople = Verb("person.add_many", Term("新增人員", en: "entered people"))
}
