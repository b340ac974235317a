import Access
import Agencies
import Foundation
import Inventory
import Kernel
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

    @Test(arguments: TestEngine.allCases)
    func `the file of a past day's list of organisations has the names of then`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = AgencyDesk(door: city.door)
        let yesterday = city.clock.now.day.adding(days: -1)
        try await desk.rename(
            city.agency(.child).id, to: "改名國小", kind: "國小", from: AgencyDating(yesterday),
            by: city.console)
        try await desk.end(
            city.agency(.sibling).id, .merged, into: city.agency(.own).id,
            from: AgencyDating(yesterday), by: city.console)
        let old = [city.agency(.child).name, city.agency(.sibling).name]
        let visitor = try await Visitor(.city, city)

        let day = yesterday.adding(days: -1)
        let past = try await text(of: "/agencies/export?on=\(day)&format=csv", visitor)
        let now = try await text(of: "/agencies/export?format=csv", visitor)
        let page = try await text(of: "/agencies?on=\(day)", visitor)

        #expect(old.allSatisfy(past.contains) && !past.contains("改名國小"))
        #expect(now.contains("改名國小") && old.allSatisfy { !now.contains("\($0),") })
        #expect(page.contains("on=\(day)") && page.contains("/agencies/export?"))
    }

    private func text(of path: String, _ visitor: Visitor) async throws -> String {
        let told = try await visitor.get(path)
        #expect(told.status == 200)
        return String(decoding: told.bytes, as: UTF8.self)
    }
}
