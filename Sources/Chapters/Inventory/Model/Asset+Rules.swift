import Foundation
import Kernel
import Registers
import Systems

extension Asset {
    /// Makes an asset of what stands in its columns.
    static func make(
        _ head: RowHead, _ systemName: String?, _ name: String, _ assetClass: AssetClass,
        _ owner: String?, _ manager: String?, _ usedBy: String?, _ place: String?,
        _ need: ProtectionNeed?,
        _ propertyNumber: String?, _ keeper: String?, _ maker: String?, _ model: String?,
        _ labelledOn: Day?,
        _ kind: String?, _ edition: String?, _ quantity: Int?, _ serial: String?,
        _ address: String?, _ domain: String?, _ isIoT: Mark, _ isCloud: Mark,
        _ holdsPersonalData: Mark, _ note: String?,
        _ supportEndsOn: Day?, _ origin: AssetOrigin?, _ plan: String?, _ replaceOn: Day?,
        _ acquiredOn: Day?, _ state: AssetState, _ disposedOn: Day?, _ erasure: String?,
        _ systemID: UUID?, _ isCore: Bool
    ) -> Asset {
        Asset(
            head: head, systemName: systemName, name: name, assetClass: assetClass,
            owner: owner, manager: manager, usedBy: usedBy, place: place, need: need,
            label: AssetLabel(
                propertyNumber: propertyNumber, keeper: keeper, maker: maker, model: model,
                labelledOn: labelledOn),
            details: AssetDetails(
                kind: kind, edition: edition, quantity: quantity, serial: serial,
                address: address, domain: domain, isIoT: isIoT, isCloud: isCloud,
                holdsPersonalData: holdsPersonalData, note: note),
            provenance: AssetProvenance(
                supportEndsOn: supportEndsOn, origin: origin, replacementPlan: plan,
                replaceOn: replaceOn),
            life: AssetLife(
                acquiredOn: acquiredOn, state: state, disposedOn: disposedOn, erasure: erasure),
            systemID: systemID, isCore: isCore)
    }

    /// What was scrapped has its day, and only that has one.
    static func problems(_ asset: Asset) -> [FieldError] {
        switch (asset.life.state, asset.life.disposedOn) {
        case (.scrapped, nil):
            [
                FieldError(
                    field: "disposedOn",
                    message: Term("報廢的資產要有報廢日期", en: "Say when it was scrapped"))
            ]
        case (.inUse, .some), (.idle, .some):
            [
                FieldError(
                    field: "disposedOn",
                    message: Term(
                        "有報廢日期，狀態卻不是報廢；改其中一個",
                        en: "It has a day of scrapping but is not scrapped; change one of the two"))
            ]
        case (.scrapped, .some), (_, nil): []
        }
    }

    /// Why the need and the core mark are what they are, and what a marked origin still lacks.
    package var remarks: [Remark] {
        var remarks: [Remark] = []
        if let systemName {
            remarks.append(
                Remark(
                    "need",
                    systemID == nil
                        ? Term(
                            "系統清單裡沒有唯一一個叫「\(systemName)」的系統，所以等級用這裡填的。",
                            en: "No one system is called “\(systemName)”; the need is set here.")
                        : Term(
                            "跟著資通系統「\(systemName)」：\(isCore ? "核心" : "不是核心")。系統的等級改了，這裡也會改。",
                            en: "Follows “\(systemName)”, which is \(isCore ? "" : "not ")core.")))
        }
        if provenance.origin != nil && provenance.lacksPlan {
            remarks.append(
                Remark(
                    "origin",
                    Term("還缺替代方案或預計汰換日期。", en: "A plan or a day of replacement is missing.")))
        }
        if life.state != .scrapped, details.note?.contains("報廢") ?? false {
            remarks.append(
                Remark(
                    "state",
                    Term(
                        "備註寫到報廢，狀態還是\(life.state.term.zh)。真的報廢了，改狀態並填報廢日期。",
                        en: "The note speaks of scrapping, but the state is \(life.state.term.en).")
                ))
        }
        return remarks
    }
}

extension AssetProvenance {
    fileprivate var lacksPlan: Bool { replacementPlan == nil || replaceOn == nil }
}
