import Duties
import Kernel
import TestCity
import TestEngines
import Testing

@testable import Incidents

@Suite struct DrillProofTests {
    @Test(arguments: TestEngine.allCases)
    func `a drill that ran to its end proves the city's drill, an incident does not`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await Desk(on: engine)
        let caller = desk.console(.parent)
        for isDrill in [true, false] {
            let id = try await desk.told(in: .parent, isDrill: isDrill)
            try await desk.desk.notify(id, at: desk.now, receipt: nil, by: caller)
            try await desk.desk.contain(id, at: desk.now, words: "完成", by: caller)
            try await desk.desk.fileReport(id, at: desk.now, words: "函送", by: caller)
            try await desk.desk.close(id, words: "", by: caller)
        }
        _ = try await desk.told(in: .parent, isDrill: true)
        let year = try #require(ROCYear(115))
        let period = Period(year, asOf: desk.now.day)
        let city = desk.city.agency(.parent).id
        let proof = Proof.notificationDrill

        let (findings, rows) = try await desk.city.door.read(by: desk.city.console) { view in
            (try proof.answer(view, period, .city), try proof.rows(view, period, city))
        }

        #expect(findings == [city: .done(on: [desk.now.day])])
        #expect(rows.map(\.counts) == [true, false])
    }
}
