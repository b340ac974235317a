import Access
import Kernel
import Registers
import Systems
import TestCity
import TestEngines
import Testing

@Suite struct RegisterDeskTests {
    @Test(arguments: TestEngine.allCases)
    func `a row that was added is found in the list`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let officer = try await city.caller(.officer)

        let id = try await desk.add(TestCity.typedSystem(named: "圖書系統"), by: officer)

        let (page, count) = try await desk.list(ListQuery(agency: officer.agency), by: officer)
        #expect(page.rows.map(\.row.name).contains("圖書系統"))
        #expect(count.number == 2)
        let (found, _) = try await desk.list(ListQuery(words: "書系"), by: officer)
        #expect(found.rows.map(\.row.head.uuid) == [id])
        #expect(try await desk.find(id, by: officer).row.need == .medium)
    }
}
