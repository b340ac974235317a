import Access
import Kernel
import Statute
import TestCity
import TestEngines
import Testing

@testable import Incidents

@Suite struct ClockTests {
    /// An incident with every moment at so many minutes after the agency knew.
    private func incident(
        knownAt: Instant, level: IncidentLevel?, after minutes: Int
    ) throws -> Incident {
        let year = try #require(ROCYear(115))
        var incident = Incident(
            id: IncidentID(at: knownAt), agencyID: AgencyID(at: knownAt), version: 1,
            number: IncidentNumber(year: year, sequence: 1, isDrill: false),
            report: IncidentReport(
                knownAt: knownAt, reportedAt: knownAt, reporter: nil, reporterName: "王"))
        incident.judgement = level.map {
            LevelJudgement(level: $0, proposed: $0, decidedBy: "leak.state")
        }
        let later = knownAt.adding(minutes: minutes)
        incident.marks = IncidentMarks(
            notifiedAt: later, receivedAt: later, levelChangedAt: later, reviewedAt: later,
            containedAt: later)
        return incident
    }

    @Test(arguments: IncidentLevel.allCases)
    func `later knowledge never makes a deadline earlier`(_ level: IncidentLevel) throws {
        let law = try Law.bundled()
        var generator = SystemRandomNumberGenerator()
        let start = Instant(startOf: try #require(Day("2026-01-06")))
        for _ in 0..<200 {
            let first = Int.random(in: 0..<400_000, using: &generator)
            let second = first + Int.random(in: 0..<50_000, using: &generator)
            let pair = try [first, second].map { minutes in
                try incident(
                    knownAt: start.adding(minutes: minutes), level: level, after: 10
                ).clocks(by: law)
            }
            for (early, late) in zip(pair[0], pair[1]) {
                #expect(early.deadline.clock.id == late.deadline.clock.id)
                let dues = try (#require(early.due), #require(late.due))
                #expect(dues.0 <= dues.1, "\(early.deadline.clock.id) known at \(first), \(second)")
            }
        }
    }

    @Test(arguments: IncidentLevel.allCases)
    func `a judged level never shortens the time that was shown before`(
        _ level: IncidentLevel
    ) throws {
        let law = try Law.bundled()
        let known = try #require(Instant("2026-11-23T09:00"))

        let before = try incident(knownAt: known, level: nil, after: 5).clocks(by: law)
        let after = try incident(knownAt: known, level: level, after: 5).clocks(by: law)

        for (shown, judged) in zip(before, after) {
            let dues = try (#require(shown.due), #require(judged.due))
            #expect(dues.0 <= dues.1)
        }
    }

    @Test func `an old incident keeps the law of its day`() throws {
        let law = try Law.bundled()
        let old = try #require(Instant("2025-06-02T09:00"))
        let new = try #require(Instant("2026-06-02T09:00"))

        let editions = try [old, new].map { known in
            try incident(knownAt: known, level: .one, after: 5).clocks(by: law)
                .map(\.deadline.clock.rule.citation.zh)
        }

        #expect(Set(editions[0]).isDisjoint(with: editions[1]))
    }

    @Test(arguments: TestEngine.allCases)
    func `running clocks come the most urgent first, in one query, within reach`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await Desk(on: engine)
        let late = try await desk.told(in: .child, minutesAgo: 300)
        let fresh = try await desk.told(in: .own)
        _ = try await desk.told(in: .sibling, minutesAgo: 100)
        let gone = try await desk.told(in: .own)
        try await desk.desk.withdraw(gone, reason: "誤報", by: desk.console(.own))
        let officer = try await desk.city.caller(.officer)
        let law = desk.desk.law

        var clocks: [RunningClock] = []
        let statements = try await desk.city.database.statements {
            clocks = try await desk.city.door.read(by: officer) { view in
                try RunningClock.all(within: view.reach(.open), by: law, view)
            }
        }

        #expect(statements.count == 1)
        #expect(Set(clocks.map(\.incident)) == [late, fresh])
        #expect(clocks.first?.incident == late)
        #expect(clocks.map(\.due) == clocks.map(\.due).sorted())
    }

    @Test(arguments: TestEngine.allCases)
    func `confirmed incidents are counted by the year of knowledge, drills and false alarms apart`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await Desk(on: engine)
        let city = try await desk.city.caller(.city)
        for (isDrill, isFalse) in [(false, false), (true, false), (false, true)] {
            let id = try await desk.told(in: .child, isDrill: isDrill)
            let school = desk.console(.child)
            try await desk.desk.notify(id, at: desk.now, receipt: nil, by: school)
            try await desk.desk.review(id, as: .three, reason: "影響核心", by: city)
            if isFalse { try await desk.desk.withdraw(id, reason: "誤報", by: school) }
        }
        _ = try await desk.told(in: .child)
        let officer = try await desk.city.caller(.officer, in: TestCity.Place.none)

        let counts = try await desk.city.door.read(by: city) { view in
            try [114, 115].map { year in
                try IncidentCount.confirmed(
                    in: #require(ROCYear(year)), within: view.reach(.open), view)
            }
        }
        let others = try await desk.city.door.read(by: officer) { view in
            try IncidentCount.confirmed(
                in: #require(ROCYear(115)), within: view.reach(.open), view)
        }

        let child = desk.city.agency(.child).id
        #expect(counts == [[], [IncidentCount(agency: child, level: .three, count: 1)]])
        #expect(others == [])
    }
}
