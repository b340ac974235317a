import Access
import Foundation
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@testable import Inventory

@Suite struct PastRegisterTests {
    @Test(arguments: TestEngine.allCases)
    func `the register is read as it was at the end of a day`(_ engine: TestEngine) async throws {
        let room = try await StockTakeRoom(engine)
        let first = room.city.clock.now.day
        let moved = try await room.asset("搬家的")
        let gone = try await room.asset("丟掉的")
        room.city.clock.advance(minutes: 24 * 60)
        try await room.change(moved, ["place": "圖書館"])
        try await room.assets.remove(gone, seen: nil, by: room.officer)
        try await room.asset("新買的")

        #expect(try await places(room, first.adding(days: -1)) == [])
        #expect(try await places(room, first) == ["行政大樓 2F", "行政大樓 2F"])
        #expect(try await places(room, first.adding(days: 1)) == ["圖書館", "行政大樓 2F"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a past register stands in the order of its list, page after page`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let day = room.city.clock.now.day
        var ids: [UUID] = []
        for name in ["C", "A", "E", "B", "D"] { ids.append(try await room.asset(name)) }
        room.city.clock.advance(minutes: 24 * 60)
        try await room.change(ids[0], ["name": "Z"])
        try await room.assets.remove(ids[1], seen: nil, by: room.officer)
        let scrapped = ["state": "scrapped", "disposedOn": "\(day)", "erasure": "消磁"]
        try await room.change(ids[2], scrapped)

        func names(_ order: ListOrder?, on day: Day) async throws -> [String] {
            let column = try #require(Asset.register.columns["name"])
            var names: [String] = []
            var query = ListQuery(day: day, order: order)
            repeat {
                let slice = try await room.assets.past(query, limit: 2, by: room.officer).slice
                names += slice.rows.map { $0.shown(column).zh }
                query.after = slice.next
            } while query.after != nil
            return names
        }
        #expect(try await names(nil, on: day) == ["A", "B", "C", "D", "E"])
        #expect(
            try await names(ListOrder("name", isDescending: true), on: day)
                == ["E", "D", "C", "B", "A"])
        #expect(try await names(nil, on: day.adding(days: 1)) == ["B", "D", "Z"])
    }

    @Test func `a page goes on where the last one ended, with one statement`() async throws {
        let room = try await StockTakeRoom()
        let today = room.city.clock.now.day
        for number in 1...5 { try await room.asset("筆電 \(number)") }
        let agency = room.officer.agency

        let statements = try await room.city.database.statements {
            let (first, second) = try await room.city.door.read(by: room.officer) { view in
                let first = try PastRow<Asset>.page(
                    of: agency, at: today, after: nil, limit: 3, view)
                let second = try PastRow<Asset>.page(
                    of: agency, at: today, after: first.next, limit: 3, view)
                return (first, second)
            }
            #expect(first.rows.count == 3)
            #expect(second.rows.count == 2)
            #expect(second.next == nil)
        }

        #expect(statements.count == 2)
    }

    @Test func `another agency's past is empty`() async throws {
        let room = try await StockTakeRoom()
        try await room.asset("筆電")
        let stranger = try await room.city.caller(.officer, in: .sibling)
        let agency = room.officer.agency
        let today = room.city.clock.now.day

        let page = try await room.city.door.read(by: stranger) {
            try PastRow<Asset>.page(of: agency, at: today, after: nil, $0)
        }

        #expect(page.rows.isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `a successor reads the past registers of what it took over`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let ended = room.city.agency(.sibling)
        _ = try await room.assets.add(
            TestCity.typedAsset(named: "舊機關的筆電"), by: .console("tester", in: ended))
        let then = room.city.clock.now.day
        room.city.clock.advance(minutes: 2 * 24 * 60)
        try await AgencyTree(door: room.city.door).end(
            ended.id, .merged, into: room.officer.agency,
            from: AgencyDating(then.adding(days: 1)), by: room.city.console)
        let heir = try await room.city.caller(.officer)

        let past = try await room.city.door.read(by: heir) {
            try PastRow<Asset>.page(of: ended.id, at: then, after: nil, $0)
        }

        let name = try #require(Asset.register.columns["name"])
        #expect(past.rows.map { $0.shown(name).zh } == ["舊機關的筆電"])
        let found = try await room.assets.list(
            ListQuery(words: "舊機關", agency: ended.id), by: heir)
        #expect(found.0.rows.map(\.agencyName) == ["衛生局"])
    }

    private func places(_ room: StockTakeRoom, _ day: Day) async throws -> [String] {
        let agency = room.officer.agency
        let column = try #require(Asset.register.columns["place"])
        return try await room.city.door.read(by: room.officer) { view in
            try PastRow<Asset>.page(of: agency, at: day, after: nil, view).rows
                .map { $0.shown(column).zh }
        }
    }
}
