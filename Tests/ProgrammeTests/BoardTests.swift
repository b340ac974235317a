import Access
import Duties
import Kernel
import Storage
import TestCity
import TestEngines
import Testing

@testable import Programme

/// The city's first screen: exceptions first.
@Suite struct BoardTests {
    private func board(_ city: TestCity, by caller: Caller) async throws -> CityBoard {
        let standings = city.programme.standings
        return try await city.door.read(by: caller) {
            try CityBoard.read($0, standings, Recollection()).board
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the most pressing duties come first, and all are behind one link`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.live()
        let board = try await board(city, by: city.caller(.city))
        let pressing = board.pressing(12)
        func count(_ row: CityBoard.DutyRow, _ state: DutyState) -> Int {
            row.tallies.values.reduce(0) { $0 + $1[state] }
        }

        #expect(pressing.count == 12 && board.duties.count > 12)
        let late = pressing.map { count($0, .late) }
        #expect(late == late.sorted(by: >))
        let least = try #require(late.last)
        let rest = board.duties.filter { row in !pressing.contains { $0.duty == row.duty } }
        #expect(rest.allSatisfy { count($0, .late) <= least })

        let reader = try await Visitor(.city, city)
        let first = try await reader.get("/").text
        #expect(Figure.rows(in: first) == 12)
        #expect(first.contains("看全部 \(board.duties.count) 項"))
        let all = try await reader.get("/board?duties=all").text
        #expect(all.matches(of: /<th scope="row">/).count == board.duties.count)
        #expect(all.contains("只看最急的"))
    }

    @Test func `only who has somebody below is led to the board of all`() async throws {
        let city = try await TestCity()
        let school = try await Visitor(.officer, city, in: .child).get("/").text
        let bureau = try await Visitor(.officer, city).get("/").text
        #expect(!school.contains("所屬總覽") && school.contains("行事曆"))
        #expect(bureau.contains("所屬總覽"))
    }

    @Test func `a school's own board speaks of the school`() async throws {
        let city = try await TestCity()
        try await city.live()

        let page = try await Visitor(.officer, city, in: .child).get("/board").text

        #expect(page.contains("<h1>第一國小有逾期的事</h1>"))
        #expect(!page.contains("與所屬"))
    }
}
