import Access
import Agencies
import Foundation
import Incidents
import Inventory
import Kernel
import Ledger
import Registers
import Systems
import Team
import TestCity
import TestEngines
import Testing

@testable import Programme

/// Another agency's rows and files, looked for through every door but the front one. What is not
/// one's own looks exactly like what is not there.
@Suite struct SideDoorTests {
    /// A word that stands in the other bureau's records alone.
    private static let secret = "機密祕藏庫"

    /// A record of each kind in the other bureau.
    private struct Others {
        let agency: String
        let asset: String
        let system: String
        let person: String
        let round: String
        let notice: String
        let entry: String
        let file: String
    }

    private func others(_ city: TestCity) async throws -> Others {
        let secret = Self.secret
        let agency = city.agency(.sibling)
        let console = Caller.console("tester", in: agency)
        let officer = try await Visitor(.officer, city, in: .sibling)
        let asset = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(
                named: secret, with: ["propertyNumber": "S-1", "systemName": secret]), by: console)
        let system = try await RegisterDesk<InformationSystem>(door: city.door).add(
            TestCity.typedSystem(named: secret), by: console)
        _ = try await RegisterDesk<TeamMember>(door: city.door).add(
            TypedFields([
                "team": "資安防護組", "position": "組員", "name": secret, "fromOn": "2026-01-01",
            ]), by: console)
        let person = try await People(door: city.door).add(
            PersonDetails(name: secret), to: agency.id, by: city.console)
        let year = try #require(ROCYear(115))
        let round = try await StockTakes(door: city.door).open(
            year, from: year.firstDay, to: year.lastDay, leader: secret, by: console)
        let notice = try await AssetNotices(door: city.door).say(
            secret, changed: "搬走", by: console)
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 7]
        _ = try await officer.send(
            "/assets/\(asset.hyphenated)/evidence", file: ("\(secret).png", picture))
        let page = try await officer.get("/assets/\(asset.hyphenated)").text
        #expect(page.contains("\(secret).png"))
        let file = try #require(page.firstMatch(of: /\/evidence\/([0-9a-f-]{36})/)).1
        let entries = try await city.door.read(by: console) {
            try History.entries(of: agency.id, in: $0.session)
        }
        return Others(
            agency: agency.id.description, asset: asset.hyphenated, system: system.hyphenated,
            person: person.id.description, round: round.hyphenated, notice: notice.hyphenated,
            entry: try #require(entries.first).id.description, file: String(file))
    }

    @Test(arguments: [TestCity.Place.own, .child, .none])
    func `records, histories, files, codes of labels and imports of others are not there`(
        _ place: TestCity.Place
    ) async throws {
        let city = try await TestCity()
        let others = try await others(city)
        let own = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "自己的"),
            by: .console("tester", in: city.agency(place)))
        let visitor = try await Visitor(.officer, city, in: place)
        for path in [
            "/assets/\(others.asset)", "/assets/\(others.asset)/history",
            "/assets/\(others.asset)/edit", "/assets/\(others.asset)/correction",
            "/assets/\(others.asset)/evidence/\(others.file)",
            "/assets/\(own.hyphenated)/evidence/\(others.file)",
            "/systems/\(others.system)", "/systems/\(others.asset)",
            "/stock-takes/\(others.round)", "/stock-takes/\(others.round)/sheet",
            "/stock-takes/\(others.round)/differences", "/asset-notices/\(others.notice)",
            "/agencies/\(others.agency)", "/people/\(others.person)",
            "/people?agency=\(others.agency)", "/assets/as-of?agency=\(others.agency)",
            "/people?agency=\(others.agency)&on=2026-11-24",
            "/assets/as-of/export?agency=\(others.agency)",
            "/systems/as-of?agency=\(others.agency)", "/assets/imports/\(others.asset)",
            "/api/v1/assets/\(others.asset)", "/api/v1/assets/\(others.asset)/history",
            "/api/v1/assets/\(others.asset)/evidence", "/api/v1/people/\(others.person)",
            "/api/v1/people?agency=\(others.agency)", "/api/v1/agencies/\(others.agency)",
            "/api/v1/stock-takes/\(others.round)", "/api/v1/stock-takes/\(others.round)/assets",
            "/api/v1/agencies/\(others.agency)/evidence",
        ] {
            let told = try await visitor.get(path)
            #expect(told.status == 404, "\(path) \(told.status)")
            #expect(!told.text.contains(Self.secret), "\(path)")
        }
        for (path, fields) in [
            ("/assets/changes/\(others.entry)/undo", [:]),
            ("/assets/\(others.asset)/removal", ["version": "1"]),
            ("/stock-takes/\(others.round)/confirmation", ["which": "rest"]),
            ("/stock-takes/\(others.round)/schedule", ["closesOn": "2027-01-01", "leader": "我"]),
            ("/asset-notices/\(others.notice)/settlement", ["answer": "好"]),
        ] {
            let told = try await visitor.post(path, fields)
            #expect(told.status == 404, "\(path) \(told.status)")
        }
    }

    @Test func `changes of many and labels pass over the rows of others in silence`() async throws {
        let city = try await TestCity()
        let others = try await others(city)
        let visitor = try await Visitor(.officer, city)

        let bulk = try await visitor.post(
            "/assets/bulk/preview", ["field": "place", "place": "別處", "row": others.asset])
        let labels = try await visitor.get("/assets/labels?row=\(others.asset)")
        let marks = try await visitor.post("/assets/labels/marks", ["row": others.asset])

        #expect(bulk.status == 200 && !bulk.text.contains(Self.secret))
        #expect(labels.status == 200 && !labels.text.contains(Self.secret))
        #expect(marks.status == 422 && !marks.text.contains(Self.secret))
    }

    @Test func `names of others are only words to an import, and link nothing`() async throws {
        let city = try await TestCity()
        let others = try await others(city)
        let visitor = try await Visitor(.officer, city)
        let rows = """
            {"rows":[{"name":"新筆電","assetClass":"physical","state":"inUse","iot":false,
            "cloud":false,"personalData":false,"systemName":"\(Self.secret)",
            "propertyNumber":"S-1"}]}
            """

        let told = try await visitor.call(.post, "/api/v1/assets/imports", rows)

        // The number that the other bureau has is free here, and its system is none of ours.
        #expect(told.status == 200 && told.text.contains("\"created\":1"), "\(told.text)")
        let listed = try await visitor.get(
            "/api/v1/assets?q=新筆電".addingPercentEncoding(
                withAllowedCharacters: .urlQueryAllowed) ?? "")
        #expect(!listed.text.contains(others.system))
        #expect(!listed.text.contains("\"systemID\":\"\(others.system)\""))
    }

    /// Every list, search, count, sheet, history and import that an officer may ask for.
    private static let doors: [String] = {
        let word = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let lists = ["assets", "systems", "businesses", "team", "people", "ciso-appointments"]
        return lists.flatMap {
            [
                "/\($0)", "/\($0)?q=\(word)", "/api/v1/\($0)", "/api/v1/\($0)?q=\(word)",
                "/\($0)/export?format=csv", "/\($0)/export?format=ods",
                "/\($0)/export?format=xlsx",
            ]
        } + [
            "/", "/search?q=\(word)", "/search?q=\(word).png", "/duties", "/calendar",
            "/assets/bin", "/assets/as-of?on=2026-11-24", "/systems/as-of?on=2026-11-24",
            "/assets/as-of/export?on=2026-11-24&format=csv", "/people?on=2026-11-24",
            "/people/export?on=2026-11-24&format=csv",
            "/assets/imports/new", "/assets/labels", "/api/v1/assets/labels",
            "/api/v1/assets?systemName=\(word)", "/stock-takes", "/api/v1/stock-takes",
            "/asset-notices", "/api/v1/asset-notices", "/incidents", "/api/v1/incidents",
            "/messages", "/messages/sent", "/api/v1/messages/sent", "/agencies",
            "/api/v1/agencies", "/api/v1/agency-count",
        ]
    }()

    private struct Seen: Equatable {
        let status: Int
        let bytes: [UInt8]
        let tag: String?

        init(_ told: Visitor.Told) {
            status = told.status
            bytes = told.bytes
            tag = told.tag
        }
    }

    /// What an officer is told at each door, and at those of one asset of their own.
    private func seen(_ visitor: Visitor, _ own: UUID) async throws -> [String: Seen] {
        let asset = own.hyphenated
        var seen: [String: Seen] = [:]
        for path in Self.doors + [
            "/assets/\(asset)", "/assets/\(asset)/history", "/api/v1/assets/\(asset)",
            "/api/v1/assets/\(asset)/history", "/api/v1/assets/\(asset)/evidence",
            "/assets/\(asset)/edit", "/assets/\(asset)/correction",
        ] {
            seen[path] = Seen(try await visitor.get(path))
        }
        let rows = """
            {"dryRun":true,"rows":[{"name":"\(Self.secret)","assetClass":"physical",
            "state":"inUse","iot":false,"cloud":false,"personalData":false,
            "systemName":"\(Self.secret)","propertyNumber":"S-1"}]}
            """
        seen["import"] = Seen(try await visitor.call(.post, "/api/v1/assets/imports", rows))
        return seen
    }

    @Test(arguments: TestEngine.allCases, [TestCity.Place.own, .child, .none])
    func `a record more in another agency changes not one byte of what others are told`(
        _ engine: TestEngine, _ place: TestCity.Place
    ) async throws {
        let city = try await TestCity(on: engine)
        let own = try await RegisterDesk<Asset>(door: city.door).add(
            TestCity.typedAsset(named: "自己的"), by: .console("tester", in: city.agency(place)))
        let visitor = try await Visitor(.officer, city, in: place)
        _ = try await seen(visitor, own)
        let before = try await seen(visitor, own)
        #expect(before.values.count { $0.status == 200 } > 50)

        _ = try await others(city)
        _ = try await IncidentDesk(door: city.door, law: city.programme.law).report(
            knownAt: city.clock.now, isDrill: false,
            by: .console("tester", in: city.agency(.sibling)))
        let after = try await seen(visitor, own)

        for (door, told) in before {
            #expect(after[door] == told, "\(door) \(told.status)")
        }
    }

    @Test func `a superior sees what is below, and changes none of it`() async throws {
        let city = try await TestCity()
        let others = try await others(city)
        let visitor = try await Visitor(.officer, city, in: .parent)

        let seen = try await visitor.get("/assets/\(others.asset)")
        let changed = try await visitor.post(
            "/assets/\(others.asset)/removal", ["version": "1"])
        let undone = try await visitor.post("/assets/changes/\(others.entry)/undo")

        #expect(seen.status == 200 && seen.text.contains(Self.secret))
        #expect(changed.status == 403)
        #expect(undone.status == 404)
    }
}
