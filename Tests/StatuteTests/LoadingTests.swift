import Foundation
import Kernel
import Testing

@testable import Statute

@Suite struct LoadingTests {
    static let overlay = """
        edition: "2026"
        from: 2026-03-01
        mark: V
        instruments:
          school-rule: {term: [學校資安規定, School rule], made-by: city}
        places:
          school-rule.boxes: {at: "3", term: [機櫃, Cabinets]}
        duties:
          act.status: {by: {agency: 02-28, school: 06-30}}
          school.cabinets:
            {place: school-rule.boxes, aspect: technical, kinds: [school], all: 1/y,
             term: [機櫃檢查, Cabinets], why: [看看有沒有上鎖。, See that they are locked.]}
        clocks:
          containment: {allow: {1: 48h, 2: 48h, 3: 24h, 4: 24h}}
        objectives:
          objective.availability-high: {value: 99.5}
        """

    @Test func `a city lays its own dates, deadlines, duties and figures over the law`() throws {
        let city = try law.overlaid(with: [("city.yaml", Self.overlay)])
        let school = AgencyFacts(level: .d, kind: .school, classifiedOn: try .of("2019-01-01"))
        let before = city.owed(by: school, on: try .of("2026-02-28"))
        let after = city.owed(by: school, on: try .of("2026-03-01"))
        #expect(before.first { $0.duty.id == "act.status" }?.dueOn == (try .of("2026-07-31")))
        #expect(after.first { $0.duty.id == "act.status" }?.dueOn == (try .of("2026-06-30")))
        #expect(!before.contains { $0.duty.id == "school.cabinets" })
        let cabinets = try #require(after.first { $0.duty.id == "school.cabinets" })
        #expect(cabinets.citation.zh == "學校資安規定第3條")
        #expect(
            city.objectives(on: try .of("2026-06-01")).map(\.hundredths).contains(9_950))
        #expect(
            city.objectives(on: try .of("2026-02-01")).map(\.hundredths).contains(9_900))
        let known = try Instant.taipei("2026-03-02T09:00")
        let incident = IncidentTimes(level: .four, knownAt: known)
        let containment = try city.deadlines(of: incident)
            .first { $0.clock.id == "containment" }
        #expect(containment?.due == known.adding(hours: 24))
    }

    @Test(arguments: [
        ("edition: \"2026\"\nduties:\n  x.y: {all: 1/w}\n", 3, "duties.x.y.place"),
        (
            "edition: \"2026\"\nduties:\n  level.edr: {levels: {A: 1w}}\n", 3,
            "duties.level.edr.levels"
        ),
        ("edition: \"2026\"\nduties:\n  level.edr:\n    tpyo: 1\n", 4, "duties.level.edr.tpyo"),
        ("edition: \"2026\"\nduties:\n  level.edr: {term: [一]}\n", 3, "duties.level.edr.term"),
        ("edition: \"2026\"\nclocks:\n  review: {allow: {1: 8h}}\n", 3, "clocks.review.allow"),
        ("edition: \"2026\"\ncontrols:\n  a.b: {no: 81}\n", 3, "controls.a.b.measure"),
        ("edition: \"2026\"\nends:\n  duties: [no.such]\n", 3, "ends.duties"),
        ("edition: \"2026\"\nwhatever: 1\n", 2, "whatever"),
        (
            "edition: \"2026\"\nduties:\n  level.edr: {place: no.where}\n", 3,
            "duties.level.edr.place"
        ),
        ("edition: \"2030\"\nfollows: \"2021\"\nfrom: 2030-01-01\n", 1, "follows"),
        ("from: 2030-01-01\n", 1, "edition"),
        ("edition: \"2026\"\nedition: \"2026\"\n", 1, "edition"),
    ])
    func `a broken file is refused with its line and key`(
        _ yaml: String, _ line: Int, _ key: String
    ) throws {
        let refusal = try #require(throws: LawFileRefusal.self) {
            try law.overlaid(with: [("broken.yaml", yaml)])
        }
        #expect(refusal.file == "broken.yaml")
        #expect(refusal.line == line)
        #expect(refusal.key == key)
        #expect(!refusal.reason.zh.isEmpty && refusal.message.zh.contains("broken.yaml"))
    }

    @Test(arguments: ["", "[", "a: &x 1\nb: *x", "{a: {b: [", "- 1", "\u{0}", "? [a]\n: 1"])
    func `what is no law file is refused`(_ yaml: String) {
        #expect(throws: LawFileRefusal.self) {
            try law.overlaid(with: [("broken.yaml", yaml)])
        }
    }

    @Test(arguments: [(9, 60, "there are too many values."), (40, 2, "nested too deeply.")])
    func `a file of aliases is refused before it unfolds`(
        _ steps: Int, _ width: Int, _ reason: String
    ) {
        var yaml = "edition: \"2026\"\na0: &a0 [x]\n"
        for step in 1...steps {
            let all = Array(repeating: "*a\(step - 1)", count: width).joined(separator: ", ")
            yaml += "a\(step): &a\(step) [\(all)]\n"
        }
        let refusal = #expect(throws: LawFileRefusal.self) {
            try law.overlaid(with: [("bomb.yaml", yaml)])
        }
        #expect(refusal?.reason.en == reason)
    }

    @Test func `a broken file leaves the old law in use`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("law-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("city.yaml")
        let shelf = LawShelf(law)
        try Data(Self.overlay.utf8).write(to: file)
        try shelf.reload(withFilesIn: folder)
        #expect(shelf.law.duties.contains { $0.id == "school.cabinets" })
        try Data("edition: [".utf8).write(to: file)
        #expect(throws: LawFileRefusal.self) { try shelf.reload(withFilesIn: folder) }
        #expect(shelf.law.duties.contains { $0.id == "school.cabinets" })
    }

    @Test func `a new edition changes what it names and keeps the rest`() throws {
        let decree = """
            edition: "2028"
            follows: "2026"
            from: 2028-01-01
            mark: V
            instruments:
              levels: {from: 2028-07-01}
            duties:
              level.audit: {levels: {A: 4/y, B: 2/y, C: 1/y}}
            """
        let later = try law.overlaid(with: [("2028.yaml", decree)])
        let facts = AgencyFacts(level: .a, classifiedOn: try .of("2020-01-01"))
        for (day, times) in [("2028-06-30", 2), ("2028-07-01", 4)] {
            let audit = later.owed(by: facts, on: try .of(day)).first {
                $0.duty.id == "level.audit"
            }
            #expect(audit?.times == times)
        }
        #expect(later.edition(of: "levels", on: try .of("2028-07-01"))?.name == "2028")
        #expect(later.edition(of: "act", on: try .of("2028-07-01"))?.name == "2026")
        #expect(
            later.duties(on: try .of("2028-07-01")).count
                == law.duties(on: try .of("2027-07-01")).count)
    }

    @Test func `every rule has a citation, a mark and both wordings`() {
        let rules =
            law.duties.map(\.rule) + law.clocks.map(\.rule) + law.severity.map(\.rule)
            + law.controls.map(\.rule) + law.items.map(\.rule) + law.grading.map(\.rule)
            + law.objectives.map(\.rule) + law.figures.map(\.rule)
        #expect(rules.count > 800)
        for rule in rules {
            #expect(!rule.citation.instrument.zh.isEmpty, "\(rule.id)")
            #expect(!rule.term.zh.isEmpty && !rule.term.en.isEmpty, "\(rule.id)")
            if rule.certainty == .memory && rule.id.hasPrefix("level.") {
                #expect(rule.span.from <= rule.span.to ?? rule.span.from)
            }
        }
    }

    @Test func `no rule of one edition holds in another's time`() throws {
        var random = Seeded(state: 11)
        let days = (0..<400).map { _ in Day(number: Int.random(in: 17_900..<21_500, using: &random))
        }
        func check<Element: Ruled>(_ rules: [Element]) {
            for day in days {
                let inForce = rules.inForce(on: day)
                #expect(Set(inForce.map(\.id)).count == inForce.count)
                for element in inForce {
                    let instrument = element.rule.citation.place.beforeDot
                    #expect(element.rule.edition == law.edition(of: instrument, on: day)?.name)
                }
            }
        }
        check(law.clocks)
        check(law.severity)
        check(law.controls)
        check(law.duties)
    }

    @Test func `a rule's digest changes when the rule does`() throws {
        let city = try law.overlaid(with: [("city.yaml", Self.overlay)])
        let day = try Day.of("2026-06-01")
        func digest(_ law: Law, _ id: String) -> Digest? {
            law.clocks(on: day).first { $0.id == id }?.rule.digest
        }
        #expect(digest(law, "review") == digest(city, "review"))
        #expect(digest(law, "containment") != digest(city, "containment"))
    }
}
