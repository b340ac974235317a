import Access
import Agencies
import Exchange
import Kernel
import TestCity
import TestEngines
import Testing
import Web

@testable import Team

/// Whom a round of invitations is about: page by page, and all of them in one act.
@Suite struct InvitationScopeTests {
    private func find(
        _ fields: [(String, String)], _ city: TestCity, by caller: Caller
    ) async throws -> InvitationScope {
        let query = InvitationQuery(Fields(fields))
        return try await city.door.read(by: caller) { try InvitationScope.find(query, $0) }
    }

    /// So many contacts in turn of two schools, none of whom was asked.
    private func fill(_ city: TestCity, _ count: Int) async throws {
        let people = People(door: city.door)
        for number in 0..<count {
            let agency = city.agency(number.isMultiple(of: 2) ? .none : .child).id
            let person = try await people.add(
                PersonDetails(
                    name: "窗口\(1_000 + number)", account: AccountName("contact.\(number)")),
                to: agency, by: city.console)
            _ = try await people.appoint(
                person.id, as: .officer, in: agency,
                during: DatedTerm(from: city.clock.now.day), by: city.console)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `pages by key show every contact once, agency after agency by their codes`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city, 110)
        let caller = try await city.caller(.city)
        var seen: [PersonEntry] = []
        var after: String?
        var pages = 0

        repeat {
            let page = try await find(after.map { [("after", $0)] } ?? [], city, by: caller)
            #expect(page.entries.count <= InvitationQuery.pageSize)
            seen += page.entries
            after = page.next?.description
            pages += 1
            #expect(page.tally.all == 118)
        } while after != nil

        #expect(pages == 3 && seen.count == 118 && Set(seen.map(\.person.id)).count == 118)
        #expect(seen.allSatisfy { !Set([.officer, .securityOfficer]).isDisjoint(with: $0.roles) })
        let codes = TestCity.Place.allCases.map(\.rawValue)
        let places = seen.compactMap { codes.firstIndex(of: $0.agencyName) }
        #expect(places == places.sorted() && places.count == 118)
        let pupils = seen.filter { $0.person.name.hasPrefix("窗口") }
        for agency in ["第一國小", "第三國小"] {
            let names = pupils.filter { $0.agencyName == agency }.map(\.person.name)
            #expect(names.count == 55 && names == names.sorted())
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a state narrows the pages and no figure`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city, 4)
        let caller = try await city.caller(.city)
        let all = try await find([], city, by: caller)

        for state in ContactTally.states {
            let some = try await find([("state", state)], city, by: caller)
            #expect(some.entries.count == all.tally.count(state), "\(state)")
            #expect(some.entries.allSatisfy { $0.access.word == state }, "\(state)")
            #expect(some.tally == all.tally, "\(state)")
        }
        #expect(all.tally.all == 12)
    }

    @Test(arguments: TestEngine.allCases)
    func `one act invites all who wait, on whatever page they stand, and nobody twice`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await fill(city, 60)
        let caller = try await city.caller(.city)
        let school = city.agency(.child).id

        let (below, waiting) = try await city.door.read(by: caller) { view in
            (
                try InvitationScope.people(in: .waiting, of: school, view),
                try InvitationScope.people(in: .waiting, of: nil, view)
            )
        }
        #expect(below.count >= 30 && waiting.isSuperset(of: below))
        let sent = try await InvitationRound(door: city.door).send(to: waiting, by: caller)
        #expect(sent.count >= 60)

        let after = try await find([], city, by: caller)
        #expect(after.tally.count(of: .waiting) == 0 && after.tally.count(of: .asked) == sent.count)
        let asked = try await city.door.read(by: caller) {
            try (
                InvitationScope.people(in: .waiting, of: nil, $0),
                InvitationScope.people(in: .asked, of: nil, $0)
            )
        }
        #expect(asked == ([], Set(sent.map(\.entry.person.id))))
    }

    @Test func `who is out of reach is on no page`() async throws {
        let city = try await TestCity()
        try await fill(city, 2)
        let caller = try await city.caller(.operator)
        let outside = city.agency(.none).id
        let officer = try await city.caller(.securityOfficer)

        #expect(try await find([], city, by: caller).tally.all > 0)
        let own = try await find([], city, by: officer)
        #expect(own.entries.allSatisfy { $0.person.agencyID != outside })
        await #expect(throws: AgencyRefusal.unknown) {
            try await find([("agency", outside.description)], city, by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a round tells which agencies it does not reach`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let new = try await AgencyDesk(door: city.door).add(
            AgencyDesk.Entry(
                AgencyDetails(name: "新設局", kind: "一級機關"), under: city.console.agency),
            by: city.console)
        let own = city.agency(.own).id.description

        let all = try await find([], city, by: city.console)
        let bureau = try await find([("agency", own)], city, by: city.console)

        #expect(all.unreached.map(\.id).contains(new))
        #expect(bureau.unreached.map(\.id).contains(new) == false)
        let reached = Set(all.entries.map(\.person.agencyID))
        #expect(all.unreached.allSatisfy { !reached.contains($0.id) })
        #expect(all.unreached.count + reached.count == all.agencies.count)
    }
}
