import Foundation
import Inventory
import Registers
import TestCity
import TestEngines
import Testing

@testable import Programme

@Suite struct PastExportTests {
    @Test(arguments: TestEngine.allCases)
    func `the file of a past day says what the register said then`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        let day = city.clock.now.day
        let uuid = try await assets.add(TestCity.typedAsset(named: "舊名的主機"), by: officer)
        city.clock.advance(minutes: 24 * 60)
        _ = try await assets.revise(
            uuid, TypedFields(["name": "新名的主機"]), seen: 1, by: officer)
        let visitor = try await Visitor(.officer, city)

        let past = try await text(of: "/assets/as-of/export?on=\(day)&format=csv", visitor)
        #expect(past.contains("舊名的主機") && !past.contains("新名的主機"))
        let now = try await text(of: "/assets/as-of/export?format=csv", visitor)
        #expect(now.contains("新名的主機") && !now.contains("舊名的主機"))
        for format in ["ods", "xlsx"] {
            let told = try await visitor.get("/assets/as-of/export?on=\(day)&format=\(format)")
            #expect(told.status == 200 && told.bytes.starts(with: Array("PK".utf8)))
        }
        #expect(try await visitor.get("/assets/as-of/export?format=doc").status == 404)
    }

    private func text(of path: String, _ visitor: Visitor) async throws -> String {
        let told = try await visitor.get(path)
        #expect(told.status == 200)
        return String(decoding: told.bytes, as: UTF8.self)
    }
}
