import Access
import Kernel
import Registers
import Team
import TestCity
import TestEngines
import Testing

@testable import Programme

/// Where nothing is given and that is a fact, pages say the fact: nobody in office lacks a last day.
@Suite struct NothingGivenTests {
    @Test(arguments: TestEngine.allCases)
    func `who is in office has not left out the day of leaving`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.securityOfficer)
        let appointed = try await RegisterDesk<CISOAppointment>(door: city.door).add(
            TypedFields(["name": "某人", "post": "副局長", "fromOn": "2026-01-01"]), by: officer)
        let certified = try await RegisterDesk<Certificate>(door: city.door).add(
            TypedFields([
                "name": "某人", "kind": "licence", "title": "ISO 27001 LA",
                "obtainedOn": "2026-01-01",
            ]), by: officer)
        let visitor = try await Visitor(.securityOfficer, city)

        for (place, fact) in [
            (CISOAppointment.register.place, "在任"),
            (CISOAppointment.register.place(appointed), "在任"),
            (Certificate.register.place, "無期限"), (Certificate.register.place(certified), "無期限"),
        ] {
            let page = try await visitor.get(place.text)
            #expect(page.status == 200 && page.text.contains(">\(fact)<"), "\(place.text)")
        }
    }
}
