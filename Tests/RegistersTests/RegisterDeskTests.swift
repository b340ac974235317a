import Access
import Foundation
import Kernel
import Ledger
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing

@Suite struct RegisterDeskTests {
    private func desk(_ city: TestCity) -> RegisterDesk<InformationSystem> {
        RegisterDesk(door: city.door)
    }

    @Test(arguments: TestEngine.allCases)
    func `a row that was added is found in the list and by its words`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)

        let id = try await desk(city).add(TestCity.typedSystem(named: "圖書系統"), by: officer)

        let (page, count) = try await desk(city).list(
            ListQuery(agency: officer.agency), by: officer)
        #expect(page.rows.map(\.row.name).contains("圖書系統"))
        #expect(count.number == 2)
        let (found, _) = try await desk(city).list(ListQuery(words: "書系"), by: officer)
        #expect(found.rows.map(\.row.head.uuid) == [id])
        #expect(try await desk(city).find(id, by: officer).row.need == .medium)
    }

    @Test(arguments: TestEngine.allCases)
    func `many rows are added as one change, each found by its words`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let typed = (0..<400).map { TestCity.typedSystem(named: "堃𠮷系統 \($0)號") }

        let ids = try await desk(city).addAll(typed, by: officer)

        let (_, count) = try await desk(city).list(ListQuery(), by: officer)
        #expect(count.number > 400)
        let (found, _) = try await desk(city).list(ListQuery(words: "堃𠮷 399號"), by: officer)
        #expect(found.rows.map(\.row.head.uuid) == [ids[399]])
        let entries = try await city.door.read(by: officer) {
            try History.entries(of: officer.agency, in: $0.session)
        }
        #expect(entries.first?.verb == "system.add" && entries.first?.lineCount == 400)
        #expect(try await desk(city).history(ids[0], by: officer).count == 1)
    }

    @Test func `of many rows with a wrong one none is kept`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let wrong = TestCity.typedSystem(named: "二號", with: ["recoveryHours": "百"])

        await #expect(throws: InvalidRow.self) {
            try await desk(city).addAll([TestCity.typedSystem(named: "一號"), wrong], by: officer)
        }

        let (found, _) = try await desk(city).list(ListQuery(words: "一號"), by: officer)
        #expect(found.rows.isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `an edit of an older version is a conflict that shows both`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let system = city.system(.own)
        let first = TypedFields(["longestOutageHours": "8", "recoveryHours": "4"])
        _ = try await desk(city).revise(
            system.head.uuid, first, seen: system.version, by: officer)

        let second = TypedFields(["longestOutageHours": "12"])
        let conflict = try await #require(throws: RegisterConflict<InformationSystem>.self) {
            try await desk(city).revise(
                system.head.uuid, second, seen: system.version, by: officer)
        }

        #expect(conflict.row.outage.longestHours == 8)
        #expect(conflict.typed == second)
        let now = try await desk(city).find(system.head.uuid, by: officer).row
        #expect(now.outage.longestHours == 8 && now.version == 2)
    }

    @Test(arguments: TestEngine.allCases)
    func `what was moved to the bin leaves the list and comes back whole`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let system = city.system(.own)

        try await desk(city).remove(system.head.uuid, seen: 1, by: officer)
        let (left, _) = try await desk(city).list(ListQuery(agency: officer.agency), by: officer)
        let (bin, _) = try await desk(city).list(
            ListQuery(isBin: true, agency: officer.agency), by: officer)
        try await desk(city).restore(system.head.uuid, by: officer)

        #expect(left.rows.isEmpty)
        #expect(bin.rows.map(\.row.head.uuid) == [system.head.uuid])
        var back = try await desk(city).find(system.head.uuid, by: officer).row
        back.head.version = system.version
        #expect(back == system)
    }

    @Test func `what lies in the bin is not changed`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let system = city.system(.own)
        try await desk(city).remove(system.head.uuid, seen: 1, by: officer)

        await #expect(throws: RegisterRefusal.inBin) {
            try await desk(city).revise(
                system.head.uuid, TypedFields(["owner": "總務處"]), seen: 2, by: officer)
        }
    }

    @Test func `a history is told in sentences, newest first`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let system = city.system(.own)
        _ = try await desk(city).revise(
            system.head.uuid, TypedFields(["longestOutageHours": "8", "citizenFacing": "是"]),
            seen: 1, by: officer)

        let events = try await desk(city).history(system.head.uuid, by: officer)

        #expect(events.map(\.verb.zh) == ["修改", "新增"])
        #expect(events[0].author == "教育局承辦人")
        #expect(
            events[0].changes.map(\.sentence.zh) == [
                "把「對外服務民眾」由否改為是",
                "把「最大可容忍中斷時間（小時）」由24改為8",
            ])
        #expect(events[0].changes.map(\.name) == ["citizenFacing", "longestOutageHours"])
        #expect(events[1].changes.isEmpty)
    }

    @Test func `saving what stands there already makes no new version`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let system = city.system(.own)

        let same = try await desk(city).revise(
            system.head.uuid, TypedFields(["owner": system.owner]), seen: 1, by: officer)

        #expect(same.version == 1)
        #expect(try await desk(city).history(system.head.uuid, by: officer).count == 1)
    }

    @Test func `the same key adds a row once, and is refused for another request`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let fields = TestCity.typedSystem(named: "只建一次")
        let key = IdempotencyKey("k-1", request: Digest(of: [1]))

        let first = try await desk(city).add(fields, by: officer, once: key)
        let second = try await desk(city).add(fields, by: officer, once: key)

        #expect(first == second)
        let (found, _) = try await desk(city).list(ListQuery(words: "只建一次"), by: officer)
        #expect(found.rows.count == 1)
        let other = IdempotencyKey("k-1", request: Digest(of: [2]))
        await #expect(throws: ChangeRefusal.keyUsedForSomethingElse) {
            try await desk(city).add(fields, by: officer, once: other)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a key is its caller's alone, in the agency that they act in`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let fields = TestCity.typedSystem(named: "只建一次")
        let key = IdempotencyKey("k-1", request: Digest(of: [1]))
        var made: Set<UUID> = []
        for (role, place) in [
            (Role.officer, TestCity.Place.own), (.securityOfficer, .own), (.officer, .sibling),
        ] {
            let caller = try await city.caller(role, in: place)
            let id = try await desk(city).add(fields, by: caller, once: key)
            #expect(try await desk(city).find(id, by: caller).row.agencyID == caller.agency)
            made.insert(id)
        }
        #expect(made.count == 3)
    }

    @Test(arguments: [TestCity.Place.sibling, .parent, .none])
    func `another agency's row is unknown`(_ place: TestCity.Place) async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let id = city.system(place).head.uuid
        let unknown = RegisterRefusal.unknown(InformationSystem.register.one)

        await #expect(throws: unknown) { try await desk(city).find(id, by: officer) }
        await #expect(throws: unknown) { try await desk(city).history(id, by: officer) }
        await #expect(throws: unknown) {
            try await desk(city).remove(id, seen: nil, by: officer)
        }
        let (found, count) = try await desk(city).list(
            ListQuery(words: place.rawValue, agency: city.agency(place).id), by: officer)
        #expect(found.rows.isEmpty && count.number == 0)
    }
}
