import Outline
import TestCity
import Testing

@testable import Incidents

@Suite struct IncidentsChapterTests {
    @Test func `the chapter stands where the plan has it`() async throws {
        let city = try await TestCity()

        #expect(Chapter.incidents(city.door, city.programme.law).number == 10)
    }
}
