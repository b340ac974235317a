import Access
import Foundation
import HTML
import Kernel
import Storage
import Systems
import TestCity
import TestEngines
import Testing
import Web

@testable import Registers

@Suite struct ListWalkTests {
    @Test(arguments: TestEngine.allCases, [0, 25])
    func `a bureau's list is whole and in order, over few schools and many`(
        _ engine: TestEngine, _ more: Int
    ) async throws {
        let city = try await TestCity(on: engine)
        let tree = AgencyTree(door: city.door)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        for number in 0..<more {
            let details = try AgencyDetails(
                name: "分校 \(number)", code: "B\(number)", kind: "國小")
            let school = try await tree.add(
                details, under: city.agency(.own).id, by: .console("tester", in: city.agency(.own)))
            for system in 0...number % 3 {
                let name = "Z\(system)\(number % 2)"
                _ = try await desk.add(.system(name), by: .console("tester", in: school))
            }
        }
        let bureau = try await city.caller(.officer)

        for isDescending in [false, true] {
            let order = ListOrder("name", isDescending: isDescending)
            var query = ListQuery(words: "", order: order, limit: 200)
            let whole = try await desk.list(query, by: bureau).0.rows.map(\.row)
            let added = (0..<more).reduce(0) { $0 + 1 + $1 % 3 }
            #expect(whole.count == 3 + added)

            query.limit = 4
            var seen: [InformationSystem] = []
            repeat {
                let (slice, count) = try await desk.list(query, by: bureau)
                #expect(count.number == whole.count)
                seen += slice.rows.map(\.row)
                query.after = slice.next
            } while query.after != nil
            #expect(seen == whole)
            #expect(Set(seen.map(\.head.uuid)).count == whole.count)
            let names = seen.map(\.name).filter { $0.hasPrefix("Z") }
            let sorted = names.sorted()
            #expect(names == (isDescending ? sorted.reversed() : sorted))
        }
    }

    @Test(arguments: TestEngine.allCases, [TestCity.Place.child, .own, .parent])
    func `a common word gives the same pages as a rare one, each from a few rows`(
        _ engine: TestEngine, _ place: TestCity.Place
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let school = Caller.console("tester", in: city.agency(.child))
        _ = try await desk.addAll(
            (0..<30).map { .system($0 % 3 == 0 ? "門禁 \(100 + $0)" : "網站 \(100 + $0)") },
            by: school)
        let caller =
            place == .parent
            ? Caller.console("tester", in: city.agency(.parent))
            : try await city.caller(.officer, in: place)

        for isDescending in [false, true] {
            let order = ListOrder("name", isDescending: isDescending)
            let names = try await city.door.read(by: caller) { view in
                // Of a page that long, SQLite fetches twenty of thirty rows; of the short, it asks.
                try [(40, 100, 5_000), (4, 100, 5_000), (4, 5, 5_000), (4, 5, 3)]
                    .map { limit, many, looked in
                        let query = ListQuery(words: "網站", order: order, limit: limit)
                        return try Self.names(query, view, many: many, looked: looked)
                    }
            }
            #expect(names[0].count == 20)
            #expect(names[1] == names[0])
            #expect(names[2] == names[0])
            #expect(names[3] == names[0])
        }
        let count = try await city.door.read(by: caller) { view in
            try ListReading<InformationSystem>(ListQuery(words: "網站"), view, many: 5).count()
        }
        #expect("\(count)" == "6+")
    }

    @Test(arguments: TestEngine.allCases)
    func `a bureau over many schools finds and counts what they have`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let others = Caller.console("tester", in: city.agency(.parent))
        _ = try await desk.addAll((0..<9).map { .system("網站 \($0)") }, by: others)
        let tree = AgencyTree(door: city.door)
        for number in 0..<25 {
            let details = try AgencyDetails(
                name: "分校 \(number)", code: "B\(number)", kind: "國小")
            let school = try await tree.add(
                details, under: city.agency(.own).id, by: .console("tester", in: city.agency(.own)))
            _ = try await desk.add(.system("網站"), by: .console("tester", in: school))
        }
        let bureau = try await city.caller(.officer)

        try await city.door.read(by: bureau) { view in
            let reading = try ListReading<InformationSystem>(
                ListQuery(words: "網站"), view, many: 30)
            #expect("\(try reading.count())" == "25")
            let way = try ListWalk.way(through: bureau.reach(.open), view.session)
            let question = try view.question(
                "網站", of: InformationSystem.kind, within: bureau.reach(.open), way, many: 5)
            let ids: [UUID] = try view.values(question.records(atMost: 20))
            let within = try ids.filter { try view.find($0, of: InformationSystem.self) != nil }
            #expect(within.count == 20)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency's rows are counted to the last, the city's no further than a page needs`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let school = city.agency(.child)
        let clerk = try await city.caller(.officer, in: .child)
        let before = try await desk.list(ListQuery(), by: clerk).1.number
        _ = try await desk.addAll(
            (1...CappedCount.cap + 5).map { .system("門禁 \($0)") },
            by: .console("tester", in: school))
        let all = before + CappedCount.cap + 5

        let own = try await desk.list(ListQuery(), by: clerk).1
        let chosen = try await desk.list(ListQuery(agency: school.id), by: city.console).1
        let filtered = try await desk.list(
            ListQuery(
                filters: [
                    try #require(try InformationSystem.register.columns.filter("state", "planned"))
                ],
                agency: school.id), by: city.console
        ).1
        let bureau = try await desk.list(ListQuery(), by: try await city.caller(.officer)).1

        #expect("\(own)" == "\(all)" && !own.isCapped)
        #expect(chosen == own)
        #expect("\(filtered)" == "\(CappedCount.cap + 5)")
        #expect("\(bureau)" == "1,000+" && bureau.isCapped)
    }

    /// What all pages of a list show, one after the other.
    private static func names(
        _ query: ListQuery, _ view: View, many: Int, looked: Int
    ) throws -> [String] {
        var query = query
        var names: [String] = []
        repeat {
            let slice = try ListReading<InformationSystem>(query, view, many: many, looked: looked)
                .slice()
            #expect(slice.rows.count <= min(query.limit, max(looked, 4)))
            names += slice.rows.map(\.row.name)
            query.after = slice.next
        } while query.after != nil
        return names
    }

    @Test func `a common word is asked in the order of the list`() async throws {
        let city = try await TestCity()
        let caller = Caller.console("tester", in: city.agency(.parent))
        let question = SearchQuestion("網站", of: InformationSystem.kind)
        func plan(_ condition: SQL, _ way: ListWalk.Way) async throws -> String {
            let rows = ListWalk(order: ListOrder("name"), count: 51).rows(
                of: "informationSystem", where: condition, within: caller.reach(.open), way)
            return try await self.plan(of: rows, city).joined(separator: "\n")
        }

        let common = try await plan(question.isAnswered(by: "item.id"), .straight)
        #expect(common.contains("INDEX informationSystemOfCityByName"))
        #expect(!common.contains("TEMP B-TREE"))

        let rare = try await plan("TRUE", .found(question.records()))
        #expect(
            rare.contains("SEARCH item USING INDEX sqlite_autoindex_informationSystem_1 (id=?)"))
    }

    @Test func `no list sorts more than a page of each agency`() async throws {
        let city = try await TestCity()
        let bureau = try await city.caller(.officer)
        let school = try await city.caller(.officer, in: .child)
        let walk = ListWalk(order: ListOrder("name"), count: 51)

        func plan(_ reach: Reach, _ way: ListWalk.Way) async throws -> String {
            let rows = walk.rows(
                of: "informationSystem", where: "item.removedAt IS NULL", within: reach, way)
            return try await self.plan(of: rows, city).joined(separator: "\n")
        }

        let straight = try await plan(school.reach(.open), .straight)
        #expect(straight.contains("informationSystemByName (agencyID=?)"))
        #expect(!straight.contains("TEMP B-TREE"))

        let many = try await plan(bureau.reach(.open), .city)
        #expect(many.contains("INDEX informationSystemOfCityByName"))
        #expect(!many.contains("TEMP B-TREE"))

        let few = try await plan(bureau.reach(.open), .agencies([]))
        #expect(few.contains("COVERING INDEX informationSystemByName (agencyID=?)"))
        #expect(few.components(separatedBy: "TEMP B-TREE").count == 2)
    }

    /// The other question is how many systems of its own the act on the list is about.
    @Test func `a page that shows all there is asks for no count`() async throws {
        let city = try await TestCity()
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let school = try await city.caller(.officer, in: .child)

        let statements = try await city.database.statements {
            _ = try await desk.page(
                ListQuery(), by: school, drawing: TableRow([]), for: Reader(language: .chinese))
        }
        #expect(statements.count == 2)
    }

    private func plan(of rows: SQL, _ city: TestCity) async throws -> [String] {
        try await city.database.read { session in
            try session.all("EXPLAIN QUERY PLAN SELECT item.id, agency.name \(rows)") { row in
                _ = (try row.next(Int.self), try row.next(Int.self), try row.next(Int.self))
                return try row.next(String.self)
            }
        }
    }
}

extension TypedFields {
    static func system(_ name: String) -> TypedFields {
        TypedFields([
            "name": name, "owner": "資訊組", "building": "own", "citizenFacing": "false",
            "business": "", "state": "planned",
        ])
    }
}
