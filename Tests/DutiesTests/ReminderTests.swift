import Access
import Kernel
import Tasks
import TestCity
import TestEngines
import Testing

@testable import Duties

@Suite struct ReminderTests {
    private let duty: MeasureID = "act.ciso"
    private let year = ROCYear(115)!

    private func names(_ found: [Remindable]) -> [String] { found.map(\.agency.name).sorted() }

    @Test(arguments: TestEngine.allCases)
    func `a bureau reminds those under it and nobody else`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        let desk = city.programme.duties
        let bureau = try await city.caller(.ciso)
        let found = try await desk.lacking(duty, in: year, state: nil, sort: nil, by: bureau)
        #expect(names(found.agencies) == ["第一國小", "第二國小"])

        let everybody = Set(TestCity.Place.allCases.map { city.agency($0).id })
        let outcome = try await desk.remind(
            everybody, of: duty, in: year, words: "快辦", asOf: city.clock.now, by: bureau)

        #expect(outcome.reminded == 2)
        let inbox = Inbox(door: city.door)
        for (place, count) in [
            (TestCity.Place.child, 1), (.secondChild, 1), (.none, 0), (.sibling, 0), (.parent, 0),
        ] {
            let officer = try await city.caller(.officer, in: place)
            #expect(try await inbox.unread(of: officer) == count, "\(place)")
        }
    }

    @Test func `whoever has no agencies below reminds nobody`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer, in: .child)
        await #expect(throws: ChangeRefusal.notAllowed(.remindAgencies)) {
            _ = try await city.programme.duties.remind(
                [city.agency(.secondChild).id], of: duty, in: year, words: "快辦",
                asOf: city.clock.now, by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the record says who was reminded, how it stood and who has read it`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = city.programme.duties
        let bureau = try await city.caller(.ciso)
        let child = city.agency(.child).id
        _ = try await desk.remind(
            [child], of: duty, in: year, words: "快辦", asOf: city.clock.now, by: bureau)
        let officer = try await city.caller(.officer, in: .child)
        let inbox = Inbox(door: city.door)
        let message = try #require(try await inbox.page(by: officer).messages.first)
        #expect(message.message.news.words.zh == "教育局：快辦")
        _ = try await inbox.mark(message.message.id, isRead: true, by: officer)

        let rounds = try await desk.reminders(of: duty, in: year, by: bureau).rounds

        #expect(rounds.count == 1 && rounds[0].by == bureau.name)
        #expect(rounds[0].reminded.map(\.reminder.agencyID) == [child])
        #expect(rounds[0].reminded.map(\.read) == [1])
        #expect(rounds[0].settled(on: city.clock.now.day) == 0)
        let seen = try await desk.reminders(of: duty, in: year, by: officer).rounds
        #expect(seen.count == 1)
        let stranger = try await city.caller(.officer, in: .sibling)
        #expect(try await desk.reminders(of: duty, in: year, by: stranger).rounds.isEmpty)
    }

    @Test func `nobody is reminded twice a day unseen`() async throws {
        let city = try await TestCity()
        let desk = city.programme.duties
        let bureau = try await city.caller(.ciso)
        let child = city.agency(.child).id
        let looked = city.clock.now
        city.clock.advance(minutes: 5)
        _ = try await desk.remind([child], of: duty, in: year, words: "一", asOf: looked, by: bureau)

        await #expect(throws: DutyRefusal.remindedMeanwhile(1)) {
            _ = try await desk.remind(
                [child], of: duty, in: year, words: "二", asOf: looked, by: bureau)
        }
        let found = try await desk.lacking(duty, in: year, state: nil, sort: nil, by: bureau)
        let warned = found.agencies.filter { $0.wasReminded(on: city.clock.now.day) }
        #expect(warned.map(\.agency.id) == [child])
        let outcome = try await desk.remind(
            [child], of: duty, in: year, words: "再催", asOf: city.clock.now, by: bureau)
        #expect(outcome.reminded == 1)
    }

    @Test func `a reminder needs words and somebody who lacks the duty`() async throws {
        let city = try await TestCity()
        let desk = city.programme.duties
        let bureau = try await city.caller(.ciso)
        let now = city.clock.now
        await #expect(throws: DutyRefusal.reminderWords) {
            _ = try await desk.remind(
                [city.agency(.child).id], of: duty, in: year, words: "", asOf: now, by: bureau)
        }
        await #expect(throws: DutyRefusal.noneChosen) {
            _ = try await desk.remind([], of: duty, in: year, words: "快辦", asOf: now, by: bureau)
        }
    }

    @Test func `the preview asks as often for two agencies as for all`() async throws {
        let city = try await TestCity()
        let desk = city.programme.duties
        var counts: [Int] = []
        for caller in [try await city.caller(.ciso), try await city.caller(.city)] {
            counts.append(
                try await city.database.statements {
                    _ = try await desk.lacking(
                        duty, in: year, state: nil, sort: nil, by: caller)
                }.count)
        }

        #expect(counts[0] == counts[1])
    }
}
