import Access
import Kernel
import Papers
import Storage
import TestCity
import TestEngines
import Testing

@testable import Plan

@Suite struct PlanDeskTests {
    static let text = """
        示範市政府
        資通安全維護計畫
        中華民國109年2月
        壹、依據及目的
        本計畫依據資通安全管理法第10條訂定。
        貳、適用範圍
        所屬機關計144個。
        """

    @Test(arguments: TestEngine.allCases)
    func `the city lays in versions, and the one in force depends on the day`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = city.planDesk
        let first = try #require(Day("2026-01-01"))
        let second = try #require(Day("2027-01-01"))

        let old = try await desk.importPlan(
            Array(Self.text.utf8), named: "109-02.txt", effectiveFrom: first, by: city.console
        ).version
        let new = try await desk.adoptTemplate(effectiveFrom: second, by: city.console)

        let inForce = try await city.door.read(by: city.console) { view in
            try ["2025-12-31", "2026-06-01", "2027-06-01"].map { day in
                try PlanVersion.inForce(on: Day(day)!, view)?.id
            }
        }
        #expect(inForce == [nil, old.id, new.id])
        #expect(old.fileName == "109-02.txt")
        #expect(old.issued == "中華民國109年2月")
        #expect(new.ordinal == 2)
    }

    @Test(arguments: TestEngine.allCases)
    func `the text comes back under its digest`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let version = try await city.planDesk.adoptTemplate(
            effectiveFrom: city.clock.now.day, by: city.console)

        let document = try await city.door.read(by: city.console) { view in
            // A shelf of its own, so that nothing is at hand yet.
            try PlanShelf(laws: city.programme.law).document(of: version, view)
        }

        #expect(document.digest == version.digest)
        #expect(document.chapterList.count == 17)
    }

    @Test func `a text that is missing or another is a fault`() async throws {
        let city = try await TestCity()
        let version = try await city.planDesk.adoptTemplate(
            effectiveFrom: city.clock.now.day, by: city.console)
        let shelf = PlanShelf(laws: city.programme.law)
        await #expect(throws: PlanFault.altered(Digest(of: [7]))) {
            try await city.door.read(by: city.console) { view in
                _ = try shelf.document(of: version.pointing(to: Digest(of: [7])), view)
            }
        }
    }

    @Test func `the same words twice are refused`() async throws {
        let city = try await TestCity()
        let day = city.clock.now.day
        _ = try await city.planDesk.adoptTemplate(effectiveFrom: day, by: city.console)

        await #expect(throws: PlanChangeRefusal.sameText) {
            try await city.planDesk.adoptTemplate(effectiveFrom: day, by: city.console)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a version that was taken back holds no more, until it is put back`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let (desk, day) = (city.planDesk, city.clock.now.day)
        let first = try await desk.adoptTemplate(effectiveFrom: day, by: city.console)
        let wrong = try await desk.importPlan(
            Array(Self.text.utf8), named: "wrong.txt", effectiveFrom: day, by: city.console
        ).version
        func inForce() async throws -> PlanVersionID? {
            try await city.door.read(by: city.console) { try PlanVersion.inForce(on: day, $0)?.id }
        }

        #expect(try await inForce() == wrong.id)
        try await desk.withdraw(wrong.id, by: city.console)
        #expect(try await inForce() == first.id)
        try await desk.withdraw(wrong.id, false, by: city.console)
        #expect(try await inForce() == wrong.id)
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency's own text takes the place of the city's for that agency alone`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let (desk, day) = (city.planDesk, city.clock.now.day)
        let office = try await desk.adoptTemplate(effectiveFrom: day, by: city.console)
        let officer = try await city.caller(.securityOfficer)
        let own = try await desk.importPlan(
            Array(Self.text.utf8), named: "own.txt", effectiveFrom: day, by: officer
        ).version
        let (here, child) = (city.agency(.own).id, city.agency(.child).id)
        func inForce(_ agency: AgencyID) async throws -> PlanVersionID? {
            try await city.door.read(by: city.console) {
                try PlanVersion.inForce(on: day, for: agency, $0)?.id
            }
        }

        #expect(own.ordinal == 1)
        #expect(try await inForce(here) == own.id)
        #expect(try await inForce(child) == office.id)
        try await desk.withdraw(own.id, by: officer)
        #expect(try await inForce(here) == office.id)
    }

    @Test func `the version of an agency elsewhere is not there, the city's not to be taken back`()
        async throws
    {
        let city = try await TestCity()
        let (desk, day) = (city.planDesk, city.clock.now.day)
        let office = try await desk.adoptTemplate(effectiveFrom: day, by: city.console)
        let sibling = Caller.console("tester", in: city.agency(.sibling))
        let theirs = try await desk.importPlan(
            Array(Self.text.utf8), named: "own.txt", effectiveFrom: day, by: sibling
        ).version
        let officer = try await city.caller(.securityOfficer)

        await #expect(throws: PlanChangeRefusal.noSuchVersion) {
            try await desk.withdraw(theirs.id, by: officer)
        }
        await #expect(throws: PlanChangeRefusal.cityOnly) {
            try await desk.withdraw(office.id, by: officer)
        }
    }

    @Test func `an import says where each citation stands in the law in force`() async throws {
        let city = try await TestCity()

        let laid = try await city.planDesk.importPlan(
            Array(Self.text.utf8), named: "109-02.txt", effectiveFrom: city.clock.now.day,
            by: city.console)

        #expect(laid.chapters == 2)
        let cited = try #require(laid.stale.first)
        #expect(cited.placed.path == "壹")
        #expect(cited.citation.text == "資通安全管理法第10條")
        #expect(cited.citation.now.map(\.name.zh) == ["資通安全管理法第13條"])
    }

    @Test func `an agency cannot change the city's text`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.securityOfficer)

        await #expect(throws: PlanChangeRefusal.cityOnly) {
            try await city.planDesk.adoptTemplate(
                effectiveFrom: city.clock.now.day, by: officer)
        }
    }
}

extension TestCity {
    var planDesk: PlanDesk { PlanDesk(door: door, shelf: PlanShelf(laws: programme.law)) }
}

extension PlanVersion {
    /// The same version with another text.
    fileprivate func pointing(to digest: Digest) -> PlanVersion {
        PlanVersion(
            id: id, agencyID: agencyID, version: version, ordinal: ordinal, title: title,
            edition: edition, issued: issued, effectiveFrom: effectiveFrom, source: source,
            fileName: fileName, clauses: clauses, digest: digest, addedAt: addedAt,
            withdrawnAt: withdrawnAt)
    }
}
