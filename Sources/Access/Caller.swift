import Foundation
import Kernel
import Ledger

/// What a token names: one key given to a program.
package enum TokenSubject {}
package typealias TokenID = ID<TokenSubject>

/// Who asks, in which agency, with which roles. Only this room makes one.
package struct Caller: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case person(PersonID)
        /// A program with a key that a person answers for.
        case token(TokenID, owner: PersonID)
        /// Somebody at the machine itself, by the name of the operating system.
        case console(String)
        /// A task of the service, by its name.
        case job(String)
    }

    package let kind: Kind
    /// As printed in histories.
    package let name: String
    /// The agency that the caller acts in.
    package let agency: AgencyID
    package let agencyPath: String
    package let agencyName: String
    /// Whether other agencies stand under this one.
    package let supervises: Bool
    /// The agencies that are no more and for which this one carries on (承接).
    package let predecessors: Set<AgencyID>
    package let roles: Set<Role>
    package let permissions: Set<Permission>
    /// For whom the caller acts: the principal of a deputy (代理人), the agency of 代辦.
    package let onBehalfOf: String?
    /// The person for whom a deputy stands in.
    package let principal: PersonID?

    init(
        kind: Kind, name: String, agency: AgencyID, agencyPath: String, agencyName: String,
        supervises: Bool, predecessors: Set<AgencyID> = [], roles: Set<Role>,
        permissions: Set<Permission>? = nil,
        onBehalfOf: String? = nil, principal: PersonID? = nil
    ) {
        self.kind = kind
        self.name = name
        self.agency = agency
        self.agencyPath = agencyPath
        self.agencyName = agencyName
        self.supervises = supervises
        self.predecessors = predecessors
        self.roles = roles
        self.permissions = permissions ?? Set(roles.flatMap(\.permissions))
        self.onBehalfOf = onBehalfOf
        self.principal = principal
    }

    /// Whether what runs in `agency` is for the caller's to bring to an end: its own, and one that is
    /// no more and for which it carries on.
    package func answers(for agency: AgencyID) -> Bool {
        agency == self.agency || predecessors.contains(agency)
    }

    package func may(_ permission: Permission) -> Bool {
        permissions.contains(permission)
    }

    /// Whether it is that person, or somebody who sits in their seat as deputy.
    func isOrActsFor(_ someone: PersonID) -> Bool {
        person == someone || principal == someone
    }

    /// Whether it is a program with a key, which may do no more than the key says.
    package var isProgram: Bool {
        if case .token = kind { true } else { false }
    }

    /// Whether it is somebody at the machine itself.
    var isConsole: Bool {
        if case .console = kind { true } else { false }
    }

    /// Whether the agency is the city itself, at the root of the tree.
    package var isOfCity: Bool {
        agencyPath.count { $0 == "/" } == 2
    }

    /// How the ledger names the caller.
    package var author: Author {
        switch kind {
        case .person(let id):
            Author(kind: .person, id: id.uuid, name: name, onBehalfOf: onBehalfOf)
        case .token(let id, _):
            Author(kind: .token, id: id.uuid, name: name, onBehalfOf: onBehalfOf)
        case .console(let user): Author(kind: .console, id: nil, name: user, onBehalfOf: nil)
        case .job(let job): Author(kind: .job, id: nil, name: job, onBehalfOf: nil)
        }
    }

    /// The person who answers for what the caller does; none for the console and for jobs.
    package var person: PersonID? {
        switch kind {
        case .person(let id), .token(_, owner: let id): id
        case .console, .job: nil
        }
    }
}

extension Caller {
    /// The agency's name and a space, for acts on its own rows where lists show those of others as
    /// well; empty where they show no others.
    package var nameAmongOthers: String { supervises ? agencyName + " " : "" }
}
