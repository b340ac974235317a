import Access
import Foundation
import HTML
import Kernel
import TestCity
import TestEngines
import Testing

@testable import Tasks

@Suite struct MessageTests {
    private let verb = Verb("test.tell", Term("告知", en: "told"))

    private func news(_ words: String) -> News {
        News(.level, Term(words, en: words), at: Path("duties").with("year", 115))
    }

    /// Tells `roles` at a place, as the console there.
    @discardableResult
    private func tell(
        _ words: String, _ roles: Set<Role> = [.officer, .ciso],
        at place: TestCity.Place = .own, in city: TestCity
    ) async throws -> MessageID {
        let agency = city.agency(place)
        return try await city.door.change(
            verb, in: agency.id, needs: .remindAgencies, by: .console("tester", in: agency)
        ) { try $0.tell(roles, of: [agency.id], news(words)).message.id }
    }

    @Test(arguments: TestEngine.allCases)
    func `a message reaches those in the posts, and nobody else`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let inbox = Inbox(door: city.door)
        try await tell("等級改了", in: city)

        for (role, place, count) in [
            (Role.officer, TestCity.Place.own, 1), (.ciso, .own, 1), (.head, .own, 0),
            (.officer, .child, 0), (.officer, .sibling, 0), (.city, .parent, 0),
        ] {
            let caller = try await city.caller(role, in: place)
            #expect(try await inbox.unread(of: caller) == count, "\(role) at \(place)")
            #expect(try await inbox.page(by: caller).messages.count == count)
        }
    }

    @Test func `whoever makes a change is not told of it`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        _ = try await city.door.change(
            verb, in: officer.agency, needs: .editAssets, by: officer
        ) { try $0.tell([.officer, .ciso], of: [officer.agency], news("改了")).readers.count }

        #expect(try await Inbox(door: city.door).unread(of: officer) == 0)
        let ciso = try await city.caller(.ciso)
        #expect(try await Inbox(door: city.door).unread(of: ciso) == 1)
    }

    @Test func `a message is lost with the change that fails, and kept with the one that stands`()
        async throws
    {
        struct Stop: Error {}
        let city = try await TestCity()
        let agency = city.agency(.own)
        await #expect(throws: Stop.self) {
            try await city.door.change(
                verb, in: agency.id, needs: .editAssets, by: .console("tester", in: agency)
            ) { change in
                try change.tell([.officer], of: [agency.id], news("不算"))
                throw Stop()
            }
        }

        #expect(try await Inbox(door: city.door).unread(of: try await city.caller(.officer)) == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `the unread come first, and pages go on from a key`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let inbox = Inbox(door: city.door)
        var ids: [MessageID] = []
        for number in 1...5 {
            city.clock.advance(minutes: 1)
            ids.append(try await tell("第 \(number) 則", in: city))
        }
        let officer = try await city.caller(.officer)
        _ = try await inbox.mark(ids[4], isRead: true, by: officer)
        _ = try await inbox.mark(ids[2], isRead: true, by: officer)

        let expected = [ids[3], ids[1], ids[0], ids[4], ids[2]]
        var got: [MessageID] = []
        var key: ReceivedMessage.Key?
        repeat {
            let page = try await inbox.page(after: key, limit: 2, by: officer)
            got += page.messages.map(\.message.id)
            key = page.next
        } while key != nil

        #expect(got == expected)
        #expect(try await inbox.unread(of: officer) == 3)
        #expect(try await inbox.markAll(by: officer) == 3)
        #expect(try await inbox.unread(of: officer) == 0)
    }

    @Test func `nobody marks the messages of another`() async throws {
        let city = try await TestCity()
        let inbox = Inbox(door: city.door)
        let id = try await tell("給承辦人", [.officer], in: city)

        for (role, place) in [
            (Role.ciso, TestCity.Place.own), (.city, .parent), (.officer, .sibling),
        ] {
            let caller = try await city.caller(role, in: place)
            await #expect(throws: MessageRefusal.unknown) {
                _ = try await inbox.mark(id, isRead: true, by: caller)
            }
        }
        #expect(try await inbox.unread(of: try await city.caller(.officer)) == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `what one author changes in a day is one message, unread again each time`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let inbox = Inbox(door: city.door)
        let officer = try await city.caller(.officer)
        let security = try await city.caller(.securityOfficer)
        func change(_ count: Int) async throws {
            try await city.door.change(verb, in: officer.agency, needs: .editAssets, by: officer) {
                try $0.tellTogether([.securityOfficer], .asset, count: count) {
                    news("改了 \($0) 次")
                }
            }
        }
        try await change(1)
        let first = try #require(try await inbox.page(by: security).messages.first)
        _ = try await inbox.mark(first.message.id, isRead: true, by: security)
        try await change(2)

        let told = try await inbox.page(by: security).messages
        #expect(told.map(\.message.news.words.zh) == ["改了 3 次"])
        #expect(told.map(\.readAt) == [nil])

        city.clock.advance(minutes: 24 * 60)
        try await change(1)
        #expect(
            try await inbox.page(by: try await city.caller(.securityOfficer)).messages.count == 2)
    }

    @Test(arguments: TestEngine.allCases)
    func `what was sent is listed with how many have read it`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let inbox = Inbox(door: city.door)
        let id = try await tell("等級改了", in: city)
        let officer = try await city.caller(.officer)
        _ = try await inbox.mark(id, isRead: true, by: officer)

        let sent = try #require(try await inbox.sent(by: officer).messages.first)

        #expect(sent.message.id == id && sent.readers == 2 && sent.read == 1)
        #expect(try await inbox.sent(before: id, by: officer).messages.isEmpty)
        let stranger = try await city.caller(.officer, in: .sibling)
        #expect(try await inbox.sent(by: stranger).messages.isEmpty)
    }

    @Test func `the number of the bell costs one question`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)

        let asked = try await city.database.statements {
            _ = try await Inbox(door: city.door).unread(of: officer)
        }

        #expect(asked.count == 1)
    }
}
