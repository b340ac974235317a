import Storage
import Testing

@testable import Evidence

@Suite struct EvidenceMigrationTests {
    @Test func `each step has a name of its own`() {
        let names = Migration.evidence.map(\.name)

        #expect(Set(names).count == names.count)
    }
}
