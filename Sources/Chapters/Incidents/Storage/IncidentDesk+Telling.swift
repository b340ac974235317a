import Access
import Foundation
import Kernel
import Registers
import Statute
import Storage

// What is told of an incident after it was saved: what happened, what it harmed, how grave it is.
extension IncidentDesk {
    package func describe(
        _ id: IncidentID, as account: IncidentAccount, seen version: Int? = nil, by caller: Caller
    ) async throws {
        try await tell(id, .describeIncident, seen: version, by: caller) { change, incident in
            guard incident.account != account else { return }
            try incident.describe(account)
            try change.note(
                .described, in: incident, at: change.now,
                words: "\(account.kind.term.zh)：\(account.words)")
        }
    }

    /// Tells what was harmed and on which systems.
    ///
    /// - Throws: `InvalidRow` when no harm is told.
    package func affect(
        _ id: IncidentID, _ effect: IncidentEffect, systems: Set<UUID>, seen version: Int? = nil,
        by caller: Caller
    ) async throws {
        try await tell(id, .affectIncident, seen: version, by: caller) { change, incident in
            guard !effect.extents.isEmpty else { throw InvalidRow.noHarm }
            try incident.affect(effect)
            let pickable = try PickableSystem.all(for: incident, change.view)
            let picked = systems.intersection(pickable.map(\.id))
            let old = try AffectedSystem.all(of: incident, change.view)
            for row in old where !picked.contains(row.systemID) { try change.remove(row) }
            for system in picked.subtracting(old.map(\.systemID)).sorted(by: { $0 < $1 }) {
                try change.insert(AffectedSystem(system, in: incident, at: change.now))
            }
        }
    }

    /// Gives the level: the one that the rule proposes, or another with a reason.
    ///
    /// - Throws: `InvalidRow` for another level without a reason; `IncidentRefusal.untold` before
    ///   it is told what was harmed.
    package func judge(
        _ id: IncidentID, as level: IncidentLevel?, reason: String, seen version: Int? = nil,
        by caller: Caller
    ) async throws {
        let law = law
        try await tell(id, .judgeIncident, seen: version, by: caller) { change, incident in
            let systems = try PickableSystem.all(for: incident, change.view)
            let verdict = try incident.verdict(
                touchesCore: systems.contains { $0.isAffected && $0.isCore }, by: law)
            guard let level else { throw InvalidRow.noLevel }
            if level != verdict.level && reason.isEmpty { throw InvalidRow.noReason }
            let judgement = LevelJudgement(
                level: level, proposed: verdict.level, decidedBy: verdict.decidedBy.rule.id,
                reason: level == verdict.level ? nil : reason)
            guard incident.judgement != judgement else { return }
            try incident.judge(judgement, at: change.now)
            try change.note(
                .judged, in: incident, at: change.now, words: judgement.reason, level: level)
            try change.tellOwn(
                of: incident,
                Term("判定為第 \(level.rawValue) 級", en: "judged as level \(level.rawValue)"))
        }
    }
}

extension Incident {
    /// What the table of levels makes of what was told.
    ///
    /// - Throws: `IncidentRefusal.untold` before a harm is told.
    package func verdict(touchesCore: Bool, by law: Law) throws -> SeverityVerdict {
        guard let effect else { throw IncidentRefusal.untold(number) }
        let day = report.knownAt.day
        return try law.severity(
            of: effect.facts(coreSystem: touchesCore, by: law, on: day), on: day)
    }
}

extension InvalidRow {
    fileprivate static let noHarm = moment(
        "leak",
        Term(
            "至少選一項影響。都沒有的話，這可能是誤報，可以撤回",
            en: "Choose one harm at least. If there is none, withdraw it as a false alarm"))
    fileprivate static let noLevel = moment("level", Term("選擇等級", en: "Choose the level"))
    fileprivate static let noReason = moment(
        "reason", Term("和系統建議的等級不同，要寫理由", en: "Say why it is another level"))
}
