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
}

extension Permission {
    /// Whether it is used on the agencies under the caller's own as well. Everything else is
    /// written only in the agency that the caller acts in.
    var reachesDown: Bool {
        switch self {
        case .manageAgencies, .managePeople: true
        case .seeAgencies, .seePeople, .seeSystems, .editSystems, .seeHistory, .operateService:
            false
        }
    }
}

extension Role {
    /// What the role allows in the agency that it is held in.
    package var permissions: Set<Permission> {
        switch self {
        case .officer, .securityOfficer:
            [.seeAgencies, .seePeople, .seeSystems, .editSystems, .seeHistory]
        case .manager, .ciso, .head, .auditor:
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
