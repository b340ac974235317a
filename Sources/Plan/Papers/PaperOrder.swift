import Access
import Agencies
import Kernel
import Papers
import Storage

/// Which paper, of whom, for which year.
package struct PaperOrder: Hashable, Sendable {
    package let kind: PaperKind
    package let scope: PaperScope
    package let year: ROCYear

    package init(_ kind: PaperKind, of scope: PaperScope, year: ROCYear) {
        self.kind = kind
        self.scope = scope
        self.year = year
    }
}

/// Whose rows a paper has.
package struct PaperScope: Hashable, Sendable {
    /// The agency whose paper it is; for the city's own, the one at the root.
    package let agency: AgencyID
    package let path: AgencyPath
    package let width: Width

    /// How far a paper goes below its agency.
    package enum Width: String, Sendable {
        case agency
        /// With all that stand under it.
        case subtree
        /// All organisations, in the city's own name.
        case city
    }

    package init(_ agency: Agency, _ width: Width) {
        self.init(agency.id, agency.path, width)
    }

    init(_ agency: AgencyID, _ path: AgencyPath, _ width: Width) {
        self.agency = agency
        self.path = path
        self.width = width
    }

    package var reach: Reach {
        switch width {
        case .agency: .agency(agency)
        case .subtree: .subtree(path: path.text)
        case .city: .city
        }
    }

    /// Who issues the paper, of the name that its agency bears.
    func issuer(_ name: String) -> String {
        width == .city ? CityName(of: name).city ?? name : name
    }
}

extension PaperKind {
    /// The tables of which the paper is made, in their order.
    var tables: [String] {
        self == .plan ? ["annex1", "annex2", "annex3"] : [rawValue]
    }

    /// The title of an annex as the plan's list of forms has it.
    static func title(ofTable name: String) -> String {
        switch name {
        case "annex1": "各機關責任等級及專職（責）人員設置表"
        case "annex2": "核心業務（非核心業務）及重要性列表"
        case "annex3": "資通安全推動小組成員列表"
        case "assets": "資訊及資通系統資產清冊"
        default: "資通系統清冊"
        }
    }

    /// What running text mentions an annex by.
    static func clause(ofTable name: String) -> ClauseID {
        switch name {
        case "annex1": ClauseID("annex.agencies")
        case "annex2": ClauseID("annex.business")
        case "annex3": ClauseID("annex.team")
        default: ClauseID("table.\(name)")
        }
    }

    /// What a caller must be allowed to see to have the paper.
    package var permissions: [Permission] {
        switch self {
        case .plan: [.seePlan, .seeAgencies, .seeSystems, .seeTeam]
        case .annex1: [.seePlan, .seeAgencies, .seeTeam]
        case .annex2, .systems: [.seePlan, .seeSystems]
        case .annex3: [.seePlan, .seeTeam]
        case .assets: [.seePlan, .seeAssets]
        }
    }
}
