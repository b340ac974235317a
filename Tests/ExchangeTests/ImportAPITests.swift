import Access
import Foundation
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@testable import Exchange

@Suite struct ImportAPITests {
    private func rows(_ json: String) throws -> SentRows {
        try JSONDecoder().decode(SentRows.self, from: Data(json.utf8))
    }

    @Test func `rows of a program are a table like any other`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let sent = try rows(
            """
            {"rows": [{"name": "林堃成的電腦", "sort": "hardware", "owner": "𠮷田", "count": 3},
                      {"name": "螢幕", "sort": "重要", "owner": null}]}
            """)
        let table = try sent.table(of: Property.register.columns)

        let plan = try await city.properties.run(table, .guessed(table), by: officer)

        #expect(try await city.rows(by: officer).map(\.count) == [3] && plan.refused == [2])
        #expect(plan.errors.map(\.column) == ["sort"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a field that a row leaves out stays, and one that is null or empty is emptied`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        func take(_ json: String) async throws -> ImportPlan<Property> {
            let table = try rows(json).table(of: Property.register.columns)
            return try await city.properties.run(table, .guessed(table), by: officer)
        }
        _ = try await take(
            """
            {"rows": [
              {"number": "1", "name": "一", "sort": "hardware", "owner": "總務處", "keeper": "甲"},
              {"number": "2", "name": "二", "sort": "hardware", "owner": "總務處", "keeper": "甲"},
              {"number": "3", "name": "三", "sort": "hardware", "owner": "總務處", "keeper": "甲",
               "count": 3},
              {"number": "4", "name": "四", "sort": "hardware", "owner": "總務處", "keeper": "甲",
               "count": 4}]}
            """)

        let plan = try await take(
            """
            {"rows": [{"number": "1", "count": 11}, {"number": "2", "keeper": null},
                      {"number": "3", "keeper": "", "count": null}, {"number": "4"}]}
            """)

        #expect(plan.updated.count == 3 && plan.unchanged == 1 && plan.errors.isEmpty)
        #expect(plan.emptiedCount == 3)
        let kept = try await city.rows(by: officer).sorted { ($0.number ?? "") < ($1.number ?? "") }
        #expect(kept.map(\.name) == ["一", "二", "三", "四"])
        #expect(kept.map(\.count) == [11, nil, nil, 4])
        #expect(kept.map(\.keeper) == ["甲", nil, nil, "甲"])
    }

    @Test func `a name that the register does not have is refused`() throws {
        let sent = try rows(#"{"rows": [{"nmae": "電腦"}]}"#)
        #expect(throws: ExchangeRefusal.unknownField("nmae")) {
            try sent.table(of: Property.register.columns)
        }
        #expect(throws: ExchangeRefusal.noRows) {
            try rows(#"{"rows": []}"#).table(of: Property.register.columns)
        }
    }
}
