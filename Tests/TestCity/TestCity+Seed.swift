import Access
import Foundation
import Kernel
import Registers
import Systems

extension TestCity {
    static func found(_ door: Door, at now: Instant) async throws -> [Place: Agency] {
        let desk = AgencyTree(door: door)
        var made: [Place: Agency] = [:]
        for (index, place) in Place.allCases.enumerated() {
            let details = try AgencyDetails(
                name: place.rawValue, code: "A\(index)", kind: index < 3 ? "一級機關" : "國小")
            if let superior = place.superior.flatMap({ made[$0] }), let city = made[.parent] {
                made[place] = try await desk.add(
                    details, under: superior.id, by: .console("tester", in: city))
            } else {
                made[place] = try await desk.found(details, by: "tester", at: now)
            }
        }
        return made
    }

    /// One person a role in the first bureau or the city, and an officer in every other agency.
    static func appoint(_ agencies: [Place: Agency], _ door: Door, on day: Day) async throws {
        for role in Role.allCases {
            try await appoint(role, in: seat(of: role), agencies, door, on: day)
        }
        for place in Place.allCases where place != .own {
            try await appoint(.officer, in: place, agencies, door, on: day)
        }
    }

    private static func appoint(
        _ role: Role, in place: Place, _ agencies: [Place: Agency], _ door: Door, on day: Day
    ) async throws {
        let console = Caller.console("tester", in: agencies[.parent]!)
        let agency = agencies[place]!
        let details = try PersonDetails(
            name: "\(place.rawValue)\(role.term.zh)",
            account: AccountName(account(role, in: place)))
        let people = People(door: door)
        let person = try await people.add(details, to: agency.id, by: console)
        _ = try await people.appoint(
            person.id, as: role, in: agency.id, during: DatedTerm(from: day), by: console)
    }

    static func addSystems(
        _ agencies: [Place: Agency], _ door: Door, at now: Instant
    ) async throws -> [Place: InformationSystem] {
        let desk = RegisterDesk<InformationSystem>(door: door)
        var made: [Place: InformationSystem] = [:]
        for place in Place.allCases {
            let console = Caller.console("tester", in: agencies[place]!)
            let fields = typedSystem(named: "\(place.rawValue)校務系統")
            let id = try await desk.add(fields, by: console)
            made[place] = try await desk.find(id, by: console).row
        }
        return made
    }

    /// What somebody would type for a core business; the systems it names become core.
    package static func typedBusiness(
        named name: String, with changes: [String: String] = [:]
    ) -> TypedFields {
        let words = [
            "name": name, "standing": "core", "legalGround": "組織法規所定的核心權責",
            "owner": "教務處", "importance": "直接服務民眾", "failureEffect": "部分業務中斷",
            "longestOutageHours": "24", "systemsAnswer": "none",
        ]
        return TypedFields(words.merging(changes) { $1 })
    }

    /// What somebody would type for a system in use that needs medium protection.
    package static func typedSystem(
        named name: String, with changes: [String: String] = [:]
    ) -> TypedFields {
        var words = [
            "name": name, "owner": "教務處", "building": "own", "citizenFacing": "false",
            "business": "教務業務", "state": "inUse",
            "longestOutageHours": "24", "recoveryHours": "8",
        ]
        for side in ["confidentiality", "integrity", "availability", "compliance"] {
            words[side] = side == "integrity" ? "中" : "普"
            words["\(side)Reason"] = "影響有限"
        }
        return TypedFields(words.merging(changes) { $1 })
    }
}
