import Access
import Kernel
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing

@Suite struct BusinessTests {
    private func business(_ changes: [String: String]) async throws -> Business {
        let city = try await TestCity()
        let desk = RegisterDesk<Business>(door: city.door)
        let officer = try await city.caller(.officer)
        let typed = TestCity.typedBusiness(named: "受測", with: changes)
        return try await desk.find(desk.add(typed, by: officer), by: officer).row
    }

    @Test func `core business has its legal ground, other business may do without`() async throws {
        let refusal = try await #require(throws: InvalidRow.self) {
            try await business(["legalGround": ""])
        }
        #expect(refusal.errors.map(\.field.text) == ["legalGround"])

        let other = try await business(["legalGround": "", "standing": "nonCore"])
        #expect(other.legalGround == nil)
    }

    @Test func `hours that are not known stay missing`() async throws {
        #expect(try await business(["longestOutageHours": ""]).longestOutageHours == nil)
        #expect(try await business(["longestOutageHours": "0"]).longestOutageHours == 0)
    }

    @Test(arguments: [
        (["systemsAnswer": "listed"], "systems"),
        (["systemsAnswer": "none", "systems": "公文系統"], "systemsAnswer"),
        (["systemsAnswer": "centralised"], "runBy"),
    ])
    func `an answer about systems is complete`(
        _ changes: [String: String], _ wrong: String
    ) async throws {
        let refusal = try await #require(throws: InvalidRow.self) { try await business(changes) }
        #expect(refusal.errors.map(\.field.text) == [wrong])
    }

    @Test(arguments: [
        ("無", SystemsAnswer.none, []), ("", nil, []), ("公文系統", .listed, ["公文系統"]),
        ("校務系統（向上集中）", .centralised, ["校務系統"]), ("向上集中", .centralised, []),
        ("甲、乙；丙", .listed, ["甲", "乙", "丙"]),
    ])
    func `the one cell of the official form is understood`(
        _ cell: String, _ answer: SystemsAnswer?, _ names: [String]
    ) async throws {
        let business = try await business([
            "systemsAnswer": "", "systems": cell, "runBy": "教育局",
        ])
        #expect(business.systems.answer == answer)
        #expect(business.systems.names.all == names)
    }

    @Test func `the law's grounds are offered, and what is missing before approval is said`()
        async throws
    {
        let column = try #require(Business.register.columns["legalGround"])
        #expect(column.traits.offers().contains("維運、提供關鍵基礎設施所必要"))

        let bare = try await business(["importance": "", "failureEffect": ""])
        #expect(
            Business.register.remarks(bare).map(\.field.text) == ["importance", "failureEffect"])
    }
}

@Suite struct NameMatcherTests {
    private let matcher = NameMatcher([
        (key: 1, name: "臺北市立圖書館"), (key: 2, name: "財產、物品管理"), (key: 3, name: "雙"),
        (key: 4, name: "雙"),
    ])

    @Test(arguments: [
        ("台北市立圖書館", [1], ["臺北市立圖書館"]), ("財產、物品管理", [2], ["財產、物品管理"]),
        ("財產", [], ["財產"]), ("雙", [], ["雙"]), ("台北市立圖書館、雙、臺北市立圖書館", [1], ["臺北市立圖書館", "雙"]),
        ("", [], []),
    ])
    func `names find their rows, and what matches none stays as written`(
        _ typed: String, _ keys: [Int], _ names: [String]
    ) throws {
        let match = matcher.match(try Names(typed: typed))
        #expect(match.keys == keys)
        #expect(match.names.all == names)
    }
}
