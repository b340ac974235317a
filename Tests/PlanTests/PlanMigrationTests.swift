import Storage
import Testing

@testable import Plan

@Suite struct PlanMigrationTests {
    @Test func `each step has a name of its own`() {
        let names = Migration.plan.map(\.name)

        #expect(Set(names).count == names.count)
    }
}
