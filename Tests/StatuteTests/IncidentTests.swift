import Kernel
import Testing

@testable import Statute

@Suite struct DeadlineTests {
    static let known = "2026-10-08T17:20"

    @Test(arguments: [
        (1, "2026-10-11T17:20", "2026-10-09T01:30"), (2, "2026-10-11T17:20", "2026-10-09T01:30"),
        (3, "2026-10-10T05:20", "2026-10-08T19:30"), (4, "2026-10-10T05:20", "2026-10-08T19:30"),
    ])
    func `containment and review are shorter for major incidents`(
        _ level: Int, _ containment: String, _ review: String
    ) throws {
        let due = try deadlines(
            level, Self.known, [.received: try .taipei("2026-10-08T17:30")])
        #expect(due["notification"] == (try .taipei("2026-10-08T18:20")))
        #expect(due["containment"] == (try .taipei(containment)))
        #expect(due["review"] == (try .taipei(review)))
    }

    @Test func `a clock that has not started has no deadline`() throws {
        let incident = IncidentTimes(level: .one, knownAt: try .taipei(Self.known))
        let deadlines = try law.deadlines(of: incident)
        #expect(
            deadlines.map(\.clock.id) == [
                "notification", "review", "authority", "containment", "report",
            ])
        #expect(
            deadlines.filter { $0.due == nil }.map(\.clock.id) == [
                "review", "authority", "report",
            ])
    }

    @Test(arguments: [
        ("2020-05-01T09:00", "2020", "資通安全事件通報及應變辦法第4條第1項"),
        ("2025-12-15T09:00", "2021", "資通安全事件通報及應變辦法第4條第1項"),
        ("2026-01-04T23:59", "2021", "資通安全事件通報及應變辦法第4條第1項"),
        ("2026-01-05T00:00", "2026", "資通安全事件通報應變及演練辦法第6條第1項"),
    ])
    func `the edition in force when the agency knew governs`(
        _ known: String, _ edition: String, _ citation: String
    ) throws {
        let incident = IncidentTimes(level: .two, knownAt: try .taipei(known))
        let notification = try #require(try law.deadlines(of: incident).first)
        #expect(notification.clock.rule.edition == edition)
        #expect(notification.clock.rule.citation.zh == citation)
    }

    @Test func `before the first regulation there is no answer`() throws {
        let incident = IncidentTimes(level: .two, knownAt: try .taipei("2018-05-01T09:00"))
        #expect(throws: LawRefusal.noLaw(try .of("2018-05-01"))) {
            try law.deadlines(of: incident)
        }
    }

    @Test func `a changed level and a drill start clocks of their own`() throws {
        let at = try Instant.taipei("2026-10-08T18:00")
        let due = try deadlines(3, Self.known, [.levelChanged: at, .drilled: at])
        #expect(due["renotification"] == at.adding(hours: 1))
        #expect(due["drill-result"] == (try .taipei("2026-11-10T00:00")))
    }

    @Test func `what another level would change is told`() throws {
        let now = IncidentTimes(level: .two, knownAt: try .taipei(Self.known))
        var other = now
        other.level = .three
        let changes = try law.changes(from: now, to: other)
        #expect(changes.map(\.after.clock.id) == ["review", "containment"])
    }

    @Test func `a higher level never has a longer allowance`() throws {
        for clock in law.clocks {
            for (one, other) in zip(IncidentLevel.allCases, IncidentLevel.allCases.dropFirst()) {
                let start = Instant(startOf: Day(number: 20_500))
                let lower = law.calendar.end(
                    of: try #require(clock.allowances[one]), from: start)
                let higher = law.calendar.end(
                    of: try #require(clock.allowances[other]), from: start)
                #expect(higher.moment <= lower.moment)
            }
        }
    }

    @Test func `the explanation tells the deadline, the moves and the article`() throws {
        var random = Seeded(state: 6)
        for _ in 0..<500 {
            let known = Instant(startOf: Day(number: 20_500))
                .adding(minutes: Int.random(in: 0..<500_000, using: &random))
            let incident = IncidentTimes(
                level: IncidentLevel.allCases.randomElement(using: &random) ?? .one,
                knownAt: known, [.contained: known.adding(hours: 30)])
            for deadline in try law.deadlines(of: incident) {
                let zh = deadline.explanation.zh
                #expect(zh.contains(deadline.clock.rule.citation.zh))
                guard let due = deadline.due else { continue }
                #expect(zh.contains(due.rocDeadline))
                #expect(deadline.explanation.en.contains("\(due)"))
                for move in deadline.end?.moves ?? [] { #expect(zh.contains(move.term.zh)) }
            }
        }
    }

    private func deadlines(
        _ level: Int, _ known: String, _ moments: [IncidentMoment: Instant]
    ) throws -> [String: Instant] {
        let incident = IncidentTimes(
            level: try #require(IncidentLevel(rawValue: level)), knownAt: try .taipei(known),
            moments)
        var due: [String: Instant] = [:]
        for deadline in try law.deadlines(of: incident) { due[deadline.clock.id] = deadline.due }
        return due
    }
}

@Suite struct SeverityTests {
    static let table: [(Harm, HarmedAsset, [Extent: Int])] = [
        (.leak, .noncore, [.slight: 1, .serious: 2]), (.leak, .core, [.slight: 2, .serious: 3]),
        (.leak, .ci, [.slight: 3, .serious: 4]), (.leak, .secret, [.slight: 3, .serious: 4]),
        (.leak, .state, [.slight: 4, .serious: 4]),
        (.alteration, .noncore, [.slight: 1, .serious: 2]),
        (.alteration, .core, [.slight: 2, .serious: 3]),
        (.alteration, .ci, [.slight: 3, .serious: 4]),
        (.alteration, .secret, [.slight: 3, .serious: 4]),
        (.alteration, .state, [.slight: 4, .serious: 4]),
        (.interruption, .noncore, [.within: 1, .beyond: 2]),
        (.interruption, .core, [.within: 2, .beyond: 3]),
        (.interruption, .ci, [.within: 3, .beyond: 4]),
    ]

    @Test(arguments: ["2020-06-01", "2022-06-01", "2026-06-01"])
    func `the table of levels is the law's`(_ day: String) throws {
        for (harm, asset, levels) in Self.table {
            for (extent, level) in levels {
                let fact = try #require(HarmFact(harm, asset, extent))
                let verdict = try law.severity(of: [fact], on: .of(day))
                #expect(verdict.level.rawValue == level, "\(fact)")
                #expect(verdict.explanation.zh.contains(verdict.decidedBy.rule.citation.zh))
            }
        }
    }

    @Test func `the highest row wins`() throws {
        let facts = [
            HarmFact(.leak, .noncore, .slight), HarmFact(.interruption, .ci, .beyond),
            HarmFact(.alteration, .core, .serious),
        ].compactMap(\.self)
        let verdict = try law.severity(of: facts, on: .of("2026-06-01"))
        #expect(verdict.level == .four)
        #expect(verdict.decidedBy.id == "interruption.ci.beyond")
    }

    @Test func `sensitive information left the table in 2026`() throws {
        let fact = try #require(HarmFact(.leak, .sensitive, .slight))
        #expect(try law.severity(of: [fact], on: .of("2025-06-01")).level == .three)
        #expect(throws: LawRefusal.noRow(fact, edition: "2026")) {
            try law.severity(of: [fact], on: .of("2026-06-01"))
        }
    }

    @Test func `an interruption is measured in time and nothing else is`() {
        #expect(HarmFact(.interruption, .core, .slight) == nil)
        #expect(HarmFact(.leak, .core, .within) == nil)
    }
}
