/// One thing that a role allows: one verb each, for "may see" never means "may change".
package enum Permission: String, CaseIterable, Sendable {
    case seeAgencies
    case manageAgencies
    case seePeople
    case managePeople
    case seeSystems
    case editSystems
    case seeTeam
    case editTeam
    case seeAssets
    case editAssets
    /// To sign the yearly stock-take (年度盤點), on screen.
    case signStockTake
    case seeIncidents
    /// To say that something happened; every member of staff may.
    case reportIncidents
    case handleIncidents
    /// To judge the level of an incident, one's own or a subordinate's.
    case reviewIncidents
    case seeDuties
    /// To sign that a duty was met where no register proves it.
    case declareDuties
    /// To record that a duty is waived, with the consent that was given.
    case waiveDuties
    case seePlan
    case editPlan
    /// The board over all organisations under one's own.
    case seeBoard
    /// To remind those under one's own of what they lack (催辦).
    case remindAgencies
    /// To confirm rules, add the city's own duties, lay in calendars.
    case manageLaw
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
        case .manageAgencies, .managePeople, .reviewIncidents, .remindAgencies: true
        case .seeAgencies, .seePeople, .seeSystems, .editSystems, .seeTeam, .editTeam, .seeAssets,
            .editAssets, .signStockTake, .seeIncidents, .reportIncidents, .handleIncidents,
            .seeDuties,
            .declareDuties, .waiveDuties, .seePlan, .editPlan, .seeBoard, .manageLaw, .seeHistory,
            .operateService, .manageOwnAccount, .giveConsent, .makeKeys:
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
            Self.looking.union(Self.working)
        case .securityOfficer:
            Self.looking.union(Self.working).union([
                .editPlan, .reviewIncidents, .makeKeys, .waiveDuties, .remindAgencies,
            ])
        case .ciso:
            Self.looking.union([
                .reportIncidents, .handleIncidents, .reviewIncidents, .editPlan, .giveConsent,
                .signStockTake, .waiveDuties, .remindAgencies,
            ])
        case .head:
            Self.looking.union([.reportIncidents, .giveConsent, .signStockTake])
        case .manager:
            Self.looking.union([.reportIncidents, .signStockTake])
        case .auditor:
            Self.looking.union([.reportIncidents])
        case .custodian:
            [
                .seeAgencies, .seeSystems, .editSystems, .seeAssets, .editAssets, .seeDuties,
                .seePlan, .seeHistory, .reportIncidents,
            ]
        case .vendorManager:
            [.seeAgencies, .seeSystems, .seeAssets, .seePlan, .reportIncidents]
        case .staff:
            [.seeAgencies, .seePlan, .reportIncidents]
        case .city:
            Self.looking.union([
                .manageAgencies, .managePeople, .editPlan, .reportIncidents, .reviewIncidents,
                .remindAgencies, .manageLaw,
            ])
        case .operator:
            [.seeAgencies, .seePeople, .managePeople, .operateService]
        }
    }

    /// To read the programme of the agency, and of those under it.
    private static let looking: Set<Permission> = [
        .seeAgencies, .seePeople, .seeSystems, .seeTeam, .seeAssets, .seeIncidents, .seeDuties,
        .seePlan, .seeBoard, .seeHistory,
    ]

    /// To keep the registers.
    private static let working: Set<Permission> = [
        .editSystems, .editTeam, .editAssets, .reportIncidents, .handleIncidents, .declareDuties,
    ]
}
