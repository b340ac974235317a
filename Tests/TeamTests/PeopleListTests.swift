import Access
import HTML
import Kernel
import Registers
import Storage
import TestCity
import TestEngines
import Testing
import Web

@testable import Team

/// The list of an agency's people: by pages, by what is asked, never all at once.
@Suite struct PeopleListTests {
    /// So many people without a post, as a bureau has staff.
    private func fill(_ city: TestCity, _ count: Int) async throws {
        let people = try (0..<count).map { number in
            Newcomer(
                try PersonDetails(
                    name: "同仁\(1_000 + number)", phone: number == 7 ? "2720-8889" : nil))
        }
        _ = try await People(door: city.door).enter(
            people, in: city.agency(.own).id, from: city.clock.now.day, by: city.console)
    }

    private func list(
        _ fields: [(String, String)], _ city: TestCity, by caller: Caller
    ) async throws -> PeopleList {
        let query = try PeopleQuery(Fields(fields), at: caller.agency)
        return try await city.door.read(by: caller) { try PeopleList.page(query, $0) }
    }

    @Test(arguments: TestEngine.allCases)
    func `pages by key show everybody once, those with a part first`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city, 120)
        let officer = try await city.caller(.officer)
        var seen: [PersonEntry] = []
        var after: String?

        repeat {
            let page = try await list(after.map { [("after", $0)] } ?? [], city, by: officer)
            #expect(page.entries.count <= 50 && page.total == 129)
            seen += page.entries
            after = page.next?.description
        } while after != nil

        #expect(seen.count == 129 && Set(seen.map(\.person.id)).count == 129)
        let withPart = seen.prefix { !$0.roles.isEmpty }
        #expect(withPart.count == 9 && seen.dropFirst(9).allSatisfy(\.roles.isEmpty))
        #expect(
            seen.dropFirst(9).map(\.person.name) == seen.dropFirst(9).map(\.person.name).sorted())
    }

    @Test(arguments: TestEngine.allCases)
    func `people are found by name, account and telephone, by role and by their account`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city, 30)
        let officer = try await city.caller(.officer)

        let named = try await list([("q", "同仁1007")], city, by: officer)
        #expect(named.entries.map(\.person.name) == ["同仁1007"])
        #expect(try await list([("q", "2720-8889")], city, by: officer).entries == named.entries)
        let ciso = try await list([("q", "ciso.own")], city, by: officer)
        #expect(ciso.entries.map(\.roles) == [[.ciso]])
        let held = try await list([("role", "ciso")], city, by: officer)
        #expect(held.entries.map(\.person.id) == ciso.entries.map(\.person.id))
        let without = try await list([("state", "none")], city, by: officer)
        #expect(without.entries.count == 30 && without.found.number == 30)
        for state in ["open", "uninvited", "invited", "lapsed", "none", "closed"] {
            let found = try await list([("state", state)], city, by: officer)
            #expect(found.entries.allSatisfy { $0.access.word == state }, "\(state)")
        }
    }

    @Test func `a name that was corrected is found by the new one only`() async throws {
        let city = try await TestCity()
        try await fill(city, 1)
        let officer = try await city.caller(.officer)
        let person = try #require(
            try await list([("q", "同仁1000")], city, by: officer).entries.first)
        try await People(door: city.door).revise(
            person.person, to: PersonDetails(name: "林堃成"), by: city.console)

        #expect(try await list([("q", "同仁1000")], city, by: officer).entries.isEmpty)
        #expect(
            try await list([("q", "堃成")], city, by: officer).entries.map(\.person.name)
                == ["林堃成"])
    }

    @Test(arguments: TestEngine.allCases)
    func `people of a past day stand as they were, with the parts that they had`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city, 60)
        let officer = try await city.caller(.officer)
        let people = People(door: city.door)
        let day = city.clock.now.day
        let on = [("on", day.description)]
        let person = try #require(
            try await list([("q", "同仁1000")], city, by: officer).entries.first
        ).person
        city.clock.advance(minutes: 24 * 60)
        try await people.revise(person, to: PersonDetails(name: "林堃成"), by: city.console)
        _ = try await people.appoint(
            person.id, as: .custodian, in: person.agencyID,
            during: DatedTerm(from: city.clock.now.day), by: city.console)
        let ciso = try #require(
            try await list([("q", "ciso.own")], city, by: officer).entries.first
        ).person
        try await people.disable(ciso, by: city.console)
        try await fill(city, 1)

        var seen: [PersonEntry] = []
        var after: String?
        repeat {
            let next = after.map { [("after", $0)] } ?? []
            let page = try await list(on + next, city, by: officer)
            #expect(page.day == day && page.total == 69 && page.found.number == 69)
            seen += page.entries
            after = page.next?.description
        } while after != nil
        #expect(seen.count == 69 && Set(seen.map(\.person.id)).count == 69)
        #expect(seen.prefix(9).allSatisfy { !$0.roles.isEmpty })
        #expect(seen[9].person.name == "同仁1000" && seen[9].roles.isEmpty)
        #expect(try await list(on + [("q", "堃成")], city, by: officer).entries.isEmpty)
        let then = try await list(on + [("role", "ciso")], city, by: officer)
        #expect(then.entries.map(\.access) == [.account])
        #expect(try await list(on + [("state", "closed")], city, by: officer).entries.isEmpty)
        let before = try await list(
            [("on", day.adding(days: -1).description)], city, by: officer)
        #expect(before.entries.isEmpty && before.total == 0)
        let today = try await list([("on", "\(city.clock.now.day)")], city, by: officer)
        #expect(today.day == nil && today.total == 70)
    }

    @Test func `a past day is read in three questions, and one that there is not is refused`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let day = city.clock.now.day
        city.clock.advance(minutes: 24 * 60)

        let statements = try await city.database.statements {
            _ = try await list([("on", "\(day)")], city, by: officer)
        }

        #expect(statements.count == 4)
        await #expect(throws: InvalidRow.self) {
            try await list([("on", "2026-02-30")], city, by: officer)
        }
    }

    @Test func `a page takes the same questions, however many people there are`() async throws {
        let few = try await TestCity()
        let many = try await TestCity()
        try await fill(few, 3)
        try await fill(many, 300)

        func asked(_ city: TestCity) async throws -> Int {
            let officer = try await city.caller(.officer)
            return try await city.database.statements {
                _ = try await list([], city, by: officer)
            }.count
        }

        #expect(try await asked(few) == 7)
        #expect(try await asked(many) == 7)
    }

    @Test func `another bureau's people are out of reach`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let sibling = city.agency(.sibling).id.description

        await #expect(throws: AgencyRefusal.unknown) {
            try await list([("agency", sibling)], city, by: officer)
        }
        await #expect(throws: AgencyRefusal.unknown) {
            try await list([("agency", sibling), ("on", "2020-01-01")], city, by: officer)
        }
        let child = city.agency(.child).id.description
        #expect(try await list([("agency", child)], city, by: officer).entries.count == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `people of before the index knew them are found after a day`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        try await city.door.derive(for: "test") { view in
            let people: [PersonID] = try view.values("SELECT id FROM person")
            for id in people {
                try SearchIndex.remove(
                    RecordID(kind: Person.kind, uuid: id.uuid), in: view.session)
            }
        }
        #expect(try await list([("q", "ciso.own")], city, by: officer).entries.isEmpty)

        try await city.programme.keepUpToDate()

        #expect(try await list([("q", "ciso.own")], city, by: officer).entries.count == 1)
    }
}
