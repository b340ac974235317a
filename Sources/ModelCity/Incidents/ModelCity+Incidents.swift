import Access
import Incidents
import Kernel
import Programme
import Statute

extension ModelCity {
    /// Lets the incidents of the years happen, step by step in the order of time; those of the last
    /// days still run when the city is looked at.
    func letIncidentsHappen(_ places: [ModelPlace], until now: Instant) async throws -> Int {
        guard let city = places.first else { return 0 }
        var generator = city.generator("incidents", plan)
        let incidents = ModelIncident.all(
            places: places.count, from: clock.now, until: now, using: &generator)
        let names = incidents.map { _ in ModelName.next(using: &generator) }
        let events = incidents.enumerated().flatMap { $1.events($0) }
            .filter { $0.at >= clock.now && $0.at < now }
            .sorted { ($0.at, $0.incident, $0.step) < ($1.at, $1.incident, $1.step) }
        var known: [Int: IncidentID] = [:]
        for event in events {
            clock.move(to: event.at)
            let incident = incidents[event.incident]
            let scene = ModelScene(
                desk: IncidentDesk(door: programme.door, law: programme.law), incident: incident,
                by: .console(names[event.incident], in: places[incident.place].agency),
                above: .console("資訊局值班", in: city.agency), now: clock.now)
            known[event.incident] = try await scene.play(event.step, known[event.incident])
        }
        return known.count
    }
}

/// One invented incident at one moment: who acts, and on what.
private struct ModelScene {
    let desk: IncidentDesk
    let incident: ModelIncident
    let by: Caller
    let above: Caller
    let now: Instant

    /// Takes a step; a step before the report is none.
    func play(_ step: ModelIncident.Step, _ id: IncidentID?) async throws -> IncidentID? {
        guard step != .report else {
            return try await desk.report(
                knownAt: incident.knownAt, isDrill: incident.isDrill, by: by)
        }
        guard let id else { return nil }
        switch step {
        case .report: break
        case .tell: try await tell(id)
        case .notify: try await desk.notify(id, at: now, receipt: receipt, by: by)
        case .review:
            let level = try await desk.find(id, by: above).incident.level
            try await desk.review(id, as: level, reason: "", by: above)
        case .pass: try await desk.tellAuthority(id, by: above)
        case .contain:
            try await desk.contain(id, at: now, words: "隔離受影響的設備，從備份還原。", by: by)
        case .file: try await desk.fileReport(id, at: now, words: "已函送改善報告。", by: by)
        case .close: try await desk.close(id, words: "更新套件並加強檢查。", by: by)
        }
        return id
    }

    private var receipt: String { "示範-\(now.day.rocSlashes.replacing("/", with: ""))" }

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
