import Access
import Kernel
import TestCity
import TestEngines
import Testing
import Web

@testable import Agencies

@Suite struct SaidNamesTests {
    @Test(arguments: [
        ("松山國小", "松山國民小學"), ("石牌國中", "石牌國民中學"), ("松山高中", "松山高級中學"),
        ("中山女中", "中山女子高級中學"), ("大安高工", "大安高級工業職業學校"),
        ("松山國民小學", "松山國民小學"), ("教育局", "教育局"),
    ])
    func `what people say of a school is read as its name has it`(_ said: String, _ named: String) {
        #expect(said.asInAgencyNames == named)
    }

    @Test(arguments: TestEngine.allCases)
    func `the list finds a school by what people say of it`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let today = city.clock.now.day
        try await AgencyDesk(door: city.door).rename(
            city.agency(.child).id, to: "臺北市松山區松山國民小學", kind: "國小",
            from: AgencyDating(today), by: city.console)

        let found = try await city.door.read(by: city.console) { view in
            let query = try AgencyListQuery(Fields([("q", "松山國小")]), today: today)
                .knowingFormerNames(view)
            return try AgencyOnDay.all(on: today, in: .city, view).filter(query.finds)
        }

        #expect(found.map(\.name) == ["臺北市松山區松山國民小學"])
    }
}
