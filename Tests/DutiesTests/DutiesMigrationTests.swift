import Storage
import Testing

@testable import Duties

@Suite struct DutiesMigrationTests {
    @Test func `each step has a name of its own`() {
        let names = Migration.duties.map(\.name)

        #expect(Set(names).count == names.count)
    }
}
