import Access
import Programme
import TestCity
import TestEngines
import Testing
import Web

@Suite struct AccessMatrixTests {
    @Test func `every route has a row and every row a route`() async throws {
        let walker = try Walker(try await TestCity())

        let routes = Set(walker.site.routes.map(\.key))

        #expect(routes.symmetricDifference(AccessRow.table.keys) == [])
    }

    @Test(arguments: TestEngine.allCases)
    func `every route does for every role what its row says`(_ engine: TestEngine) async throws {
        let walker = try Walker(try await TestCity(on: engine))
        for route in walker.site.routes {
            let row = try #require(AccessRow.table[route.key])
            for role in [nil] + Role.allCases.map(Optional.some) {
                for place in places(row) {
                    let status = try await walker.status(of: route, by: role, about: place)
                    let expected = expectation(route, row, role, place)
                    #expect(
                        expected == status,
                        "\(route.key) by \(role?.rawValue ?? "nobody") about \(place)")
                }
            }
        }
    }

    /// A record's route is tried on every relation, any other once.
    private func places(_ row: AccessRow) -> [TestCity.Place] {
        switch row.subject {
        case .caller: [.own]
        case .recordToSee, .recordToWrite, .recordToReview, .recordOfReader:
            [.own, .parent, .child, .sibling, .none]
        }
    }

    private func expectation(
        _ route: Route, _ row: AccessRow, _ role: Role?, _ place: TestCity.Place
    ) -> Int {
        guard row.admits(role) else {
            guard role != nil else { return route.isAPI ? 401 : 303 }
            return route.method.isSafe ? 404 : 403
        }
        guard let role else { return row.gives }
        switch (row.subject, relation(of: place, to: role)) {
        case (.recordToReview, .own) where role != .city: return 409
        case (.caller, _), (_, .own), (.recordToSee, .below), (.recordToReview, .below):
            return row.gives
        case (.recordToWrite, .below): return 403
        case (.recordOfReader, .below), (_, .elsewhere): return 404
        }
    }

    private enum Relation {
        case own, below, elsewhere
    }

    private func relation(of place: TestCity.Place, to role: Role) -> Relation {
        let seat = TestCity.seat(of: role)
        if place == seat { return .own }
        if seat == .parent || place == .child { return .below }
        return .elsewhere
    }
}

extension Route {
    fileprivate var key: String { "\(method.rawValue) \(pattern)" }
    fileprivate var isAPI: Bool { pattern.hasPrefix("/api/") }
}
