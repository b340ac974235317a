import Access
import Registers
import Systems
import TestCity
import TestEngines
import Testing

/// What is said of a system that bears the name of another.
@Suite struct TwinHintTests {
    @Test(arguments: TestEngine.allCases)
    func `a second system of one name is taken with a hint, and each page leads to the other`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await Visitor(.officer, city)
        let typed = TestCity.typedSystem(named: "台北公文系統")
        func add(_ name: String) async throws -> String {
            var fields = typed.words
            fields["name"] = name
            let added = try await officer.post("/systems", fields)
            #expect(added.status == 303)
            return try #require(added.location)
        }

        let first = try await add("台北公文系統")
        let alone = try await officer.get(first).text
        let second = try await add("臺北公文系統 ")
        let both = try await officer.get(second).text

        #expect(!alone.contains("同名的系統"))
        #expect(both.contains("同名的系統") && both.contains(first))
        #expect(try await officer.get(first).text.contains(second))
        let elsewhere = try await Visitor(.officer, city, in: .sibling)
        let other = try await elsewhere.post("/systems", typed.words)
        #expect(try await !elsewhere.get(#require(other.location)).text.contains("同名的系統"))
    }
}
