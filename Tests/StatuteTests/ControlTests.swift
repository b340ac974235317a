import Kernel
import Testing

@testable import Statute

@Suite struct ControlTests {
    @Test(arguments: [
        ("2020-06-01", [33, 58, 78]), ("2022-06-01", [35, 58, 78]), ("2026-06-01", [45, 62, 80]),
    ])
    func `each need includes the lower ones`(_ day: String, _ counts: [Int]) throws {
        let day = try Day.of(day)
        let found = Need.allCases.map { law.controls(for: $0, on: day).map(\.id) }
        #expect(found.map(\.count) == counts)
        #expect(Set(found[0]).isSubset(of: found[1]))
        #expect(Set(found[1]).isSubset(of: found[2]))
    }

    /// From which need each row is asked, row by row in the order of the form.
    @Test(arguments: [
        (
            "2022-06-01",
            """
            普中中中高高高高中普普普普中普普普中普普普高普中普中高普普中高高中中普高普普普普\
            普普中中普中普普中中普普普高高普高普普中普中普高高高高高高普中普中高中中中高
            """
        ),
        (
            "2026-06-01",
            """
            普普普普中中高高普普普普普普普普普中普普普高普普普中高普普中高高普中高普高普普普\
            普普普中中普中普中中普普普高高普高普普普普中普普中普高高高高高普中普中高普中中高
            """
        ),
    ])
    func `each row is asked from its need on`(_ day: String, _ needs: String) throws {
        let controls = law.controls(for: .high, on: try .of(day))
        #expect(controls.map(\.from.rawValue).joined() == needs)
    }

    @Test(arguments: [
        ("2022-06-01", [3, 6, 2, 5, 8, 2, 3]), ("2026-06-01", [3, 6, 2, 3, 8, 2, 3]),
    ])
    func `measures stand in seven dimensions`(_ day: String, _ counts: [Int]) throws {
        let controls = law.controls(for: .high, on: try .of(day))
        var dimensions: [String] = []
        var measures: [String: Set<String>] = [:]
        for control in controls {
            if !dimensions.contains(control.dimension.zh) {
                dimensions.append(control.dimension.zh)
            }
            measures[control.dimension.zh, default: []].insert(control.measure.zh)
        }
        #expect(dimensions.map { measures[$0]?.count ?? 0 } == counts)
        #expect(controls.map(\.number) == Array(1...controls.count))
    }

    @Test(arguments: [
        "access.accounts.expired", "access.accounts.idle", "access.accounts.review",
        "access.privilege.least", "access.remote.points", "log.time.synchronised",
        "continuity.standby.time", "integrity.software.input",
    ])
    func `what was asked from medium on is asked of all since 2026`(_ key: String) throws {
        let before = law.controls(for: .high, on: try .of("2025-12-31")).first { $0.id == key }
        let after = law.controls(for: .high, on: try .of("2026-01-07")).first { $0.id == key }
        #expect(before?.from == .medium)
        #expect(after?.from == .basic)
    }

    @Test(arguments: ["access.accounts.limits", "access.accounts.logout"])
    func `what was asked of high is asked from medium on since 2026`(_ key: String) throws {
        let before = law.controls(for: .high, on: try .of("2025-12-31")).first { $0.id == key }
        let after = law.controls(for: .high, on: try .of("2026-01-07")).first { $0.id == key }
        #expect(before?.from == .high)
        #expect(after?.from == .medium)
    }

    @Test func `rows of 2026 name the rows they took over`() throws {
        let controls = law.controls(for: .high, on: try .of("2026-06-01"))
        let old = Set(law.controls(for: .high, on: try .of("2022-06-01")).map(\.id))
        let new = controls.filter { !old.contains($0.id) }
        #expect(new.count == 5)
        let heirs = controls.filter { !$0.successorOf.isEmpty }
        #expect(
            heirs.map(\.id) == [
                "identity.users.identified", "development.deploy.ports",
                "development.deploy.source-backup",
            ])
        for key in heirs.flatMap(\.successorOf) { #expect(old.contains(key)) }
    }

    @Test func `a system's need is the highest of its four answers`() {
        for one in Need.allCases {
            for other in Need.allCases {
                let grading = Grading(
                    confidentiality: one, integrity: .basic, availability: other,
                    compliance: .basic)
                #expect(grading.need == max(one, other))
            }
        }
    }

    @Test func `grading has four respects with three degrees each`() throws {
        for day in ["2020-06-01", "2022-06-01", "2026-06-01"] {
            let rows = law.grading(on: try .of(day))
            #expect(rows.map(\.rule.term.zh) == ["機密性", "完整性", "可用性", "法律遵循性"])
            for row in rows { #expect(row.criteria.count == Need.allCases.count) }
        }
    }

    @Test func `a system is core by its business or its need`() throws {
        for day in ["2020-06-01", "2026-06-01"] {
            let day = try Day.of(day)
            #expect(law.isCore(supportsCoreBusiness: true, need: .basic, on: day))
            #expect(law.isCore(supportsCoreBusiness: false, need: .high, on: day))
            #expect(!law.isCore(supportsCoreBusiness: false, need: .medium, on: day))
        }
    }

    @Test func `custom work is tested independently when core or large`() throws {
        let day = try Day.of("2026-06-01")
        #expect(law.needsIndependentTest(isCore: false, contractNTD: 10_000_000, on: day))
        #expect(!law.needsIndependentTest(isCore: false, contractNTD: 9_999_999, on: day))
        #expect(law.needsIndependentTest(isCore: true, contractNTD: 0, on: day))
    }
}

@Suite struct ListTests {
    @Test(arguments: [
        ("plan", [13, 13, 13]), ("outsourcing", [9, 9, 8]), ("suitability", [4, 4, 5]),
        ("improvement", [4, 4, 4]), ("report", [7, 7, 7]), ("notification", [7, 7, 7]),
        ("health", [5, 5, 6]), ("notification-procedure", [7, 7, 7]),
        ("response-procedure", [6, 6, 6]), ("audit", [0, 0, 87]),
    ])
    func `each list has the items of its edition`(_ list: String, _ counts: [Int]) throws {
        let days = try ["2020-06-01", "2022-06-01", "2026-06-01"].map { try Day.of($0) }
        #expect(days.map { law.items(of: list, on: $0).count } == counts)
    }

    @Test func `the parts of the audit have their items`() throws {
        let items = law.items(of: "audit", on: try .of("2026-06-01"))
        let parts = Dictionary(grouping: items) { $0.number.beforeDot }
        #expect((1...9).map { parts["\($0)"]?.count } == [6, 6, 3, 5, 13, 7, 19, 11, 17])
        #expect(items.map(\.number).prefix(7) == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1"])
        #expect(
            items.filter { $0.levels == [.a, .b] }.map(\.number) == [
                "1.5", "7.3", "7.5", "9.8", "9.9",
            ])
        #expect(items.first { $0.number == "1.1" }?.changedIn == ROCYear(115))
        #expect(items.first { $0.number == "1.6" }?.isDerived == true)
        #expect(items.filter { $0.binds(.d) }.count < items.count)
    }

    @Test func `the database check is asked of levels A and B only`() throws {
        let items = law.items(of: "health", on: try .of("2026-06-01"))
        #expect(items.filter { $0.binds(.a) }.count == 6)
        #expect(items.filter { $0.binds(.c) }.count == 5)
    }

    @Test func `the objectives have the plan's figures`() throws {
        let objectives = law.objectives(on: try .of("2026-06-01"))
        #expect(objectives.map(\.hundredths) == [100, 9_900, 9_750])
        #expect(objectives.map(\.allowedDowntimeMinutes) == [nil, 5_256, 13_140])
        #expect(objectives[0].incidentsFrom == .three)
        #expect(objectives[1].need == .high)
    }
}
