import Outline
import TestCity
import Testing

@testable import Agencies

@Suite struct AgenciesChapterTests {
    @Test func `the chapter stands where the plan has it`() async throws {
        let city = try await TestCity()

        #expect(Chapter.agencies(city.door, city.programme.law).number == 2)
    }
}
