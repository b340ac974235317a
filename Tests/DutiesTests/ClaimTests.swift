import Access
import Duties
import Foundation
import Kernel
import Statute
import Testing

/// Which periods of which duties stand in the list of a year.
@Suite struct ClaimTests {
    private static let law = Result { try Law.bundled() }
    private static let today = Day(year: 2026, month: 11, day: 23)!

    private func claims(
        _ level: Level?, _ kind: OrganisationKind = .agency, classifiedOn: String? = nil,
        year: Int = 115, asOf today: Day = Self.today
    ) throws -> [String: [Claim]] {
        let agency = JudgedAgency(
            id: AgencyID(at: Instant(microseconds: 0)), name: "受測機關", code: nil, sort: "一級機關",
            kind: kind, level: level, classifiedOn: classifiedOn.flatMap { Day($0) },
            hasSubordinates: false)
        let claims = try Self.law.get().claims(
            on: agency, in: #require(ROCYear(year)), asOf: today)
        return Dictionary(grouping: claims) { $0.duty.text }
    }

    @Test(arguments: [
        // A yearly duty: this year's period.
        ("level.maturity", Level.b, 115, "2026-01-01", "2026-12-31"),
        // Once in two years, counted from 2020: the period of 2026 and 2027 stands in both years.
        ("level.penetration", .b, 115, "2026-01-01", "2027-12-31"),
        ("level.penetration", .b, 116, "2026-01-01", "2027-12-31"),
        ("level.penetration", .b, 114, "2025-01-01", "2026-12-31"),
    ])
    func `a period stands in every year that it touches`(
        _ duty: String, _ level: Level, _ year: Int, _ opens: String, _ closes: String
    ) throws {
        let claim = try #require(claims(level, classifiedOn: "2019-05-01", year: year)[duty]?.first)

        #expect(claim.period.opensOn.description == opens)
        #expect(claim.period.closesOn.description == closes)
    }

    @Test func `agencies stand by their codes, and those without one last by their names`() {
        let agencies = [("丙", nil), ("乙", "B2"), ("甲", nil), ("丁", "A9")].map { name, code in
            JudgedAgency(
                id: AgencyID(at: Instant(microseconds: 0)), name: name, code: code, sort: "國小",
                kind: .agency, level: nil, classifiedOn: nil, hasSubordinates: false)
        }

        #expect(agencies.sorted { $0.place < $1.place }.map(\.name) == ["丁", "乙", "丙", "甲"])
    }

    @Test func `a duty of half a year stands twice in a year`() throws {
        let drills = try #require(claims(.a, .city)["city.phishing-drill"])

        #expect(drills.map(\.period.opensOn.description) == ["2026-01-01", "2026-07-01"])
        #expect(drills.map(\.dueOn?.description) == ["2026-06-30", "2026-12-31"])
    }

    @Test func `an allowance still running has its last day, one used up is owed at all times`()
        throws
    {
        let new = try #require(claims(.c, classifiedOn: "2026-03-02")["level.staff"]?.first)
        let old = try #require(claims(.c, classifiedOn: "2020-03-02")["level.staff"]?.first)

        #expect(new.dueOn?.description == "2027-03-02")
        #expect(old.dueOn == nil)
    }

    @Test func `the status report is due on the filing day of the kind`() throws {
        #expect(
            try claims(.c)["act.status"]?.first?.dueOn?.description == "2026-03-31")
        #expect(
            try claims(.d, .school)["act.status"]?.first?.dueOn?.description == "2026-07-31")
    }

    @Test func `no organisation is silently without duties`() throws {
        for level in Level.allCases.map(Optional.some) + [nil] {
            for kind in OrganisationKind.allCases {
                #expect(try claims(level, kind).count >= 8, "\(level?.rawValue ?? "none")")
            }
        }
    }

    @Test func `the city owes what an organisation owes and what only a city owes`() throws {
        let owed = try claims(.a, .city)

        #expect(owed["level.filing"] != nil)
        #expect(owed["act.ciso"] != nil)
    }
}
