import Kernel
import Registers

extension InformationSystem {
    /// Makes a system of what stands in its columns.
    static func make(
        _ head: RowHead, _ name: String, _ owner: String, _ building: Building,
        _ isCitizenFacing: Bool, _ businesses: Names, _ supportsCoreBusiness: Bool,
        _ state: SystemState,
        _ confidentiality: ProtectionNeed?, _ confidentialityReason: String?,
        _ integrity: ProtectionNeed?, _ integrityReason: String?,
        _ availability: ProtectionNeed?, _ availabilityReason: String?,
        _ compliance: ProtectionNeed?, _ complianceReason: String?, _ reviewedOn: Day?,
        _ longest: Int?, _ recovery: Int?, _ dataLoss: Int?
    ) -> InformationSystem {
        let grading = Grading(
            confidentiality: Grade(need: confidentiality, reason: confidentialityReason),
            integrity: Grade(need: integrity, reason: integrityReason),
            availability: Grade(need: availability, reason: availabilityReason),
            compliance: Grade(need: compliance, reason: complianceReason))
        return InformationSystem(
            head: head, name: name, owner: owner, building: building,
            isCitizenFacing: isCitizenFacing, businesses: businesses,
            supportsCoreBusiness: supportsCoreBusiness, grading: grading,
            gradingReviewedOn: reviewedOn,
            outage: TolerableOutage(
                longestHours: longest, recoveryHours: recovery, dataLossHours: dataLoss),
            state: state)
    }

    /// A recovery target is not longer than the longest outage; a system in use has its
    /// protection-need section filled (陸/二/2).
    static func problems(_ system: InformationSystem) -> [FieldError] {
        problems(system.outage) + problems(system.state, system.grading)
    }

    private static func problems(_ outage: TolerableOutage) -> [FieldError] {
        guard let longest = outage.longestHours, let recovery = outage.recoveryHours,
            recovery > longest
        else { return [] }
        let message = Term(
            "復原時間目標 \(recovery) 小時，比最大可容忍中斷時間 \(longest) 小時還長；改短一點",
            en: "The recovery target may not be longer than the longest outage, \(longest) hours")
        return [FieldError(field: "recoveryHours", message: message)]
    }

    private static func problems(_ state: SystemState, _ grading: Grading) -> [FieldError] {
        guard state == .inUse, !grading.gaps.isEmpty else { return [] }
        let zh = grading.gaps.map(\.term.zh).joined(separator: "、")
        let en = grading.gaps.map { $0.term.en.lowercased() }.joined(separator: ", ")
        let message = Term(
            "使用中的系統要先填好防護需求：\(zh)還缺等級或說明",
            en: "Before a system is in use, grade it and say why: \(en)")
        return [FieldError(field: "state", message: message)]
    }
}
