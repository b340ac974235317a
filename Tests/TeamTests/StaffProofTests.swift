import Access
import Agencies
import Duties
import Kernel
import Programme
import Registers
import Statute
import Team
import TestCity
import TestEngines
import Testing

/// The posts prove that there are enough security staff, and the certificates that they may do it.
@Suite struct StaffProofTests {
    private static let year = ROCYear(115)!

    private func standing(
        of duty: MeasureID, _ city: TestCity
    ) async throws -> Standing? {
        let standings = city.programme.standings
        let agency = city.agency(.own).id
        return try await city.door.read(by: city.console) { view in
            try standings.ofAgency(agency, in: Self.year, view).first { $0.duty == duty }
        }
    }

    private func file(_ level: Level, _ city: TestCity) async throws {
        try await AgencyDesk(door: city.door).decide(
            level, for: city.agency(.own).id, on: Day("2019-01-01")!, document: "字第 1 號",
            by: city.console)
    }

    @Test(arguments: TestEngine.allCases)
    func `as many as the level asks for hold the post`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        try await file(.b, city)
        let alone = try #require(try await standing(of: "level.staff", city))
        #expect(alone.counted == 1 && alone.needed == 2 && alone.metOn == nil)

        let people = People(door: city.door)
        let clerk = Caller.console("tester", in: city.agency(.own))
        let second = try await people.add(
            PersonDetails(name: "周杬"), to: city.agency(.own).id, by: clerk)
        let post = try await people.appoint(
            second.id, as: .securityOfficer, in: city.agency(.own).id,
            during: DatedTerm(from: city.clock.now.day), by: clerk)

        let both = try #require(try await standing(of: "level.staff", city))
        #expect(both.counted == 2 && both.metOn == city.clock.now.day)
        try await people.end(post.id, in: city.agency(.own).id, by: clerk)
        #expect(try await standing(of: "level.staff", city)?.metOn == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `each of them holds a valid certificate of each kind`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        try await file(.c, city)
        let clerk = Caller.console("tester", in: city.agency(.own))
        let desk = RegisterDesk<Certificate>(door: city.door)
        let today = city.clock.now.day
        func state(_ duty: MeasureID) async throws -> DutyState? {
            try await standing(of: duty, city)?.state(on: city.clock.now.day)
        }
        func add(_ kind: String, until last: Day) async throws {
            _ = try await desk.add(
                TypedFields([
                    "name": "教育局資安專責人員", "kind": kind, "title": "CISSP",
                    "obtainedOn": today.adding(months: -12).description,
                    "expiresOn": last.description,
                ]), by: clerk)
        }
        #expect(try await state("level.personal-licence") == .late)

        try await add("licence", until: today.adding(days: -1))
        #expect(try await state("level.personal-licence") == .late)
        try await add("licence", until: today.adding(days: 20))
        #expect(try await state("level.personal-licence") == .met)
        #expect(try await state("level.personal-certificate") == .late)
        try await add("competence", until: today.adding(days: 400))
        #expect(try await state("level.personal-certificate") == .met)

        city.clock.advance(minutes: 60 * 24 * 21)
        try await city.programme.keepUpToDate()
        #expect(try await state("level.personal-licence") == .late)
    }
}
