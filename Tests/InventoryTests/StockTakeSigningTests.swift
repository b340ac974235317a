import Access
import Foundation
import Kernel
import Registers
import Storage
import TestCity
import TestEngines
import Testing

@testable import Inventory

@Suite struct StockTakeSigningTests {
    @Test(arguments: TestEngine.allCases)
    func `a signed register stays as it was, whatever changes after`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let asset = try await room.asset("筆電", ["propertyNumber": "A1"])
        let round = try await room.open()
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)

        try await room.change(asset, ["place": "圖書館"])
        try await room.asset("後來買的")

        #expect(try await room.lines().map(\.place) == ["行政大樓 2F"])
        #expect(try await room.lines(of: 116).count == 2)
        let (signed, now) = try await room.city.door.read(by: room.officer) { view in
            let round = try StockTake.find(round, view)
            return (round.signature?.register, try round.frozenRegister(view))
        }
        #expect(signed == now)
        #expect(signed?.rowCount == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `the page of a signed round shows what was signed, whatever changes after`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let asset = try await room.asset("筆電", ["propertyNumber": "A1"])
        let bin = try await room.asset("螢幕")
        let round = try await room.open()
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)

        try await room.change(asset, ["place": "圖書館"])
        try await room.asset("後來買的")
        _ = try await RegisterDesk<Asset>(door: room.city.door).remove(
            bin, seen: 1, by: room.officer)

        var narrow = StockTakeFilter()
        narrow.place = "行政大樓 2F"
        let look = try await room.stockTakes.look(
            round, nil, StockTakeFilter(), after: nil, by: room.officer)
        let narrowed = try await room.stockTakes.look(
            round, .unchanged, narrow, after: nil, by: room.officer)
        let waiting = try await room.stockTakes.look(
            round, .pending, narrow, after: nil, by: room.officer)
        let sheet = try await room.stockTakes.sheet(round, by: room.officer)
        #expect(look.tally.total == 2 && look.tally[.pending] == 0)
        #expect(look.lines.map(\.asset.name) == ["筆電", "螢幕"])
        #expect(look.places == ["行政大樓 2F"])
        #expect(narrowed.lines.count == 2 && waiting.lines.isEmpty && waiting.matching == 0)
        #expect(sheet.3.map(\.asset.place) == ["行政大樓 2F", "行政大樓 2F"])

        try await room.stockTakes.reopen(round, because: "漏了一筆", by: room.ciso)
        let again = try await room.stockTakes.look(
            round, nil, StockTakeFilter(), after: nil, by: room.officer)
        #expect(again.tally.total == 2 && again.tally[.pending] == 1)
        #expect(Set(again.lines.map(\.asset.name)) == ["筆電", "後來買的"])
    }

    @Test(arguments: TestEngine.allCases)
    func `words are looked for in what was signed, and not in what the register says now`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let asset = try await room.asset("筆電", ["propertyNumber": "A1", "keeper": "王小明"])
        try await room.asset("螢幕")
        let round = try await room.open()
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)
        try await room.change(asset, ["keeper": "李大華", "place": "圖書館"])

        func found(_ words: String) async throws -> [String] {
            var filter = StockTakeFilter()
            filter.words = words
            return try await room.stockTakes.look(
                round, nil, filter, after: nil, by: room.officer
            ).lines.map(\.asset.name)
        }
        #expect(try await found("王小明") == ["筆電"])
        #expect(try await found("行政 ａ1") == ["筆電"])
        #expect(try await found("行政大樓") == ["筆電", "螢幕"])
        #expect(try await found("李大華") == [])
        #expect(try await found("圖書館") == [])
    }

    @Test func `a round is signed when nothing waits, and once`() async throws {
        let room = try await StockTakeRoom()
        try await room.asset("筆電")
        let round = try await room.open()
        let signing = Signing.onScreen(compensation: "")

        await #expect(throws: StockTakeRefusal.pending(1)) {
            try await room.stockTakes.sign(round, signing, by: room.ciso)
        }
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.stockTakes.sign(round, signing, by: room.ciso)
        await #expect(throws: StockTakeRefusal.signed) {
            try await room.stockTakes.sign(round, signing, by: room.ciso)
        }
        await #expect(throws: StockTakeRefusal.signed) {
            try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        }
    }

    @Test func `who signs the own work says what makes up for it`() async throws {
        let room = try await StockTakeRoom()
        let round = try await room.stockTakes.open(
            room.year, from: room.year.firstDay, to: room.year.lastDay, leader: "校長",
            by: principal(room))

        await #expect(throws: StockTakeRefusal.compensationNeeded) {
            try await room.stockTakes.sign(
                round, .onScreen(compensation: ""), by: principal(room))
        }
        try await room.stockTakes.sign(
            round, .onScreen(compensation: "由總務主任抽核 10 筆"), by: principal(room))
        let signed = try await room.city.door.read(by: room.officer) {
            try StockTake.find(round, $0)
        }
        #expect(signed.signature?.compensation == "由總務主任抽核 10 筆")
    }

    /// The officer who is head as well, as in a small school.
    private func principal(_ room: StockTakeRoom) async throws -> Caller {
        guard let person = room.officer.person else { throw StockTakeRefusal.unknown }
        let people = People(door: room.city.door)
        let today = room.city.clock.now.day
        if !(try await room.city.caller(.officer)).roles.contains(.head) {
            _ = try await people.appoint(
                person, as: .head, in: room.officer.agency, during: DatedTerm(from: today),
                by: room.city.console)
        }
        return try await room.city.caller(.officer)
    }

    @Test(arguments: TestEngine.allCases)
    func `paper is signed by whoever stamped it, not after today, with the photo of the stamp`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let round = try await room.open()
        let today = room.city.clock.now.day

        for signing in [
            Signing.onSheet(name: "", day: today, scans: [try room.photo()]),
            .onSheet(name: "校長 林○○", day: nil, scans: [try room.photo()]),
        ] {
            await #expect(throws: StockTakeRefusal.signatoryNeeded) {
                try await room.stockTakes.sign(round, signing, by: room.officer)
            }
        }
        await #expect(throws: StockTakeRefusal.futureSignature) {
            try await room.stockTakes.sign(
                round,
                .onSheet(name: "校長", day: today.adding(days: 1), scans: [try room.photo()]),
                by: room.officer)
        }
        await #expect(throws: StockTakeRefusal.scanNeeded) {
            try await room.stockTakes.sign(
                round, .onSheet(name: "校長 林○○", day: today, scans: []), by: room.officer)
        }
        let stamped = today.adding(days: -3)
        try await room.stockTakes.sign(
            round, .onSheet(name: "校長 林○○", day: stamped, scans: [try room.photo()]),
            by: room.officer)
        let signed = try await room.city.door.read(by: room.officer) {
            try StockTake.find(round, $0)
        }
        #expect(signed.signature?.name == "校長 林○○")
        #expect(signed.signature?.means == .sheet && signed.signature?.on == stamped)
        let files = try await room.stockTakes.files.all(of: round, by: room.officer)
        #expect(files.map(\.name.text) == ["簽章頁.jpg"] && files[0].effectiveOn == stamped)
        let (_, bytes) = try await room.stockTakes.files.open(
            files[0].id, of: round, by: room.officer)
        #expect(Digest(of: bytes) == files[0].digest)
        let stranger = try await room.city.caller(.officer, in: .sibling)
        await #expect(throws: StockTakeRefusal.unknown) {
            try await room.stockTakes.files.open(files[0].id, of: round, by: stranger)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what was signed on paper keeps a photo of the stamp`(_ engine: TestEngine) async throws {
        let room = try await StockTakeRoom(engine)
        let round = try await room.open()
        let files = room.stockTakes.files
        try await room.stockTakes.sign(
            round,
            .onSheet(
                name: "校長 林○○", day: room.city.clock.now.day, scans: [try room.photo()]),
            by: room.officer)
        let first = try #require(try await files.all(of: round, by: room.officer).first)

        await #expect(throws: StockTakeRefusal.stampKept) {
            try await files.withdraw(first.id, of: round, by: room.officer)
        }
        #expect(try await files.all(of: round, by: room.officer)[0].withdrawnAt == nil)
        try await files.attach(
            [try room.photo()], to: round, effectiveOn: nil, note: "", by: room.officer)
        try await files.withdraw(first.id, of: round, by: room.officer)
        #expect(try await files.all(of: round, by: room.officer).count == 2)

        try await room.stockTakes.reopen(round, because: "漏了一筆", by: room.ciso)
        for file in try await files.all(of: round, by: room.officer) where file.withdrawnAt == nil {
            try await files.withdraw(file.id, of: round, by: room.officer)
        }
    }

    @Test func `an officer does not sign on screen`() async throws {
        let room = try await StockTakeRoom()
        let round = try await room.open()

        await #expect(throws: ChangeRefusal.notAllowed(.signStockTake)) {
            try await room.stockTakes.sign(
                round, .onScreen(compensation: ""), by: room.officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an open round gets another last day and leader, and its people hear of the day`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let round = try await room.open()
        let later = Day("2027-01-31")!

        await #expect(throws: StockTakeRefusal.badPeriod) {
            try await room.stockTakes.reschedule(round, by: room.officer) { _ in
                (Day("2025-12-31")!, "資訊組")
            }
        }
        await #expect(throws: StockTakeRefusal.lastDayNeeded) {
            try await room.stockTakes.reschedule(round, by: room.officer) { _ in (nil, "資訊組") }
        }
        await #expect(throws: StockTakeRefusal.leaderNeeded) {
            try await room.stockTakes.reschedule(round, by: room.officer) { _ in (later, "") }
        }
        try await room.stockTakes.reschedule(round, seen: 1, by: room.officer) { old in
            (later, old.leader == "資訊組" ? "事務組" : "")
        }
        await #expect(throws: ChangeRefusal.changedMeanwhile) {
            try await room.stockTakes.reschedule(round, seen: 1, by: room.officer) { old in
                (old.opensOn, old.leader)
            }
        }

        let moved = try await room.city.door.read(by: room.officer) { view in
            (
                try StockTake.find(round, view),
                try view.values("SELECT words FROM message ORDER BY sentAt", as: String.self)
            )
        }
        #expect(moved.0.closesOn == later)
        #expect(moved.0.leader == "事務組")
        #expect(moved.1.last?.contains("結束日改到 116/01/31") == true)
    }

    @Test(arguments: TestEngine.allCases)
    func `a signed round keeps its last day`(_ engine: TestEngine) async throws {
        let room = try await StockTakeRoom(engine)
        try await room.asset("筆電")
        let round = try await room.open()
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)

        await #expect(throws: StockTakeRefusal.signed) {
            try await room.stockTakes.reschedule(round, by: room.officer) { old in
                (Day("2027-01-31")!, old.leader)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a signed round opens again with a reason, and is signed anew`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let asset = try await room.asset("筆電")
        let round = try await room.open()
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)

        await #expect(throws: StockTakeRefusal.reasonNeeded) {
            try await room.stockTakes.reopen(round, because: "", by: room.ciso)
        }
        try await room.stockTakes.reopen(round, because: "漏了圖書館", by: room.ciso)
        try await room.change(asset, ["place": "圖書館"])
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)

        #expect(try await room.lines().map(\.place) == ["圖書館"])
        #expect(try await room.tally(round)[.changed] == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `this year is compared with the last one that was signed`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let moved = try await room.asset("搬家的")
        let gone = try await room.asset("不見的")
        try await room.asset("沒變的")
        let last = try await room.open(114)
        _ = try await room.stockTakes.confirm(.rest, in: last, by: room.officer)
        try await room.stockTakes.sign(last, .onScreen(compensation: ""), by: room.ciso)
        let round = try await room.open(115)
        try await room.change(moved, ["place": "圖書館", "keeper": "王小明"])
        try await room.change(gone, ["state": "scrapped", "disposedOn": "115/11/20"])
        try await room.asset("新買的")

        let comparison = try await room.stockTakes.comparison(round, by: room.officer)

        #expect(comparison.earlier?.year == ROCYear(114))
        #expect(comparison.unchanged == 1)
        let changed = comparison.differences.filter { $0.before != nil && $0.after != nil }
        #expect(changed.map(\.after?.name) == ["搬家的"])
        #expect(changed.first?.changes.map(\.column.zh) == ["存放位置", "保管人"])
        #expect(comparison.differences.filter { $0.before == nil }.map(\.after?.name) == ["新買的"])
        #expect(comparison.differences.filter { $0.after == nil }.map(\.before?.name) == ["不見的"])
    }

    @Test(arguments: TestEngine.allCases)
    func `one question says where all agencies of a reach stand`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        try await room.asset("一")
        try await room.asset("二")
        let round = try await room.open()
        let city = try await room.city.caller(.city)
        func standing() async throws -> StockTakeStanding? {
            let all = try await room.city.door.read(by: city) {
                try StockTake.standings(room.year, .city, $0)
            }
            #expect(all.count == 7)
            return all.first { $0.stockTakeID == round }
        }

        #expect(try await standing()?.decided == 0)
        #expect(try await standing()?.total == 2)
        _ = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        #expect(try await standing()?.decided == 2)
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)
        let signed = try await standing()
        #expect(signed?.signedOn == room.city.clock.now.day)
        #expect(signed?.total == 2)
    }
}
