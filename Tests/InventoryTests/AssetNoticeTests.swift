import Access
import Foundation
import Kernel
import TestCity
import TestEngines
import Testing

@testable import Inventory

@Suite struct AssetNoticeTests {
    @Test(arguments: TestEngine.allCases)
    func `a notice is open until the register says so`(_ engine: TestEngine) async throws {
        let room = try await StockTakeRoom(engine)
        let notices = AssetNotices(door: room.city.door)
        let asset = try await room.asset("教務處印表機")
        room.city.clock.advance(minutes: 24 * 60 * 3)
        let staff = try await room.city.caller(.staff)
        let officer = try await room.city.caller(.officer)
        let id = try await notices.say("印表機", changed: "搬到圖書館", by: staff)

        let seen = try await notices.look(id, by: officer)
        #expect(seen.notice.isOpen)
        #expect(seen.assets.map(\.name) == ["教務處印表機"])
        await #expect(throws: AssetNoticeRefusal.notUpdated) {
            try await notices.settle(id, with: asset, by: officer)
        }

        try await room.change(asset, ["place": "圖書館"])
        try await notices.settle(id, with: asset, by: officer)
        #expect(try await notices.list(by: staff).map(\.isOpen) == [false])
    }

    @Test(arguments: TestEngine.allCases)
    func `a notice finds the assets that its words mean, said as people say them`(
        _ engine: TestEngine
    ) async throws {
        let room = try await StockTakeRoom(engine)
        let notices = AssetNotices(door: room.city.door)
        try await room.asset("印表機 3", ["place": "輔導室"])
        try await room.asset("印表機 4", ["place": "學務處"])

        for (words, found) in [
            ("輔導室的印表機", ["印表機 3"]), ("輔導室 印表機", ["印表機 3"]),
            ("印表機", ["印表機 3", "印表機 4"]), ("總務處的印表機", []),
        ] {
            let id = try await notices.say(words, changed: "搬走", by: room.officer)
            let seen = try await notices.look(id, by: room.officer)
            #expect(seen.assets.map(\.name) == found, "\(words)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a photo sent with a notice is kept with it`(_ engine: TestEngine) async throws {
        let room = try await StockTakeRoom(engine)
        let notices = AssetNotices(door: room.city.door)
        let staff = try await room.city.caller(.staff)

        let id = try await notices.say(
            "印表機", changed: "搬到圖書館", pictures: [room.photo()], by: staff)

        let seen = try await notices.look(id, by: room.officer)
        let file = try #require(seen.files.first)
        #expect(file.kind == .jpeg && file.addedBy == staff.name && seen.files.count == 1)
        let bytes = try await notices.files.open(file.id, of: id, by: room.officer).1
        #expect(Digest(of: bytes) == file.digest)
        let stranger = try await room.city.caller(.officer, in: .sibling)
        await #expect(throws: AssetNoticeRefusal.unknown) {
            try await notices.files.open(file.id, of: id, by: stranger)
        }
        let superior = try await room.city.caller(.officer, in: .parent)
        await #expect(throws: ChangeRefusal.notAllowed(.editAssets)) {
            try await notices.files.open(file.id, of: id, by: superior)
        }
    }

    @Test func `a notice that needs no change is settled with a reason`() async throws {
        let room = try await StockTakeRoom()
        let notices = AssetNotices(door: room.city.door)
        let id = try await notices.say("印表機", changed: "卡紙", by: room.officer)

        await #expect(throws: AssetNoticeRefusal.answerNeeded) {
            try await notices.settle(id, because: "", by: room.officer)
        }
        try await notices.settle(id, because: "修好了", by: room.officer)
        await #expect(throws: AssetNoticeRefusal.settled) {
            try await notices.settle(id, because: "修好了", by: room.officer)
        }
    }

    @Test func `both fields are filled, and not with a book`() async throws {
        let room = try await StockTakeRoom()
        let notices = AssetNotices(door: room.city.door)

        await #expect(throws: AssetNoticeRefusal.empty) {
            _ = try await notices.say("印表機", changed: "", by: room.officer)
        }
        await #expect(throws: AssetNoticeRefusal.tooLong) {
            _ = try await notices.say(
                String(repeating: "印", count: 201), changed: "壞了", by: room.officer)
        }
    }

    @Test func `staff see their own notices, those who keep the register all`() async throws {
        let room = try await StockTakeRoom()
        let notices = AssetNotices(door: room.city.door)
        let staff = try await room.city.caller(.staff)
        _ = try await notices.say("我的", changed: "壞了", by: staff)
        _ = try await notices.say("別人的", changed: "壞了", by: room.ciso)

        #expect(try await notices.list(by: staff).map(\.what) == ["我的"])
        #expect(try await notices.list(by: room.officer).count == 2)
        let stranger = try await room.city.caller(.officer, in: .sibling)
        #expect(try await notices.list(by: stranger).isEmpty)
    }

    @Test func `age is counted in days`() async throws {
        let room = try await StockTakeRoom()
        let notices = AssetNotices(door: room.city.door)
        _ = try await notices.say("印表機", changed: "壞了", by: room.officer)

        let notice = try #require(try await notices.list(by: room.officer).first)

        #expect(notice.age(on: room.city.clock.now.day.adding(days: 4)) == 4)
    }
}
