import Kernel

/// A part that a person plays in an agency's programme (伍, and the plan's own words).
///
/// A person may hold several in one agency; small organisations need that.
package enum Role: String, CaseIterable, Sendable {
    case officer
    case securityOfficer
    case manager
    case ciso
    case head
    case custodian
    case auditor
    case vendorManager
    case staff
    case city
    case `operator`

    package var term: Term {
        switch self {
        case .officer: Term("承辦人", en: "Officer")
        case .securityOfficer: Term("資安專責人員", en: "Security officer")
        case .manager: Term("單位主管", en: "Manager")
        case .ciso: Term("資安長", en: "CISO")
        case .head: Term("機關首長", en: "Head of agency")
        case .custodian: Term("資產管理人", en: "Custodian")
        case .auditor: Term("稽核人員", en: "Auditor")
        case .vendorManager: Term("委外管理人", en: "Vendor manager")
        case .staff: Term("同仁", en: "Staff")
        case .city: Term("資訊局", en: "City")
        case .operator: Term("系統管理者", en: "Operator")
        }
    }
}
