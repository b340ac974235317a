import Kernel
import Statute

/// A duty of the law that an agency does not owe in a year, and why not.
package struct AbsentDuty: Sendable {
    package let duty: Duty
    package let reason: Term
}

extension Law {
    /// The duties in force that are not among `owed`, each with the reason.
    package func absences(
        of agency: JudgedAgency, beside owed: Set<MeasureID>, on day: Day
    ) -> [AbsentDuty] {
        duties(on: day).filter { !owed.contains(MeasureID($0.id)) }.map {
            AbsentDuty(duty: $0, reason: reason($0, agency))
        }
    }

    private func reason(_ duty: Duty, _ agency: JudgedAgency) -> Term {
        let level = agency.level ?? .least
        if duty.holder == .city && agency.kind != .city {
            return Term("由市府統一辦理。", en: "The city does this for everybody.")
        }
        if agency.kind != .city && !duty.kinds.contains(agency.kind) {
            let kinds = duty.kinds.map(\.term)
            return Term(
                "只有\(kinds.map(\.zh).joined(separator: "、"))要辦。",
                en: "Only for: \(kinds.map(\.en).joined(separator: ", ")).")
        }
        if duty.levels[level] == nil {
            let levels = duty.levels.keys.sorted(by: >).map(\.rawValue)
            return Term(
                "責任等級 \(level.rawValue) 級不用辦，\(levels.joined(separator: "、")) 級才要。",
                en:
                    "Level \(level.rawValue) does not owe it; levels \(levels.joined(separator: ", ")) do."
            )
        }
        if duty.holder == .superior && !agency.hasSubordinates {
            return Term("沒有所屬機關。", en: "No agencies stand under this one.")
        }
        if let condition = duty.condition { return condition.absence }
        return Term("今年還沒起算。", en: "It does not count yet this year.")
    }
}

extension Duty.Condition {
    /// Why the duty is not owed, by what the registers say.
    fileprivate var absence: Term {
        switch self {
        case .outsources:
            Term(
                "資通系統清冊裡，使用中的系統都不是委外，機關情形也沒有其他委外的服務。登錄其中一種就要辦。",
                en: "No system in use is outsourced, and no other service is said to be.")
        case .developsSystems:
            Term(
                "資通系統清冊裡，使用中的系統都由上級維運，沒有自行或委外開發的。",
                en: "By the list of systems all in use are run by a superior.")
        case .hasPublicCoreSystem:
            Term(
                "資通系統清冊裡，使用中的核心系統都不對外服務。",
                en: "By the list of systems no core system in use serves citizens.")
        case .hasMailServer:
            Term(
                "機關情形寫著沒有自己的郵件伺服器。有了，改那一筆就要辦。",
                en: "The agency says that it has no mail server of its own.")
        case .hasSubordinates:
            Term("沒有這項義務所指的情形。", en: "What this duty is about is not there.")
        }
    }
}
