import Outline
import TestCity
import Testing

@testable import Team

@Suite struct TeamChapterTests {
    @Test func `the chapter stands where the plan has it`() async throws {
        let city = try await TestCity()

        #expect(Chapter.team(city.door).number == 5)
    }
}
