import Access
import Foundation
import Kernel
import Registers
import Storage
import Systems

/// Something of value that an agency must know it has: a computer, a database, a program, the power
/// (柒/一, 資訊及資通系統資產清冊).
package struct Asset: RegisterRow {
    package var head: RowHead
    /// The system that it belongs to, as written; the system's own name where it is one of ours.
    package var systemName: String?
    package let name: String
    package let assetClass: AssetClass
    /// 擁有者: a person, a post or a unit, as written.
    package let owner: String?
    /// 管理者.
    package let manager: String?
    /// 使用者.
    package let usedBy: String?
    package let place: String?
    /// 防護需求等級: the system's where it is linked to one, else what was set on the asset.
    package var need: ProtectionNeed?
    package private(set) var label: AssetLabel
    package let details: AssetDetails
    package let provenance: AssetProvenance
    package let life: AssetLife
    /// The agency's own system of that name; `nil` where there is none, or more than one.
    package var systemID: UUID?
    /// Whether it belongs to a core system (柒/一/3).
    package var isCore: Bool
}

extension Asset {
    /// The same asset with its label on it since `day`.
    func labelled(on day: Day) -> Asset {
        var asset = self
        asset.label.labelledOn = day
        return asset
    }
}

/// What the label on a device says, and since when it says it (柒/一/3).
package struct AssetLabel: Hashable, Sendable {
    package let propertyNumber: String?
    /// 保管人: who answers for the property, often a unit.
    package let keeper: String?
    package let maker: String?
    package let model: String?
    package fileprivate(set) var labelledOn: Day?
}

/// What an asset is, beyond its name.
package struct AssetDetails: Hashable, Sendable {
    /// The kind within the class, as the city's list or the agency calls it.
    package let kind: String?
    package let edition: String?
    package let quantity: Int?
    package let serial: String?
    package let address: String?
    package let domain: String?
    package let isIoT: Mark
    package let isCloud: Mark
    package let holdsPersonalData: Mark
    package let note: String?
}

/// Whether an asset may stay: its maker's support, and where it comes from.
package struct AssetProvenance: Hashable, Sendable {
    package let supportEndsOn: Day?
    package let origin: AssetOrigin?
    package let replacementPlan: String?
    package let replaceOn: Day?
}

/// Since when an agency has an asset, whether it is used, and how it ended.
package struct AssetLife: Hashable, Sendable {
    package let acquiredOn: Day?
    package let state: AssetState
    package let disposedOn: Day?
    /// How what was on it was erased.
    package let erasure: String?
}
