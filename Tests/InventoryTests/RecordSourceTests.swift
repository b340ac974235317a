import Kernel
import Outline
import TestCity
import Testing

@testable import Inventory

@Suite struct RecordSourceTests {
    @Test func `a source that names what its register has not is a fault, and never nothing`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let wrong: [(RecordSource, RecordSourceFault)] = [
            (
                RecordSource(Asset.register, only: "unmanned"),
                .noSuchQuestion("unmanned", of: "assets")
            ),
            (
                RecordSource(Asset.register, "harmful", Term("", en: ""), filter: ("orgin", "x")),
                .noSuchFilter("orgin", "x", of: "assets")
            ),
            (
                RecordSource(
                    Asset.register, "harmful", Term("", en: ""), filter: ("origin", "no such")),
                .noSuchFilter("origin", "no such", of: "assets")
            ),
        ]

        for (source, fault) in wrong {
            await #expect(throws: fault) {
                try await city.door.read(by: officer) {
                    try $0.counts(
                        of: [source], within: .agency(officer.agency), in: ROCYear(115)!)
                }
            }
        }
    }
}
