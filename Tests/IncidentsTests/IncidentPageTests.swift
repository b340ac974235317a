import Access
import HTML
import Kernel
import Statute
import TestCity
import Testing
import Web

@testable import Incidents

@Suite struct IncidentPageTests {
    private func page(
        _ desk: Desk, _ id: IncidentID, by caller: Caller
    ) async throws -> String {
        let seen = try await desk.desk.find(id, by: caller)
        let page = try IncidentPage(seen, by: desk.desk.law, for: caller, now: desk.now).page
        return page.content.text
    }

    @Test func `what people write is text on every page of an incident`() async throws {
        let desk = try await Desk()
        let officer = try await desk.city.caller(.officer)
        let id = try await desk.report()
        let evil = "<script>alert(1)</script>\"'&"
        try await desk.desk.describe(
            id, as: IncidentAccount(kind: .other, words: evil), by: officer)
        try await desk.desk.note(id, at: desk.now, words: evil, by: officer)
        let seen = try await desk.desk.find(id, by: officer)
        let form = ActForm(typed: Fields([("words", evil), ("receipt", evil)]), now: desk.now)

        let pages = [
            try await page(desk, id, by: officer),
            AccountPage(seen: seen, law: desk.desk.law, now: desk.now, typed: Fields())
                .page.content.text,
            ActPage.notification(seen, form).page.content.text,
            ActPage.containment(seen.incident, form).page.content.text,
        ]

        for text in pages {
            #expect(text.contains("&lt;script&gt;"))
            #expect(!text.contains("<script"))
        }
    }

    @Test func `a running deadline shows its moment, the time left and the article`() async throws {
        let desk = try await Desk()
        let officer = try await desk.city.caller(.officer)
        let id = try await desk.report(minutesAgo: 18)

        let text = try await page(desk, id, by: officer)

        #expect(text.contains(">42 分</time>"))
        #expect(text.contains("115/11/23（星期一）09:42 前"))
        #expect(text.contains("資通安全事件通報應變及演練辦法"))
    }

    @Test func `a deadline at midnight is told as the end of the day before`() throws {
        let moment = try #require(Instant("2026-12-24T00:00"))

        #expect(deadline(moment).text.contains("115/12/23（星期三）24:00 前"))
    }

    @Test(arguments: [
        ("2026-11-23T09:42", "42 分"), ("2026-11-24T12:00", "1 天 3 小時"),
        ("2026-11-23T11:05", "2 小時 5 分"), ("2026-11-23T08:55", "逾期 5 分"),
        ("2026-11-23T09:00", "0 分"),
    ])
    func `time left is told in the two largest units`(_ due: String, _ words: String) throws {
        let now = try #require(Instant("2026-11-23T09:00"))

        #expect(now.left(until: try #require(Instant(due))).zh == words)
    }

    @Test func `a drill says so on every page`() async throws {
        let desk = try await Desk()
        let officer = try await desk.city.caller(.officer)
        let id = try await desk.report(isDrill: true)

        #expect(try await page(desk, id, by: officer).contains("這是演練"))
    }

    @Test func `lists keep drills and incidents apart`() async throws {
        let desk = try await Desk()
        let officer = try await desk.city.caller(.officer)
        let real = try await desk.report()
        let drill = try await desk.report(isDrill: true)

        for (isDrill, id) in [(false, real), (true, drill)] {
            let found = try await desk.desk.list(IncidentQuery(isDrill: isDrill), by: officer)
            #expect(found.rows.map(\.incident.id) == [id])
            #expect(found.count.number == 1)
        }
    }

    @Test func `a list asks twice, a record four times`() async throws {
        let desk = try await Desk()
        let officer = try await desk.city.caller(.officer)
        for _ in 0..<3 { _ = try await desk.told() }
        let id = try await desk.told()

        let listing = try await desk.city.database.statements {
            _ = try await desk.desk.list(IncidentQuery(), by: officer)
        }
        let looking = try await desk.city.database.statements {
            _ = try await desk.desk.find(id, by: officer)
        }

        #expect(listing.count == 2)
        #expect(looking.count == 4)
    }

    @Test func `a list is narrowed by what stands in its address`() async throws {
        let desk = try await Desk()
        let city = try await desk.city.caller(.city)
        let school = try await desk.told(in: .child, level: .three)
        let bureau = try await desk.told(in: .own)
        try await desk.desk.withdraw(bureau, reason: "誤報", by: desk.console(.own))

        func found(_ pairs: (String, String)...) async throws -> [IncidentID] {
            let query = IncidentQuery(Fields(pairs), isDrill: false)
            return try await desk.desk.list(query, by: city).rows.map(\.incident.id)
        }

        #expect(try await found(("level", "3")) == [school])
        #expect(try await found(("state", "withdrawn")) == [bureau])
        #expect(try await found(("state", "unreviewed")) == [])
        try await desk.desk.notify(school, at: desk.now, receipt: nil, by: desk.console(.child))
        #expect(try await found(("state", "unreviewed")) == [school])
        #expect(try await found(("agency", desk.city.agency(.child).id.description)) == [school])
        #expect(try await found(("year", "114")) == [])
        #expect(try await found(("q", "首頁")) == [bureau, school])
        #expect(try await found(("after", bureau.description)) == [school])
    }
}
