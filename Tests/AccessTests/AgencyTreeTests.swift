import Kernel
import Storage
import TestEngines
import Testing

@testable import Access

@Suite struct AgencyTreeTests {
    @Test(arguments: TestEngine.allCases)
    func `moving an agency moves all that stands under it`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        let moved = try await city.agencies.move(
            city.education.id, under: city.works.id, by: city.machine)
        #expect(moved.path.isWithin(city.works.path))

        let names = try await city.door.read(by: city.machine) { view in
            try Agency.subtree(of: city.works, view).map(\.name)
        }
        #expect(names == ["工務局", "教育局", "第一國小"])
        let school = try await city.door.read(by: city.machine) { view in
            try Agency.find(city.school.id, view)
        }
        #expect(school.path.isWithin(moved.path))
        #expect(school.path.depth == 3)
        #expect(school.parentID == city.education.id)
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency cannot stand under itself or its own subordinate`(
        _ engine: TestEngine
    ) async throws {
        let city = try await SmallCity(engine)
        for target in [city.education, city.school] {
            await #expect(throws: AgencyRefusal.cycle) {
                try await city.agencies.move(city.education.id, under: target.id, by: city.machine)
            }
        }
        await #expect(throws: AgencyRefusal.cityStays) {
            try await city.agencies.move(city.city.id, under: city.works.id, by: city.machine)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a city is founded once and a code is one agency's`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        await #expect(throws: AgencyRefusal.cityExists) {
            try await city.agencies.found(
                AgencyDetails(name: "另一個市", kind: "市府"), by: "root", at: city.clock.now)
        }
        await #expect(throws: AgencyRefusal.codeTaken("S11")) {
            try await city.agencies.add(
                AgencyDetails(name: "第二國小", code: "S11", kind: "學校"),
                under: city.education.id, by: city.machine)
        }
        let renamed = try await city.agencies.revise(
            city.school.id, to: AgencyDetails(name: "第一實小", code: "S11", kind: "學校"),
            by: city.machine)
        #expect(renamed.name == "第一實小")
        #expect(renamed.version == 2)
    }

    @Test(arguments: TestEngine.allCases)
    func `a bureau sees its own subtree and no sibling`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("局內承辦", "edu", at: city.education)
        let caller = try await city.caller(of: "edu")
        let seen = try await city.door.read(by: caller) { view in
            [
                try Agency.find(code: "B10", view), try Agency.find(code: "S11", view),
                try Agency.find(code: "B20", view), try Agency.find(code: "A00", view),
            ].map { $0?.name }
        }
        #expect(seen == ["教育局", "第一國小", nil, nil])
        let children = try await city.door.read(by: caller) { view in
            try Agency.children(of: city.city.id, view).map(\.name)
        }
        #expect(children == ["教育局"])
        await #expect(throws: AgencyRefusal.unknown) {
            try await city.door.read(by: caller) { view in try Agency.find(city.works.id, view) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `only the city changes the tree`(_ engine: TestEngine) async throws {
        let city = try await SmallCity(engine)
        _ = try await city.person("資訊局", "ict", [.city], at: city.city)
        _ = try await city.person(
            "局長", "edu", [.head, .ciso, .securityOfficer], at: city.education)
        let details = try AgencyDetails(name: "新設機關", code: "B30", kind: "機關")
        let bureau = try await city.caller(of: "edu")
        await #expect(throws: ChangeRefusal.notAllowed(.manageAgencies)) {
            try await city.agencies.add(details, under: city.education.id, by: bureau)
        }
        await #expect(throws: ChangeRefusal.notFound) {
            try await city.agencies.add(details, under: city.works.id, by: bureau)
        }
        let added = try await city.agencies.add(
            details, under: city.works.id, by: city.caller(of: "ict"))
        #expect(added.path.isWithin(city.works.path))
    }

    @Test(arguments: ["", "   ", String(repeating: "長", count: 101)])
    func `an agency has a name of a hundred characters at most`(_ name: String) {
        #expect(throws: AgencyRefusal.nameLength) { try AgencyDetails(name: name, kind: "機關") }
    }
}
