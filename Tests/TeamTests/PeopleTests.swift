import Access
import Agencies
import Exchange
import Kernel
import Ledger
import Sheets
import Storage
import TestCity
import TestEngines
import Testing

@testable import Team

/// The people of agencies: in and out of spreadsheets, invited by letters.
@Suite struct PeopleTests {
    private func take(
        _ csv: String, _ city: TestCity, by caller: Caller? = nil
    ) async throws -> ImportReport {
        let desk = SheetDesk { file, tell in try SheetFile(file).read(tell) }
        let report = try await ExchangeDesk(.people, door: city.door).take(
            Array(csv.utf8), read: desk, given: [:], isDryRun: false, by: caller ?? city.console)
        try await desk.close()
        return report
    }

    private func entries(_ city: TestCity) async throws -> [PersonEntry] {
        try await city.door.read(by: city.console) { try PersonEntry.all(in: .city, $0) }
    }

    @Test(arguments: TestEngine.allCases, SheetFormat.allCases)
    func `what was exported changes nothing when it comes back`(
        _ engine: TestEngine, _ format: SheetFormat
    ) async throws {
        let city = try await TestCity(on: engine)
        let exchange = ExchangeDesk(.people, door: city.door)
        let bytes = try await exchange.give(format, ofAll: true, by: city.console)
        let desk = SheetDesk { file, tell in try SheetFile(file).read(tell) }

        let report = try await exchange.take(
            bytes, read: desk, given: [:], isDryRun: false, by: city.console)
        try await desk.close()

        let count = try await entries(city).count
        #expect(report.unchanged == count && report.refused == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `one file brings the contacts of many agencies, with their posts`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)

        let report = try await take(
            """
            學校名稱,姓名,帳號,電子郵件,角色
            第一國小,林堃成,kun.lin,kun@example.tw,承辦人、資安長
            第三國小,𠮷田一郎,k.yoshida,,承辦人
            第九國小,某人,some.one,,承辦人
            第二國小,某人,kun.lin,,承辦人
            第二國小,某人,other.one,,校工
            """, city)

        #expect(report.created == 2 && report.refused == 3)
        #expect(Set(report.errors.map(\.column)) == ["學校名稱", "帳號", "角色"])
        let kun = try #require(try await entries(city).first { $0.person.name == "林堃成" })
        #expect(kun.agencyName == "第一國小" && kun.roles == [.officer, .ciso])
        #expect(kun.access == .uninvited)
        #expect(try await entries(city).contains { $0.person.name == "𠮷田一郎" })
    }

    @Test func `roles that a line leaves out end, a blank ends none`() async throws {
        let city = try await TestCity()
        let head = "所屬機關,姓名,帳號,角色\n"
        _ = try await take(head + "第一國小,林堃成,kun.lin,承辦人、資安長", city)

        let blank = try await take(head + "第一國小,林堃成,kun.lin,", city)
        #expect(blank.refused == 1)
        #expect(try await take(head + "第一國小,林堃成,kun.lin,承辦人", city).updated == 1)
        let kun = try #require(try await entries(city).first { $0.person.name == "林堃成" })
        #expect(kun.roles == [.officer])
    }

    @Test func `nobody but the city and operators imports people or gives the city's roles`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await city.caller(.securityOfficer)
        await #expect(throws: ChangeRefusal.notAllowed(.managePeople)) {
            try await take("姓名,帳號\n某人,some.one", city, by: officer)
        }
        let cityOfficer = try await city.caller(.city)
        let report = try await take(
            "所屬機關,姓名,帳號,角色\n第一國小,某人,some.one,資訊局", city, by: cityOfficer)
        #expect(report.errors.first?.column == "角色")
    }

    @Test(arguments: TestEngine.allCases)
    func `a round of letters reaches who has no password, and a second one ends the first`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        _ = try await take(
            "所屬機關,姓名,帳號,角色\n第一國小,甲,first.one,承辦人\n第三國小,乙,second.one,承辦人", city)
        let caller = try await city.caller(.city)
        let new = try await entries(city).filter { ["甲", "乙"].contains($0.person.name) }
        let round = InvitationRound(door: city.door)
        let ids = Set(new.map(\.person.id))

        let sent = try await round.send(to: ids, by: caller)
        #expect(sent.count == 2 && Set(sent.map(\.token.text)).count == 2)
        let end = city.clock.now.adding(minutes: 14 * 24 * 60)
        #expect(
            try await entries(city).filter { ids.contains($0.person.id) }
                .allSatisfy { $0.access == .invited(until: end) })

        let again = try await round.send(to: ids, by: caller)
        let invitations = Invitations(signIn: city.programme.signIn)
        await #expect(throws: SignInRefusal.linkSpent) {
            try await invitations.open(sent[0].token, now: city.clock.now)
        }
        let open = try await invitations.open(again[0].token, now: city.clock.now)
        #expect(open.purpose == .letter)
        city.clock.advance(minutes: 14 * 24 * 60)
        await #expect(throws: SignInRefusal.linkSpent) {
            try await invitations.open(again[0].token, now: city.clock.now)
        }
        #expect(try await entries(city).contains { $0.access == .lapsed(at: end) })
    }

    @Test(arguments: TestEngine.allCases)
    func `each agency's letters stand in its own ledger`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        _ = try await take(
            "所屬機關,姓名,帳號,角色\n第一國小,甲,first.one,承辦人\n第三國小,乙,second.one,承辦人\n"
                + "第一國小,丙,third.one,承辦人", city)
        let caller = try await city.caller(.city)
        let new = try await entries(city).filter { ["甲", "乙", "丙"].contains($0.person.name) }

        let sent = try await InvitationRound(door: city.door).send(
            to: Set(new.map(\.person.id)), by: caller)

        #expect(Set(sent.map(\.entry.person.name)) == ["甲", "乙", "丙"])
        for (place, number) in [(TestCity.Place.child, 2), (.none, 1), (.parent, 0)] {
            let lines = try await city.door.read(by: caller) { view in
                try History.entries(of: city.agency(place).id, in: view.session)
                    .filter { $0.verb == "person.invite_many" }
                    .flatMap { try History.lines(of: $0.id, limit: 10, in: view.session) }
            }
            #expect(lines.count { $0.record.kind == "invitation" } == number)
        }
    }

    @Test func `who is out of reach is not invited`() async throws {
        let city = try await TestCity()
        _ = try await take("所屬機關,姓名,帳號,角色\n第三國小,乙,second.one,承辦人", city)
        let other = try #require(try await entries(city).first { $0.person.name == "乙" })
        let officer = try await city.caller(.securityOfficer)

        await #expect(throws: ChangeRefusal.notAllowed(.managePeople)) {
            try await InvitationRound(door: city.door).send(to: [other.person.id], by: officer)
        }
    }
}
