import Access
import Foundation
import Inventory
import Kernel
import Registers
import Systems
import Team
import TestCity
import TestEngines
import Testing

/// A register has as many records on its page as in its export, over the API, on the agency's own
/// page, beside the plan and in the paper.
@Suite struct RecordCountTests {
    /// A register, and what else is made of it.
    struct Counted: Sendable {
        let path: String
        let paper: String?
        let chapter: Int?
        let term: String
    }

    static let all = [
        Counted(path: "systems", paper: "systems", chapter: 3, term: "資通系統"),
        Counted(path: "businesses", paper: "annex2", chapter: 3, term: "業務"),
        Counted(path: "team", paper: "annex3", chapter: 5, term: "小組成員"),
        Counted(path: "assets", paper: "assets", chapter: 7, term: "資產"),
        Counted(path: "agencies", paper: "annex1", chapter: nil, term: "機關"),
        Counted(path: "people", paper: nil, chapter: nil, term: "人員"),
    ]

    /// Who sees exactly what the paper of a scope holds.
    struct Scope: Sendable {
        let role: Role
        let place: TestCity.Place
        let paper: String?
        /// How many organisations there are in it.
        let agencies: Int
    }

    static let scopes = [
        Scope(role: .officer, place: .child, paper: nil, agencies: 1),
        Scope(role: .securityOfficer, place: .own, paper: "subtree", agencies: 3),
        Scope(role: .city, place: .parent, paper: "city", agencies: 7),
    ]

    @Test(arguments: TestEngine.allCases, scopes)
    func `a register counts the same wherever it is counted`(
        _ engine: TestEngine, _ scope: Scope
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.fillRegisters()
        let reader = try await Visitor(scope.role, city, in: scope.place)
        let agency = city.agency(scope.place)
        for counted in Self.all {
            let list = try await reader.get("/\(counted.path)")
            // Who has one agency is led to its page.
            guard list.status == 200 else {
                #expect(counted.path == "agencies" && scope.agencies == 1)
                continue
            }
            let number = Figure.rows(in: list.text)
            #expect(number > 0, "\(counted.path)")
            if counted.path == "agencies" { #expect(number == scope.agencies) }
            let told = try await reader.get("/api/v1/\(counted.path)?limit=200").bytes
            let api = try JSONDecoder().decode(Listed.self, from: Data(told))
            #expect(api.items.count == number && api.count == number, "\(counted.path)")
            // The list of people is of one agency, and so is the export that it links.
            let narrow = counted.path == "people" ? "&agency=\(agency.id)" : ""
            let csv = try await reader.get("/\(counted.path)/export?format=csv\(narrow)").text
            #expect(
                csv.split(whereSeparator: \.isNewline).count - 1 == number, "\(counted.path)")
            if let paper = counted.paper {
                let scoped = scope.paper.map { "&scope=\($0)" } ?? ""
                let html = try await reader.get("/papers/\(paper)?format=html\(scoped)").text
                #expect(Self.records(in: html) == number, "\(paper) \(scope.place)")
            }
            // Beside the plan and on its own page an agency stands alone.
            let own = try await reader.get("/\(counted.path)?agency=\(agency.id)")
            if let chapter = counted.chapter {
                let plan = try await reader.get("/plan/\(chapter)?agency=\(agency.id)").text
                let rows = Figure.rows(in: own.text)
                #expect(plan.contains(" \(rows) 筆</a>"), "\(counted.path) \(rows)")
            }
        }
        let page = try await reader.get("/agencies/\(agency.id)").text
        for (path, words) in [("systems", " 個資通系統"), ("businesses", " 項業務")] {
            let own = try await reader.get("/\(path)?agency=\(agency.id)")
            #expect(page.contains(">\(Figure.rows(in: own.text))\(words)</a>"), "\(path)")
        }
    }

    private struct Listed: Decodable {
        let items: [Item]
        let count: Int

        struct Item: Decodable {}
    }

    /// The numbered lines of a paper's table; marks of what is missing have no number.
    private static func records(in html: String) -> Int {
        html.matches(of: /<tr[^>]*>\s*<td[^>]*>\s*[0-9]+\s*<\/td>/).count
    }
}

extension TestCity {
    /// A business, a system, a member and an asset in the city, in a bureau and in its school.
    func fillRegisters() async throws {
        for place in [Place.parent, .own, .child] {
            let clerk = Caller.console("tester", in: agency(place))
            _ = try await RegisterDesk<Business>(door: door).add(
                Self.typedBusiness(named: "\(place.rawValue)人事業務"), by: clerk)
            _ = try await RegisterDesk<InformationSystem>(door: door).add(
                Self.typedSystem(named: "\(place.rawValue)公文系統"), by: clerk)
            _ = try await RegisterDesk<TeamMember>(door: door).add(
                TypedFields([
                    "team": "資安防護組", "position": "組員", "name": "王𠮷堃", "fromOn": "2026-01-01",
                ]), by: clerk)
            _ = try await RegisterDesk<Asset>(door: door).add(
                Self.typedAsset(named: "公文電腦", with: ["owner": "<總務處>"]), by: clerk)
        }
    }
}
