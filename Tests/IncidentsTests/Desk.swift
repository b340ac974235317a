import Access
import Kernel
import Statute
import Storage
import TestCity
import TestEngines

@testable import Incidents

/// A small city with what its tests of incidents do again and again.
struct Desk {
    let city: TestCity
    let desk: IncidentDesk

    init(on engine: TestEngine = .sqlite) async throws {
        city = try await TestCity(on: engine)
        desk = IncidentDesk(door: city.door, law: city.programme.law)
    }

    var now: Instant { city.clock.now }

    /// Reports as the machine of an agency.
    func report(
        in place: TestCity.Place = .own, minutesAgo: Int = 0, isDrill: Bool = false
    ) async throws -> IncidentID {
        try await desk.report(
            knownAt: now.adding(minutes: -minutesAgo), isDrill: isDrill, by: console(place))
    }

    /// Reports and tells everything: an altered page of non-core business is level 1. Takes two
    /// minutes.
    func told(
        in place: TestCity.Place = .own, minutesAgo: Int = 0, isDrill: Bool = false,
        level: IncidentLevel = .one
    ) async throws -> IncidentID {
        let id = try await report(in: place, minutesAgo: minutesAgo, isDrill: isDrill)
        let caller = console(place)
        city.clock.advance(minutes: 1)
        try await desk.describe(
            id, as: IncidentAccount(kind: .defaced, words: "首頁被換"), by: caller)
        try await desk.affect(
            id, IncidentEffect(extents: [.alteration: .slight]), systems: [], by: caller)
        city.clock.advance(minutes: 1)
        try await desk.judge(
            id, as: level, reason: level == .one ? "" : "影響比表上重", by: caller)
        return id
    }

    func incident(_ id: IncidentID) async throws -> Incident {
        try await desk.find(id, by: city.console).incident
    }

    func console(_ place: TestCity.Place) -> Caller {
        .console("tester", in: city.agency(place))
    }

    /// The clocks that run within a caller's reach.
    func running(by caller: Caller) async throws -> [RunningClock] {
        let law = desk.law
        return try await city.door.read(by: caller) { view in
            try RunningClock.all(within: view.reach(.open), by: law, view)
        }
    }

    /// The clocks of an incident by their names.
    func clocks(_ id: IncidentID) async throws -> [IncidentClock: ClockMark] {
        let marks = try await incident(id).clocks(by: desk.law)
        return Dictionary(
            uniqueKeysWithValues: marks.compactMap { mark in mark.clock.map { ($0, mark) } })
    }
}
