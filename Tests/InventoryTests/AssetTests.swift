import Access
import Foundation
import Inventory
import Kernel
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing

@Suite struct AssetTests {
    private struct Room {
        let city: TestCity
        let officer: Caller
        let assets: RegisterDesk<Asset>
        let systems: RegisterDesk<InformationSystem>

        init(_ engine: TestEngine) async throws {
            city = try await TestCity(on: engine)
            officer = try await city.caller(.officer)
            assets = RegisterDesk(door: city.door)
            systems = RegisterDesk(door: city.door)
        }

        func asset(_ name: String, _ changes: [String: String] = [:]) async throws -> Asset {
            let typed = TestCity.typedAsset(named: name, with: changes)
            return try await find(assets.add(typed, by: officer))
        }

        func find(_ uuid: UUID) async throws -> Asset {
            try await assets.find(uuid, by: officer).row
        }

        func system(_ name: String, _ changes: [String: String] = [:]) async throws
            -> InformationSystem
        {
            let typed = TestCity.typedSystem(named: name, with: changes)
            return try await systems.find(systems.add(typed, by: officer), by: officer).row
        }

        func names(_ address: [(String, String)]) async throws -> [String] {
            let query = try ListQuery(.init(address), of: Asset.register.columns)
            return try await assets.list(query, by: officer).0.rows.map(\.row.name)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an asset has its system's need and core mark`(_ engine: TestEngine) async throws {
        let room = try await Room(engine)
        let system = try await room.system("校務行政系統", ["integrity": "高"])

        let asset = try await room.asset("資料庫主機", ["systemName": "校務行政系統", "need": "普"])

        #expect(asset.systemID == system.head.uuid)
        #expect(asset.need == .high)
        #expect(asset.isCore)
    }

    @Test func `an asset of no system has the need that is set on it`() async throws {
        let room = try await Room(.sqlite)

        let asset = try await room.asset("影印機", ["need": "中"])

        #expect(asset.need == .medium)
        #expect(!asset.isCore)
        #expect(asset.systemID == nil)
    }

    @Test func `a system's name that nobody or two have stays words`() async throws {
        let room = try await Room(.sqlite)
        _ = try await room.system("雙胞胎", ["integrity": "高"])
        _ = try await room.system("雙胞胎")

        for name in ["雙胞胎", "沒這個系統"] {
            let asset = try await room.asset("主機", ["systemName": name, "need": "普"])
            #expect(asset.systemName == name)
            #expect(asset.systemID == nil)
            #expect(asset.need == .general)
            #expect(asset.remarks.contains { $0.sentence.zh.contains(name) })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `when a system's need or name changes, its assets follow with a line each`(
        _ engine: TestEngine
    ) async throws {
        let room = try await Room(engine)
        let system = try await room.system("圖書系統")
        let asset = try await room.asset("書庫主機", ["systemName": "圖書系統"])
        #expect(asset.need == .medium)

        _ = try await room.systems.revise(
            system.head.uuid, TypedFields(["name": "圖書管理系統", "integrity": "高"]), seen: 1,
            by: room.officer)

        let followed = try await room.find(asset.head.uuid)
        #expect(followed.systemName == "圖書管理系統")
        #expect(followed.need == .high)
        #expect(followed.isCore)
        let events = try await room.assets.history(asset.head.uuid, by: room.officer)
        #expect(events.count == 2)
        #expect(events[0].changes.map(\.term.zh) == ["資訊及資通系統名稱", "防護需求等級", "核心資通系統資產"])
        #expect(try await room.names([("q", "圖書管理")]) == ["書庫主機"])
    }

    @Test func `a system in the bin lets its assets go, and takes them back`() async throws {
        let room = try await Room(.sqlite)
        let system = try await room.system("門禁系統", ["integrity": "高"])
        let asset = try await room.asset("門禁主機", ["systemName": "門禁系統"])

        try await room.systems.remove(system.head.uuid, seen: nil, by: room.officer)
        let free = try await room.find(asset.head.uuid)
        #expect(free.systemID == nil)
        #expect(free.systemName == "門禁系統")
        #expect(!free.isCore)

        try await room.systems.restore(system.head.uuid, by: room.officer)
        #expect(try await room.find(asset.head.uuid).isCore)
    }

    @Test(arguments: TestEngine.allCases)
    func `a property number stands in an agency's register once`(
        _ engine: TestEngine
    ) async throws {
        let room = try await Room(engine)
        let first = try await room.asset("筆電", ["propertyNumber": "3140101-03-12"])

        let refusal = try await #require(throws: InvalidRow.self) {
            _ = try await room.asset("桌機", ["propertyNumber": "3140101-03-12"])
        }

        #expect(refusal.errors.map(\.field.text) == ["propertyNumber"])
        #expect(refusal.errors[0].message.zh == "財產編號 3140101-03-12 已經在清冊裡（教務處，筆電）。")
        #expect(
            refusal.errors[0].place?.text == "/assets/\(first.head.uuid.uuidString.lowercased())")
    }

    @Test(arguments: TestEngine.allCases)
    func `a number is free again when its asset is in the bin, and not when it comes back`(
        _ engine: TestEngine
    ) async throws {
        let room = try await Room(engine)
        let first = try await room.asset("筆電", ["propertyNumber": "A1"])
        try await room.assets.remove(first.head.uuid, seen: nil, by: room.officer)
        _ = try await room.asset("新筆電", ["propertyNumber": "A1"])

        await #expect(throws: InvalidRow.self) {
            try await room.assets.restore(first.head.uuid, by: room.officer)
        }
    }

    @Test func `two agencies may have the same property number`() async throws {
        let room = try await Room(.sqlite)
        _ = try await room.asset("筆電", ["propertyNumber": "A1"])
        let other = try await room.city.caller(.officer, in: .sibling)

        let typed = TestCity.typedAsset(named: "別局的筆電", with: ["propertyNumber": "A1"])
        _ = try await room.assets.add(typed, by: other)

        #expect(try await room.names([("q", "筆電")]) == ["筆電"])
    }

    @Test func `an asset never belongs to another agency's system`() async throws {
        let room = try await Room(.sqlite)
        let name = room.city.system(.sibling).name

        let asset = try await room.asset("主機", ["systemName": name])

        #expect(asset.systemID == nil)
    }

    @Test func `what was scrapped has its day, and only that`() async throws {
        let room = try await Room(.sqlite)
        let wrong = [["state": "scrapped"], ["disposedOn": "115/11/01"]]
        for changes in wrong {
            let refusal = try await #require(throws: InvalidRow.self) {
                _ = try await room.asset("舊電腦", changes)
            }
            #expect(refusal.errors.map(\.field.text) == ["disposedOn"])
        }
        let scrapped = try await room.asset(
            "舊電腦", ["state": "scrapped", "disposedOn": "115/11/01", "erasure": "消磁"])
        #expect(scrapped.life.erasure == "消磁")
    }

    @Test(arguments: [
        ("硬體", AssetClass.physical), ("資訊資產", .information), ("支援服務", .support), ("軟體", .software),
        ("硬體設備", .physical), ("HW 硬體", .physical), ("DC 資訊-文件", .information),
        ("Software", .software),
    ])
    func `a class is read in the words of other lists`(
        _ word: String, _ assetClass: AssetClass
    ) throws {
        #expect(try AssetClass(typed: word) == assetClass)
    }

    @Test(arguments: TestEngine.allCases)
    func `the list answers the questions of a yearly check`(_ engine: TestEngine) async throws {
        let room = try await Room(engine)
        _ = try await room.asset("沒貼標", ["manager": "資訊組"])
        _ = try await room.asset("沒人管", ["labelledOn": "115/01/05", "manager": ""])
        _ = try await room.asset("過期", ["labelledOn": "115/01/05", "supportEndsOn": "115/11/22"])
        _ = try await room.asset("今天到期", ["labelledOn": "115/01/05", "supportEndsOn": "115/11/23"])
        _ = try await room.asset("攝影機", ["labelledOn": "115/01/05", "origin": "mainland"])

        #expect(try await room.names([("only", "unlabelled")]) == ["沒貼標"])
        #expect(try await room.names([("only", "unmanaged")]) == ["沒人管"])
        #expect(try await room.names([("only", "unsupported")]) == ["過期"])
        #expect(try await room.names([("only", "marked")]) == ["攝影機"])
        #expect(try await room.names([("only", "marked"), ("origin", "harmful")]) == [])
    }

    @Test(arguments: TestEngine.allCases)
    func `things of the internet and clouds are lists of their own, without what is scrapped`(
        _ engine: TestEngine
    ) async throws {
        let room = try await Room(engine)
        _ = try await room.asset("攝影機", ["iot": "true"])
        _ = try await room.asset("雲端信箱", ["cloud": "true"])
        _ = try await room.asset(
            "舊攝影機", ["iot": "true", "state": "scrapped", "disposedOn": "115/11/20"])

        #expect(try await room.names([("only", "iot")]) == ["攝影機"])
        #expect(try await room.names([("only", "cloud")]) == ["雲端信箱"])
    }

    @Test func `kinds are the plan's, the city's and the agency's own`() async throws {
        let room = try await Room(.sqlite)
        let kinds = RegisterDesk<AssetKind>(door: room.city.door)
        for (place, name) in [
            (TestCity.Place.parent, "門禁設備"), (.own, "縮時攝影機"), (.sibling, "檢驗儀器"),
        ] {
            let console = Caller.console("tester", in: room.city.agency(place))
            _ = try await kinds.add(
                TypedFields(["name": name, "assetClass": "physical"]), by: console)
        }

        let offered = try await room.city.door.read(by: room.officer) { try AssetKind.names($0) }

        #expect(offered.contains("資料庫") && offered.contains("門禁設備"))
        #expect(offered.contains("縮時攝影機") && !offered.contains("檢驗儀器"))
    }

    @Test func `the statutory columns come first and in their order`() {
        let names = Asset.register.columns.all.prefix(8).map(\.term.zh)

        #expect(
            names == [
                "資訊及資通系統名稱", "資產名稱", "資產類別", "擁有者", "管理者", "使用者", "存放位置", "防護需求等級",
            ])
    }

    @Test func `a page of the list takes two statements, however many systems there are`()
        async throws
    {
        let room = try await Room(.sqlite)
        for number in 1...5 {
            _ = try await room.system("系統 \(number)")
            _ = try await room.asset("主機 \(number)", ["systemName": "系統 \(number)"])
        }

        let statements = try await room.city.database.statements {
            _ = try await room.assets.list(ListQuery(), by: room.officer)
        }

        #expect(statements.count == 2)
    }
}
