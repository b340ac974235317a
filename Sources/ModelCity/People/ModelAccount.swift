import Access
import Kernel
import Programme
import Web

/// An account of the model city, as `demo --json` prints it and the sign-in page offers it.
package struct ModelAccount: Codable, Hashable, Sendable {
    package let account: String
    package let name: String
    package let role: String
    package let roleInEnglish: String
    package let agency: String
    package let code: String

    init(_ person: ModelPerson, _ place: ModelPlace) {
        account = person.account
        name = person.name
        role = person.roles.map(\.term.zh).joined(separator: "、")
        roleInEnglish = person.roles.map(\.term.en).joined(separator: ", ")
        agency = person.agency
        code = place.organisation.code
    }

    package var visitor: DemonstrationVisitor {
        DemonstrationVisitor(
            account: account, name: name, role: Term(role, en: roleInEnglish), agencyName: agency)
    }
}

extension ModelCity {
    /// The accounts that a click opens, one for each role.
    func accounts(_ places: [ModelPlace]) async throws -> [ModelAccount] {
        ModelPerson.all.compactMap { person in
            places.first { $0.organisation.name == person.agency }
                .map { ModelAccount(person, $0) }
        }
    }
}
