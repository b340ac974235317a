import Access
import Agencies
import Duties
import Kernel
import Programme
import Statute
import TestCity
import TestEngines
import Testing

@Suite struct LevelFilingTests {
    @Test(arguments: TestEngine.allCases)
    func `the city has filed when the level of every organisation was filed in the period`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let desk = AgencyDesk(door: city.door)
        let standings = city.programme.standings
        let office = city.agency(.parent).id
        func standing() async throws -> Standing? {
            try await city.door.read(by: city.console) { view in
                try standings.ofAgency(office, in: ROCYear(115)!, view)
                    .first { $0.duty == "level.filing" }
            }
        }
        let today = city.clock.now.day
        for (number, place) in TestCity.Place.allCases.enumerated() {
            let before = try #require(try await standing())
            #expect(before.counted == number && before.needed == 7 && before.metOn == nil)
            let agency = city.agency(place).id
            try await desk.decide(
                .c, for: agency, on: Day("2019-01-01")!, document: "字第 1 號", by: city.console)
            // The filing that the period asks for confirms the level and begins nothing anew.
            try await desk.decide(
                .c, for: agency, on: today, document: "字第 2 號", filedOn: today,
                by: city.console)
        }

        #expect(try await standing()?.metOn == today)
        let counted = try await city.door.read(by: city.console) { view in
            try standings.judge.standings(
                in: ROCYear(115)!, asOf: today, within: .city, view)
        }
        let kept = try await city.door.read(by: city.console) { view in
            try standings.within(.city, in: ROCYear(115)!, view)
        }
        #expect(Set(counted) == Set(kept))
    }
}
