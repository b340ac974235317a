import Access
import Kernel
import Registers
import Team
import TestCity
import TestEngines
import Testing

@testable import Programme

/// Every number beside a clause of the plan is the number of the rows that it leads to.
@Suite struct PlanFigureTests {
    @Test(
        arguments: TestEngine.allCases,
        [(Role.officer, TestCity.Place.child), (.securityOfficer, .own), (.city, .parent)])
    func `a figure beside a clause leads to exactly its rows`(
        _ engine: TestEngine, _ who: (role: Role, place: TestCity.Place)
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.live()
        try await city.fillRegisters()
        let clerk = Caller.console("tester", in: city.agency(who.place))
        // Somebody who is on the roster no more is in no figure of it.
        _ = try await RegisterDesk<TeamMember>(door: city.door).add(
            TypedFields([
                "team": "資安防護組", "position": "組員", "name": "陳前任", "fromOn": "2024-01-01",
                "untilOn": "2025-12-31",
            ]), by: clerk)
        let reader = try await Visitor(who.role, city, in: who.place)
        var seen: Set<Figure> = []
        for place in ["/plan"] + (1...17).map({ "/plan/\($0)" }) {
            let page = try await reader.get(place)
            #expect(page.status == 200)
            seen.formUnion(Figure.all(in: page.text))
        }
        // A paper has its number in its name; the page of an agency lists many things.
        let counted = seen.filter {
            !$0.place.hasPrefix("/papers") && !$0.place.hasPrefix("/agencies/")
        }

        #expect(counted.count > 20)
        for figure in counted.sorted(by: { $0.place < $1.place }) {
            let list = try await reader.get(figure.place)
            #expect(list.status == 200, "\(figure)")
            #expect(Figure.rows(in: list.text) == figure.number, "\(figure)")
        }
    }
}
