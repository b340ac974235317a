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
    /// With which the account signs in as well as by a click; not kept in the data directory.
    package var password: String?
    /// A key for the API; `nil` for roles that no program may act for.
    package var token: String?

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

extension ModelAccount {
    /// What may be kept: who there is, without what opens the account.
    package var withoutSecrets: ModelAccount {
        var account = self
        account.password = nil
        account.token = nil
        return account
    }
}
