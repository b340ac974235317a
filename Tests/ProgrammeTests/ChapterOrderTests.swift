import Outline
import Programme
import TestCity
import Testing

@Suite struct ChapterOrderTests {
    @Test func `chapters stand in the plan's order`() async throws {
        let numbers = try await TestCity().programme.chapters.map(\.number)

        #expect(numbers == numbers.sorted())
    }
}
