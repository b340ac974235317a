import Access
import Exchange
import Kernel
import Ledger
import Sheets
import Storage
import TestCity
import TestEngines
import Testing

@testable import Team

/// An import of people taken back as one act.
@Suite struct PeopleUndoTests {
    private func take(_ csv: String, _ city: TestCity, by caller: Caller) async throws {
        let desk = SheetDesk { file, tell in try SheetFile(file).read(tell) }
        let report = try await ExchangeDesk(.people, door: city.door).take(
            Array(csv.utf8), read: desk, given: [:], isDryRun: false, by: caller)
        try await desk.close()
        #expect(report.refused == 0, "\(report.errors.map(\.message.zh))")
        city.clock.advance(minutes: 1)
    }

    private func lastEntry(_ city: TestCity, by caller: Caller) async throws -> EntryID {
        let entries = try await city.door.read(by: caller) {
            try History.entries(of: caller.agency, in: $0.session)
        }
        return try #require(entries.first { $0.verb == "person.import" }).id
    }

    private func person(_ name: String, _ city: TestCity) async throws -> PersonEntry? {
        try await city.door.read(by: city.console) { try PersonEntry.all(in: .city, $0) }
            .first { $0.person.name == name }
    }

    private let head = "所屬機關,姓名,帳號,電話,角色\n"

    @Test(arguments: TestEngine.allCases)
    func `who came in goes, who was changed is as before, with posts`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let caller = try await city.caller(.city)
        let before = try await city.door.read(by: caller) { try PersonEntry.all(in: .city, $0) }
        try await take(head + "第一國小,林堃成,kun.lin,1234,承辦人、資安長", city, by: caller)
        try await take(
            head + "第一國小,林堃成,kun.lin,5678,承辦人、機關首長\n第三國小,乙,second.one,,承辦人", city,
            by: caller)
        let exchange = ExchangeDesk<PersonLine>(.people, door: city.door)

        let undoing = try await exchange.undo(try await lastEntry(city, by: caller), by: caller)

        #expect(undoing.restored == 2 && undoing.left.isEmpty)
        let kun = try #require(try await person("林堃成", city))
        #expect(kun.person.details.phone == "1234" && kun.roles == [.officer, .ciso])
        #expect(try await person("乙", city) == nil)
        #expect(
            try await city.door.read(by: caller) { try PersonEntry.all(in: .city, $0) }.count
                == before.count + 1)
        // The account is free again.
        try await take(head + "第四國小,丙,second.one,,承辦人", city, by: caller)
        #expect(try await person("丙", city)?.agencyName == "第四國小")
    }

    @Test func `who was changed or invited since is told and left alone`() async throws {
        let city = try await TestCity()
        let caller = try await city.caller(.city)
        try await take(
            head
                + "第一國小,甲,first.one,,承辦人\n第二國小,乙,second.one,,承辦人\n第三國小,丙,third.one,,承辦人\n第四國小,丁,fourth.one,,承辦人",
            city, by: caller)
        let entry = try await lastEntry(city, by: caller)
        let people = People(door: city.door)
        let first = try #require(try await person("甲", city)).person
        try await people.revise(
            first, to: PersonDetails(name: "甲", account: first.details.account, phone: "9"),
            by: caller)
        let second = try #require(try await person("乙", city)).person
        _ = try await InvitationRound(door: city.door).send(to: [second.id], by: caller)
        let third = try #require(try await person("丙", city)).person
        _ = try await people.appoint(
            third.id, as: .custodian, in: third.agencyID,
            during: DatedTerm(from: city.clock.now.day), by: caller)

        let undoing = try await ExchangeDesk(.people, door: city.door).undo(entry, by: caller)

        #expect(undoing.restored == 1)
        #expect(undoing.left.map(\.name) == ["甲", "乙", "丙"])
        #expect(try await person("丁", city) == nil)
        #expect(try await person("甲", city)?.person.details.phone == "9")
        #expect(try await person("丙", city)?.roles.contains(.custodian) == true)
    }

    @Test func `nobody takes back what was done to their own entry`() async throws {
        let city = try await TestCity()
        let caller = try await city.caller(.city)
        let operatorCaller = try await city.caller(.operator)
        try await take("帳號,姓名,電話\ncity.city,資訊局資訊局,77\n", city, by: operatorCaller)
        let entry = try await lastEntry(city, by: caller)

        let undoing = try await ExchangeDesk(.people, door: city.door).undo(entry, by: caller)

        #expect(undoing.restored == 0 && undoing.left.map(\.name) == ["資訊局資訊局"])
    }

    @Test func `an officer of a bureau takes no import of people back`() async throws {
        let city = try await TestCity()
        let caller = try await city.caller(.city)
        try await take(head + "第一國小,甲,first.one,,承辦人", city, by: caller)
        let entry = try await lastEntry(city, by: caller)
        let officer = try await city.caller(.securityOfficer)

        await #expect(throws: ChangeRefusal.notAllowed(.managePeople)) {
            try await ExchangeDesk(.people, door: city.door).undo(entry, by: officer)
        }
    }
}
