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
