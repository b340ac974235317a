import Storage
import Testing

@testable import Tasks

@Suite struct TasksMigrationTests {
    @Test func `each step has a name of its own`() {
        let names = Migration.tasks.map(\.name)

        #expect(Set(names).count == names.count)
    }
}
