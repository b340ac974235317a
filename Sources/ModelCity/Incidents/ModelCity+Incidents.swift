import Access
import Incidents
import Kernel
import Programme
import Statute
import Synchronization

extension ModelCity {
    /// The incidents of the years, step by step; those of the last days still run when the city is
    /// looked at.
    func incidents(_ places: [ModelPlace], until now: Instant) -> [Happening] {
        guard let city = places.first else { return [] }
        var generator = city.generator("incidents", plan)
        let incidents = ModelIncident.all(
            places: places.count, from: clock.now, until: now, using: &generator)
        return incidents.flatMap { incident in
            let scene = ModelScene(
                desk: IncidentDesk(door: programme.door, law: programme.law), incident: incident,
                by: .console(
                    ModelName.next(using: &generator), in: places[incident.place].agency),
                above: .console("資訊局值班", in: city.agency))
            return incident.steps.map { step, at in
                Happening(at: at) { try await scene.play(step, now: at) }
            }
        }
    }
}

/// One invented incident: who acts in it, and how it is known since its report.
private final class ModelScene: Sendable {
    private let desk: IncidentDesk
    private let incident: ModelIncident
    private let by: Caller
    private let above: Caller
    private let reported = Mutex<IncidentID?>(nil)

    init(desk: IncidentDesk, incident: ModelIncident, by: Caller, above: Caller) {
        self.desk = desk
        self.incident = incident
        self.by = by
        self.above = above
    }

    /// Takes a step; a step before the report is none.
    func play(_ step: ModelIncident.Step, now: Instant) async throws {
        guard step != .report else {
            let id = try await desk.report(
                knownAt: incident.knownAt, isDrill: incident.isDrill, by: by)
            return reported.withLock { $0 = id }
        }
        guard let id = reported.withLock({ $0 }) else { return }
        switch step {
        case .report: break
        case .tell: try await tell(id)
        case .notify:
            let receipt = "示範-\(now.day.rocSlashes.replacing("/", with: ""))"
            try await desk.notify(id, at: now, receipt: receipt, by: by)
        case .review:
            let level = try await desk.find(id, by: above).incident.level
            try await desk.review(id, as: level, reason: "", by: above)
        case .pass: try await desk.tellAuthority(id, by: above)
        case .contain:
            try await desk.contain(id, at: now, words: "隔離受影響的設備，從備份還原。", by: by)
        case .file: try await desk.fileReport(id, at: now, words: "已函送改善報告。", by: by)
        case .close:
            try await desk.close(id, words: "更新套件並加強檢查。", by: by)
            guard incident.isDrill else { return }
            try await desk.fileResult(id, at: now, words: "演練結果已報送。", by: by)
        }
    }

    private func tell(_ id: IncidentID) async throws {
        try await desk.describe(id, as: incident.account, by: by)
        let systems = try await desk.find(id, by: by).systems
        let touched = incident.effect.extents[.interruption] == nil ? systems.last : systems.first
        try await desk.affect(
            id, incident.effect, systems: Set([touched].compactMap { $0?.id }), by: by)
        let seen = try await desk.find(id, by: by)
        let verdict = try seen.incident.verdict(touchesCore: seen.touchesCore, by: desk.law)
        try await desk.judge(id, as: verdict.level, reason: "", by: by)
    }
}
