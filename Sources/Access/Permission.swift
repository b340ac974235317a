/// One thing that a role allows: one verb each, for "may see" never means "may change".
package enum Permission: String, CaseIterable, Sendable {
    case seeAgencies
    case manageAgencies
    case seePeople
    case managePeople
    case seeSystems
    case editSystems
    case seeHistory
    /// Keys, tokens, sessions of others, state of the service; no business data.
    case operateService
    /// One's own password, sessions and deputy. Every role has it.
    case manageOwnAccount
    /// To let a superior act for the agency (代辦), and to end that.
    case giveConsent
    /// To make keys with which the agency's programs call the API.
    case makeKeys
}

extension Permission {
    /// Whether it is used on the agencies under the caller's own as well. Everything else is
    /// written only in the agency that the caller acts in.
    var reachesDown: Bool {
        switch self {
        case .manageAgencies, .managePeople: true
        case .seeAgencies, .seePeople, .seeSystems, .editSystems, .seeHistory, .operateService,
            .manageOwnAccount, .giveConsent, .makeKeys:
            false
        }
    }
}

extension Role {
    /// What the role allows in the agency that it is held in.
    package var permissions: Set<Permission> {
        duties.union([.manageOwnAccount])
    }

    private var duties: Set<Permission> {
        switch self {
        case .officer:
            [.seeAgencies, .seePeople, .seeSystems, .editSystems, .seeHistory]
        case .securityOfficer:
            [.seeAgencies, .seePeople, .seeSystems, .editSystems, .seeHistory, .makeKeys]
        case .ciso, .head:
            [.seeAgencies, .seePeople, .seeSystems, .seeHistory, .giveConsent]
        case .manager, .auditor:
            [.seeAgencies, .seePeople, .seeSystems, .seeHistory]
        case .custodian:
            [.seeAgencies, .seeSystems, .editSystems, .seeHistory]
        case .vendorManager:
            [.seeAgencies, .seeSystems]
        case .staff:
            [.seeAgencies]
        case .city:
            [.seeAgencies, .manageAgencies, .seePeople, .managePeople, .seeSystems, .seeHistory]
        case .operator:
            [.seeAgencies, .seePeople, .managePeople, .operateService]
        }
    }
}
