import Outline
import TestCity
import Testing

@testable import Inventory

@Suite struct InventoryChapterTests {
    @Test func `the chapter stands where the plan has it`() async throws {
        let city = try await TestCity()

        #expect(Chapter.inventory(city.door).number == 7)
    }
}
