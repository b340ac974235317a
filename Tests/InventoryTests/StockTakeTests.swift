import Access
import Evidence
import Exchange
import Foundation
import Kernel
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing

@testable import Inventory

/// A small agency with a few assets, and the people who check them.
struct StockTakeRoom {
    let city: TestCity
    let officer: Caller
    let ciso: Caller
    let assets: RegisterDesk<Asset>
    let stockTakes: StockTakes
    let year = ROCYear(115)!
    private let folder: ScratchFolder

    init(_ engine: TestEngine = .sqlite) async throws {
        city = try await TestCity(on: engine)
        officer = try await city.caller(.officer)
        ciso = try await city.caller(.ciso)
        assets = RegisterDesk(door: city.door)
        stockTakes = StockTakes(door: city.door)
        folder = try ScratchFolder()
    }

    /// What a telephone makes of a stamped sheet.
    func photo() throws -> NewFile {
        let bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 200)
        let url = URL(fileURLWithPath: folder.path("photo"))
        try Data(bytes).write(to: url)
        return try NewFile(
            FileName("簽章頁.jpg"), at: url, size: bytes.count, digest: Digest(of: bytes))
    }

    @discardableResult
    func asset(_ name: String, _ changes: [String: String] = [:]) async throws -> UUID {
        try await assets.add(TestCity.typedAsset(named: name, with: changes), by: officer)
    }

    func change(_ asset: UUID, _ changes: [String: String]) async throws {
        let version = try await assets.find(asset, by: officer).row.version
        _ = try await assets.revise(asset, TypedFields(changes), seen: version, by: officer)
    }

    func open(_ year: Int = 115) async throws -> UUID {
        let year = ROCYear(year)!
        return try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: officer)
    }

    func tally(_ round: UUID) async throws -> StockTakeTally {
        try await city.door.read(by: officer) { try StockTake.find(round, $0).tally($0) }
    }

    func lines(of year: Int = 115) async throws -> [AssetLine] {
        let agency = officer.agency
        return try await city.door.read(by: officer) {
            try AssetList.lines(of: ROCYear(year)!, in: agency, $0)
        }
    }
}

@Suite struct StockTakeTests {
    @Test(arguments: TestEngine.allCases)
    func `everything in use or idle stands in a round, and waits`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        try await room.asset("筆電")
        try await room.asset("備品", ["state": "idle"])
        try await room.asset("舊機", ["state": "scrapped", "disposedOn": "114/05/01"])

        let tally = try await room.tally(room.open())

        #expect(tally[.pending] == 2)
        #expect(tally.total == 2)
    }

    @Test(arguments: TestEngine.allCases)
    func `what is changed, added or scrapped in the register is found in the open round`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let moved = try await room.asset("搬家的")
        let broken = try await room.asset("壞掉的")
        try await room.asset("沒變的")
        let round = try await room.open()

        try await room.change(moved, ["place": "圖書館"])
        try await room.change(broken, ["state": "scrapped", "disposedOn": "115/11/20"])
        let new = try await room.asset("新買的")
        try await room.change(new, ["keeper": "總務處"])

        let tally = try await room.tally(round)
        #expect(tally[.changed] == 1)
        #expect(tally[.scrapped] == 1)
        #expect(tally[.added] == 1)
        #expect(tally[.pending] == 1)
    }

    @Test func `what follows from a system is no look at the asset`() async throws {
        let room = try await StockTakeRoom()
        let system = room.city.system(.own)
        try await room.asset("主機", ["systemName": system.name])
        let round = try await room.open()

        _ = try await RegisterDesk<InformationSystem>(door: room.city.door).revise(
            system.head.uuid, TypedFields(["integrity": "高"]), seen: 1, by: room.officer)

        #expect(try await room.tally(round)[.pending] == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `assets are confirmed one by one, by place, keeper or class, and all that remain`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let one = try await room.asset("一")
        try await room.asset("二", ["place": "圖書館"])
        try await room.asset("三", ["keeper": "王小明"])
        try await room.asset("四", ["assetClass": "software"])
        try await room.asset("五")
        let round = try await room.open()
        var byPlace = StockTakeFilter()
        byPlace.place = "圖書館"
        var byKeeper = StockTakeFilter()
        byKeeper.keeper = "王小明"
        var byClass = StockTakeFilter()
        byClass.assetClass = .software

        for choice in [
            StockTakeChoice.assets([one]), .matching(byPlace), .matching(byKeeper),
            .matching(byClass), .rest,
        ] {
            let confirmed = try await room.stockTakes.confirm(choice, in: round, by: room.officer)
            #expect(confirmed.count == 1)
        }
        #expect(try await room.tally(round)[.unchanged] == 5)
        await #expect(throws: StockTakeRefusal.nothingChosen) {
            try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what was confirmed at once waits again, but for what changed since`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let moved = try await room.asset("搬家的")
        for name in ["一", "二"] { try await room.asset(name) }
        let round = try await room.open()
        let (count, entry) = try await room.stockTakes.confirm(.rest, in: round, by: room.officer)
        try await room.change(moved, ["place": "圖書館"])

        let undoing = try await room.stockTakes.unconfirm(
            #require(entry), in: round, by: room.officer)

        #expect(count == 3 && undoing.restored == 2)
        #expect(undoing.left == [Undoing.Left(uuid: moved, name: "搬家的")])
        let tally = try await room.tally(round)
        #expect(tally[.pending] == 2 && tally[.changed] == 1)
        let again = try await room.stockTakes.unconfirm(
            #require(entry), in: round, by: room.officer)
        #expect(again.restored == 0 && again.left.count == 1)
        #expect(try await room.stockTakes.confirm(.rest, in: round, by: room.officer).count == 2)
    }

    @Test func `confirmations are taken back in their own agency, for a week, and not once signed`()
        async throws
    {
        let room = try await StockTakeRoom()
        try await room.asset("一")
        let round = try await room.open()
        let entry = try #require(
            try await room.stockTakes.confirm(.rest, in: round, by: room.officer).entry)
        let neighbour = try await room.city.caller(.officer, in: .sibling)
        func undo(_ caller: Caller) async throws -> Undoing {
            try await room.stockTakes.unconfirm(entry, in: round, by: caller)
        }

        await #expect(throws: StockTakeRefusal.unknown) { try await undo(neighbour) }
        await #expect(throws: ChangeRefusal.notAllowed(.editAssets)) { try await undo(room.ciso) }
        room.city.clock.advance(minutes: 60 * 24 * 8)
        await #expect(throws: ExchangeRefusal.tooLate) { try await undo(room.officer) }
        try await room.stockTakes.sign(round, .onScreen(compensation: ""), by: room.ciso)
        await #expect(throws: StockTakeRefusal.signed) { try await undo(room.officer) }
    }

    @Test func `another agency's assets are never confirmed`() async throws {
        let room = try await StockTakeRoom()
        let other = try await room.city.caller(.officer, in: .sibling)
        let theirs = try await room.assets.add(
            TestCity.typedAsset(named: "別局的"), by: other)
        let round = try await room.open()

        await #expect(throws: StockTakeRefusal.nothingChosen) {
            try await room.stockTakes.confirm(.assets([theirs]), in: round, by: room.officer)
        }
        await #expect(throws: StockTakeRefusal.unknown) {
            try await room.stockTakes.confirm(.rest, in: round, by: other)
        }
    }

    @Test func `an agency has one round a year`() async throws {
        let room = try await StockTakeRoom()
        _ = try await room.open()

        await #expect(throws: StockTakeRefusal.yearTaken(room.year)) { _ = try await room.open() }
        _ = try await room.open(116)
    }

    @Test func `a search narrows what is confirmed`() async throws {
        let room = try await StockTakeRoom()
        try await room.asset("教務處筆電")
        try await room.asset("印表機")
        let round = try await room.open()
        var filter = StockTakeFilter()
        filter.words = "筆電"

        let look = try await room.stockTakes.look(
            round, nil, filter, after: nil, by: room.officer)

        #expect(look.lines.map(\.asset.name) == ["教務處筆電"])
        #expect(look.matching == 1)
    }

    @Test func `a page of a round takes the same statements, however many assets`() async throws {
        let room = try await StockTakeRoom()
        for number in 1...7 { try await room.asset("筆電 \(number)") }
        let round = try await room.open()

        let statements = try await room.city.database.statements {
            _ = try await room.stockTakes.look(
                round, nil, StockTakeFilter(), after: nil, by: room.officer)
        }

        #expect(statements.count == 7)
    }
}
