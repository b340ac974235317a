import Access
import Foundation
import Kernel
import Registers
import Storage

/// An information system (資通系統) that an agency runs or has run for it (參, 捌, 附件2).
package struct InformationSystem: RegisterRow {
    package var head: RowHead
    package let name: String
    /// The unit that answers for the system, as written: 總務處.
    package let owner: String
    package let building: Building
    package let isCitizenFacing: Bool
    /// The names of the businesses that it supports; what is on the list of none is as written.
    package private(set) var businesses: Names
    /// Whether core business depends on it: what the list of businesses says.
    package private(set) var supportsCoreBusiness: Bool
    package let grading: Grading
    /// When somebody last looked at the grading and let it stand, or changed it.
    package private(set) var gradingReviewedOn: Day?
    package let outage: TolerableOutage
    package let state: SystemState

    /// The same system with other businesses, core or not.
    func supporting(_ businesses: Names, core supportsCoreBusiness: Bool) -> InformationSystem {
        var system = self
        system.businesses = businesses
        system.supportsCoreBusiness = supportsCoreBusiness
        return system
    }

    /// The same system after its grading was looked at and stands.
    func gradingReviewed(on day: Day) -> InformationSystem {
        var system = self
        system.gradingReviewedOn = day
        return system
    }

    /// The same system with the day of its last review: whoever changes a grading has looked at it,
    /// and any other change lets the day stand.
    func reviewed(since old: InformationSystem?, on day: Day) -> InformationSystem {
        guard let old, gradingReviewedOn == nil else { return self }
        var system = self
        system.gradingReviewedOn = grading == old.grading ? old.gradingReviewedOn : day
        return system
    }

    /// The need for protection, derived from the grading.
    package var need: ProtectionNeed? { grading.need }

    /// Whether the system is core (核心資通系統): it supports core business, or its need is 高.
    package var isCore: Bool { supportsCoreBusiness || need == .high }

    /// Why the system is core or is not.
    package var coreExplanation: Term {
        switch (supportsCoreBusiness, need) {
        case (true, .high):
            Term(
                "支持核心業務，防護需求也是高，所以是核心資通系統。",
                en: "Core: it supports core business, and its need is high.")
        case (true, _):
            Term("支持核心業務，所以是核心資通系統。", en: "Core: it supports core business.")
        case (false, .high):
            Term("防護需求是高，所以是核心資通系統。", en: "Core: its protection need is high.")
        case (false, nil):
            Term(
                "不支持核心業務；分級完成後才能確定。",
                en: "It supports no core business; finish the grading to be sure.")
        case (false, _):
            Term(
                "不支持核心業務，防護需求也不是高，所以不是核心資通系統。",
                en: "Not core: no core business, and the need is not high.")
        }
    }
}

/// Hours that the business can bear; a blank is missing, never nought.
package struct TolerableOutage: Hashable, Sendable {
    /// 最大可容忍中斷時間 (MTPD).
    package let longestHours: Int?
    /// 復原時間目標 (RTO).
    package let recoveryHours: Int?
    /// 資料復原點目標 (RPO).
    package let dataLossHours: Int?
}

/// Who builds and keeps a system.
package enum Building: String, Choice {
    case own
    case outsourced
    /// 向上集中: a superior agency runs it for this one.
    case centralised

    package var term: Term {
        switch self {
        case .own: Term("自行維運", en: "In-house")
        case .outsourced: Term("委外", en: "Outsourced")
        case .centralised: Term("向上集中", en: "Run by a superior")
        }
    }
}

/// Where a system is in its life.
package enum SystemState: String, Choice {
    case planned
    case inUse
    case retired

    package var term: Term {
        switch self {
        case .planned: Term("規劃中", en: "Planned")
        case .inUse: Term("使用中", en: "In use")
        case .retired: Term("已停用", en: "Retired")
        }
    }
}
