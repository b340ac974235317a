import Kernel
import Testing

@testable import Statute

/// What the schedules say, as a table: per level its cadence, or "" where nothing is owed.
private struct Row: Sendable {
    let id: String
    let cadences: [String]
    var amounts: [Int] = []
}

@Suite struct DutyTests {
    private static let since2019: [Row] = [
        Row(id: "level.grading", cadences: ["in 1y", "in 1y", "in 1y", "", ""]),
        Row(id: "level.grading-review", cadences: ["1/y", "1/y", "1/y", "", ""]),
        Row(id: "level.isms", cadences: ["in 2y", "in 2y", "in 2y", "", ""]),
        Row(id: "level.isms-certificate", cadences: ["in 3y", "in 3y", "", "", ""]),
        Row(id: "level.staff", cadences: ["in 1y", "in 1y", "in 1y", "", ""], amounts: [4, 2, 1]),
        Row(id: "level.audit", cadences: ["2/y", "1/y", "1/2y", "", ""]),
        Row(id: "level.continuity-drill", cadences: ["1/y", "1/2y", "1/2y", "", ""]),
        Row(id: "level.maturity", cadences: ["1/y", "1/y", "", "", ""]),
        Row(id: "level.scan", cadences: ["2/y", "1/y", "1/2y", "", ""]),
        Row(id: "level.penetration", cadences: ["1/y", "1/2y", "1/2y", "", ""]),
        Row(id: "level.monitoring", cadences: ["in 1y", "in 1y", "", "", ""]),
        Row(id: "level.gcb", cadences: ["in 1y", "in 1y", "", "", ""]),
        Row(id: "level.antivirus", cadences: ["in 1y", "in 1y", "in 1y", "in 1y", ""]),
        Row(id: "level.firewall", cadences: ["in 1y", "in 1y", "in 1y", "in 1y", ""]),
        Row(id: "level.intrusion", cadences: ["in 1y", "in 1y", "", "", ""]),
        Row(id: "level.waf", cadences: ["in 1y", "in 1y", "", "", ""]),
        Row(id: "level.apt", cadences: ["in 1y", "", "", "", ""]),
        Row(
            id: "level.training-dedicated", cadences: ["1/y", "1/y", "1/y", "", ""],
            amounts: [12, 12, 12]),
        Row(
            id: "level.training-everyone", cadences: ["1/y", "1/y", "1/y", "1/y", "1/y"],
            amounts: [3, 3, 3, 3, 3]),
    ]

    private static let only2019: [Row] = [
        Row(id: "level.baseline", cadences: ["in 1y", "in 1y", "", "", ""]),
        Row(id: "level.baseline-high", cadences: ["", "", "in 2y", "", ""]),
        Row(
            id: "level.licences", cadences: ["in 1y", "in 1y", "in 1y", "", ""],
            amounts: [4, 2, 1]),
        Row(
            id: "level.health-check", cadences: ["1/y", "1/2y", "1/2y", "", ""],
            amounts: [5, 5, 5]),
        Row(id: "level.filing", cadences: Array(repeating: "1/2y", count: 5)),
    ]

    private static let only2021: [Row] = [
        Row(id: "level.baseline", cadences: ["in 1y", "in 1y", "in 2y", "", ""]),
        Row(id: "level.products", cadences: ["always", "always", "always", "always", ""]),
        Row(id: "level.vans", cadences: ["in 1y", "in 1y", "in 2y", "", ""]),
        Row(id: "level.edr", cadences: ["in 2y", "in 2y", "", "", ""]),
        Row(
            id: "level.health-check", cadences: ["1/y", "1/2y", "1/2y", "", ""],
            amounts: [5, 5, 5]),
        Row(id: "level.training-it", cadences: ["1/2y", "1/2y", "1/2y", "", ""]),
        Row(id: "level.personal-licence", cadences: ["in 1y", "in 1y", "in 1y", "", ""]),
        Row(id: "level.filing", cadences: Array(repeating: "1/2y", count: 5)),
    ]

    private static let only2026: [Row] = [
        Row(id: "level.baseline", cadences: ["in 1y", "in 1y", "in 2y", "", ""]),
        Row(id: "level.products", cadences: Array(repeating: "always", count: 5)),
        Row(id: "level.vans", cadences: ["in 1y", "in 1y", "in 2y", "", ""]),
        Row(id: "level.edr", cadences: ["in 1y", "in 1y", "", "", ""]),
        Row(
            id: "level.health-check", cadences: ["1/y", "1/2y", "1/2y", "", ""],
            amounts: [6, 6, 5]),
        Row(id: "level.training-it", cadences: ["1/2y", "1/2y", "1/2y", "1/2y", ""]),
        Row(id: "level.personal-licence", cadences: ["in 1y", "in 1y", "in 1y", "", ""]),
        Row(id: "level.filing", cadences: Array(repeating: "1/3y", count: 5)),
    ]

    @Test func `the schedules of 2019 are as the facts say`() throws {
        try check(Self.since2019 + Self.only2019, "2020-06-01", edition: "2020")
    }

    @Test func `the schedules of 2021 are as the facts say`() throws {
        try check(Self.since2019 + Self.only2021, "2022-06-01", edition: "2021")
        let ids = law.duties(on: try .of("2022-06-01")).map(\.id)
        #expect(!ids.contains("level.baseline-high") && !ids.contains("level.licences"))
    }

    @Test func `the schedules of 2026 are as the facts say`() throws {
        try check(Self.since2019 + Self.only2026, "2026-06-01", edition: "2026")
    }

    private func check(_ rows: [Row], _ day: String, edition: String) throws {
        let day = try Day.of(day)
        for row in rows {
            let duty = try #require(law.duties(on: day).first { $0.id == row.id }, "\(row.id)")
            let found = Level.allCases.map { duty.levels[$0]?.description ?? "" }
            #expect(found == row.cadences, "\(row.id)")
            if !row.amounts.isEmpty {
                #expect(Level.allCases.compactMap { duty.amounts[$0] } == row.amounts, "\(row.id)")
            }
            if duty.rule.citation.instrument.zh.contains("分級辦法") {
                #expect(duty.rule.edition == edition, "\(row.id)")
            }
        }
    }

    @Test(arguments: [
        ("level.staff", "2026-02-10", "2026-06-01", "2027-02-11"),  // the day itself is a holiday
        ("level.staff", "2026-03-15", "2026-06-01", "2027-03-15"),
        ("level.isms", "2026-03-15", "2026-06-01", "2028-03-15"),
        ("level.audit", "2026-03-15", "2026-06-01", "2027-12-31"),  // counted from the year after
        ("level.audit", "2024-03-15", "2026-06-01", "2026-12-31"),
        ("level.edr", "2015-03-15", "2022-06-01", "2023-08-23"),  // from the day the duty began
        ("level.vans", "2015-03-15", "2022-06-01", "2022-08-23"),
        ("level.audit", "2022-03-15", "2022-06-01", "2022-12-31"),  // before 2026: the same year
        ("act.status", "2020-03-15", "2026-06-01", "2026-03-31"),
        ("plan.management-review", "2020-03-15", "2026-06-01", "2026-12-31"),
    ])
    func `a duty of level A is due on its day`(
        _ id: String, _ classified: String, _ day: String, _ due: String
    ) throws {
        let facts = AgencyFacts(level: .a, classifiedOn: try .of(classified))
        let owed = law.owed(by: facts, on: try .of(day)).first { $0.duty.id == id }
        #expect(owed?.dueOn == (try .of(due)))
    }

    @Test func `once in two years is counted in spans of two calendar years`() throws {
        let facts = AgencyFacts(level: .c, classifiedOn: try .of("2026-02-10"))
        for (day, due) in [("2026-06-01", 2028), ("2027-01-01", 2028), ("2029-01-01", 2030)] {
            let audit = law.owed(by: facts, on: try .of(day)).first { $0.duty.id == "level.audit" }
            #expect(audit?.dueOn == Day(year: due, month: 12, day: 31))
        }
    }

    @Test func `a change of staff lets the staff allowance run anew`() throws {
        var facts = AgencyFacts(level: .a, classifiedOn: try .of("2020-02-10"))
        facts.staffChangedOn = try .of("2026-03-15")
        let staff = law.owed(by: facts, on: try .of("2026-06-01"))
            .first { $0.duty.id == "level.staff" }
        #expect(staff?.dueOn == (try .of("2027-03-15")))
    }

    @Test func `drills of the city are owed by the city alone`() throws {
        let day = try Day.of("2026-08-01")
        let city = AgencyFacts(level: .a, kind: .city, classifiedOn: try .of("2019-01-01"))
        let drill = law.owed(by: city, on: day).first { $0.duty.id == "city.phishing-drill" }
        #expect(drill?.opensOn == (try .of("2026-07-01")))
        #expect(drill?.dueOn == (try .of("2026-12-31")))
        let agency = AgencyFacts(level: .a, classifiedOn: try .of("2019-01-01"))
        #expect(!law.owed(by: agency, on: day).contains { $0.duty.id == "city.phishing-drill" })
    }

    @Test func `schools file on their own day`() throws {
        let school = AgencyFacts(level: .d, kind: .school, classifiedOn: try .of("2019-01-01"))
        let status = law.owed(by: school, on: try .of("2026-06-01"))
            .first { $0.duty.id == "act.status" }
        #expect(status?.dueOn == (try .of("2026-07-31")))
    }

    @Test func `mail filtering is only advice at level D`() throws {
        let day = try Day.of("2026-06-01")
        for (level, isAdvice) in [(Level.c, false), (.d, true)] {
            var facts = AgencyFacts(level: level, classifiedOn: try .of("2019-12-01"))
            let filter = law.owed(by: facts, on: day).first { $0.duty.id == "level.mail-filter" }
            #expect(filter?.isAdvice == isAdvice)
            facts.conditions[.hasMailServer] = false
            #expect(!law.owed(by: facts, on: day).contains { $0.duty.id == "level.mail-filter" })
        }
    }

    @Test func `a waiver counts from the day it was recorded`() throws {
        let recorded = try Day.of("2026-05-01")
        let waiver = try #require(
            Waiver(
                ruleID: "level.edr", reason: "系統無法安裝", consentBy: "資訊局", recordedOn: recorded))
        var facts = AgencyFacts(level: .a, classifiedOn: try .of("2019-12-01"))
        facts.waivers["level.edr"] = waiver
        for (day, waived) in [("2026-04-30", false), ("2026-05-01", true)] {
            let edr = law.owed(by: facts, on: try .of(day)).first { $0.duty.id == "level.edr" }
            #expect((edr?.waiver != nil) == waived)
        }
        #expect(
            Waiver(ruleID: "level.edr", reason: "", consentBy: "資訊局", recordedOn: recorded) == nil)
    }

    @Test func `a higher level never has longer and never owes less often`() {
        for duty in law.duties {
            let owing = Level.allCases.filter {
                duty.levels[$0] != nil && !duty.advised.contains($0)
            }
            for (higher, lower) in zip(owing, owing.dropFirst()) {
                switch (duty.levels[higher], duty.levels[lower]) {
                case (.within(.months(let one)), .within(.months(let other))):
                    #expect(one <= other, "\(duty.id)")
                case (.each(let times, let months), .each(let otherTimes, let otherMonths)):
                    #expect(times * otherMonths >= otherTimes * months, "\(duty.id)")
                default:
                    #expect(duty.levels[higher] == duty.levels[lower], "\(duty.id)")
                }
            }
        }
    }

    @Test func `a later classification is never due earlier`() throws {
        var random = Seeded(state: 48)
        let day = try Day.of("2026-06-01")
        for _ in 0..<300 {
            let one = Day(number: Int.random(in: 18_000..<20_600, using: &random))
            let later = one.adding(days: Int.random(in: 0..<400, using: &random))
            let level = try #require(Level.allCases.randomElement(using: &random))
            let first = law.owed(by: AgencyFacts(level: level, classifiedOn: one), on: day)
            let second = law.owed(by: AgencyFacts(level: level, classifiedOn: later), on: day)
            #expect(first.map(\.duty.id) == second.map(\.duty.id))
            for (before, after) in zip(first, second) {
                guard case .within = before.cadence, let due = before.dueOn else { continue }
                #expect(after.dueOn.map { $0 >= due } ?? false)
            }
        }
    }

    @Test func `cadences are read as they are written`() {
        for text in ["2/y", "1/2y", "1/6m", "in 1y", "always", "on asset-change", "1m after drill"]
        {
            #expect(Cadence(text)?.description == text)
        }
        for text in ["", "0/y", "/y", "2/", "in ", "yearly", "2/h", "on change", "1m after tea"] {
            #expect(Cadence(text) == nil)
        }
    }
}
