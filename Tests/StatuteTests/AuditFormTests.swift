import Kernel
import Testing

@testable import Statute

/// The 87 items of the on-site audit form of the year 115, with the levels and facts they bind.
@Suite struct AuditFormTests {
    /// Every item that does not bind all: levels, need and fact as the form says, or, marked `*`,
    /// as derived from the schedules and the baseline.
    private static let bound: [String: String] = [
        "1.4": "ABC", "1.5": "AB", "1.6": "ABC*", "2.4": "ABC*", "3.1": "ABC", "3.2": "*",
        "3.3": "ABC*", "5.2": "state-secrets*", "5.4": "sub-contracting*",
        "5.6": "core-or-threshold*", "5.7": "custom-development*",
        "6.3": "central-sector-authority", "6.4": "has-subordinates*",
        "6.5": "has-subordinates*", "6.6": "city-government", "6.7": "city-government",
        "7.1": "ABC", "7.3": "AB", "7.4": "ABC*", "7.5": "AB",
        "8.1": "develops-systems", "8.2": "develops-systems", "8.3": "develops-systems",
        "8.4": "中 develops-systems*", "8.5": "develops-systems", "8.6": "develops-systems",
        "8.7": "outsources", "8.8": "develops-systems*", "8.9": "develops-systems",
        "8.10": "develops-systems", "8.11": "develops-systems",
        "9.3": "live-exercise", "9.8": "AB", "9.9": "AB",
    ]

    /// The items whose law changed, by the year the form gives.
    private static let changed = [
        114: ["4.4", "4.5", "5.13"],
        115: [
            "1.1", "1.2", "1.3", "3.1", "6.5", "6.6", "6.7", "7.1", "7.4", "7.10", "7.13", "8.8",
            "9.8", "9.10", "9.14", "9.15",
        ],
    ]

    @Test func `each item binds whom the form says`() throws {
        let items = law.items(of: "audit", on: try .of("2026-06-01"))
        #expect(items.count == 87)
        for item in items {
            let levels = item.levels.map(\.rawValue).joined()
            let facts = [item.need?.rawValue, item.condition].compactMap(\.self)
                .joined(separator: " ")
            let found = levels + facts + (item.isDerived ? "*" : "")
            #expect(found == Self.bound[item.number] ?? "", "\(item.number)")
        }
    }

    @Test func `each item whose law changed says in which year`() throws {
        let items = law.items(of: "audit", on: try .of("2026-06-01"))
        for (year, numbers) in Self.changed {
            #expect(items.filter { $0.changedIn == ROCYear(year) }.map(\.number) == numbers)
        }
        let all = Self.changed.values.map(\.count).reduce(0, +)
        #expect(items.filter { $0.changedIn != nil }.count == all)
    }

    @Test func `each item has a wording of its own`() throws {
        let items = law.items(of: "audit", on: try .of("2026-06-01"))
        #expect(Set(items.map(\.rule.term.zh)).count == items.count)
        #expect(Set(items.map(\.rule.term.en)).count == items.count)
    }
}
