import Access
import Duties
import Foundation
import Incidents
import Inventory
import Kernel
import Registers
import Systems
import Tasks
import TestCity

/// A record that the matrix asks about, and what is sent with a change to it.
struct Specimen: Sendable {
    /// Makes a new one in the agency at a place.
    let make: @Sendable (TestCity, TestCity.Place) async throws -> UUID
    /// The column that `:field` stands for.
    let field: String
    /// What a program sends with PATCH.
    let json: String

    /// The form of a change to `field`.
    var form: String { "version=1&\(field)=X" }
}

extension Specimen {
    /// By the kind of a route; systems stand for what has none of its own.
    static let byPath: [String: Specimen] = [
        "incidents": incident,
        "messages": message, "declarations": declaration, "waivers": waiver,
        "systems": system, "businesses": business, "circumstances": circumstance,
        "agencies": agency, "people": person, "agency-kinds": agencyKind, "team": teamMember,
        "team-groups": teamGroup, "ciso-appointments": ciso,
        "certificates": certificate,
        "plan": planVersion, "plan-additions": planAddition,
        "assets": asset, "asset-kinds": assetKind, "stock-takes": stockTake,
        "asset-notices": assetNotice,
    ]

    static func of(_ pattern: String) -> Specimen { of(kind: kind(of: pattern)) }

    static func of(kind: String) -> Specimen { byPath[kind] ?? system }

    /// The first word of a route, after `api/v1`.
    static func kind(of pattern: String) -> String {
        let words = pattern.split(separator: "/").map(String.init)
        let first = words.starts(with: ["api", "v1"]) ? words.dropFirst(2).first : words.first
        return first ?? ""
    }

    /// A row of a register, from what somebody would type.
    static func row<Row: RegisterRow>(
        _ type: Row.Type, _ typed: TypedFields, field: String, json: String
    ) -> Specimen {
        Specimen(
            make: { city, place in
                let desk = RegisterDesk<Row>(door: city.door)
                return try await desk.add(typed, by: .console("tester", in: city.agency(place)))
            }, field: field, json: json)
    }

    static let business = row(
        Business.self, TestCity.typedBusiness(named: "受測業務"), field: "owner",
        json: #"{"owner":"學務處"}"#)

    /// An incident of which only the time of knowledge is saved.
    static let incident = Specimen(
        make: { city, place in
            try await IncidentDesk(door: city.door, law: city.programme.law).report(
                knownAt: city.clock.now, isDrill: false,
                by: .console("tester", in: city.agency(place))
            ).uuid
        }, field: "kind", json: "{}")

    /// A signed word about a duty that no register proves.
    static let declaration = Specimen(
        make: { city, place in
            let year = ROCYear(of: city.clock.now.day)
            return try await city.programme.duties.declare(
                "incident.procedures", doneOn: city.clock.now.day, in: year, words: "已公告",
                by: .console("tester", in: city.agency(place))
            ).uuid
        }, field: "reason", json: "{}")

    static let waiver = Specimen(
        make: { city, place in
            try await city.programme.duties.waive(
                "incident.procedures", because: "設備汰換中", consentBy: "資訊局", document: "府資字第 1 號",
                from: city.clock.now.day, until: nil,
                by: .console("tester", in: city.agency(place))
            ).uuid
        }, field: "reason", json: "{}")

    static let system = row(
        InformationSystem.self, TestCity.typedSystem(named: "受測系統"), field: "owner",
        json: #"{"owner":"學務處"}"#)
}

extension Specimen {
    static let asset = row(
        Asset.self, TestCity.typedAsset(named: "受測資產"), field: "owner", json: #"{"owner":"學務處"}"#)
}

extension Specimen {
    static let assetKind = row(
        AssetKind.self, TypedFields(["name": "門禁設備", "assetClass": "physical"]), field: "name",
        json: #"{"name":"監視設備"}"#)

    /// A round of a year that the agency had none of, with everything in it confirmed.
    static let stockTake = Specimen(
        make: { city, place in
            let console = Caller.console("tester", in: city.agency(place))
            let stockTakes = StockTakes(door: city.door)
            for number in 200... {
                guard let year = ROCYear(number) else { break }
                let opened = try? await stockTakes.open(
                    year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: console)
                guard let id = opened else { continue }
                _ = try? await stockTakes.confirm(.rest, in: id, by: console)
                return id
            }
            throw StockTakeRefusal.badYear
        }, field: "signedBy", json: "{}")
}

extension Specimen {
    static let assetNotice = Specimen(
        make: { city, place in
            try await AssetNotices(door: city.door).say(
                "印表機", changed: "搬到圖書館", by: .console("tester", in: city.agency(place)))
        }, field: "what", json: "{}")
}

extension Specimen {
    /// A message to everybody who holds a post in the agency.
    static let message = Specimen(
        make: { city, place in
            let agency = city.agency(place)
            return try await city.door.change(
                Verb("test.tell", Term("告知", en: "told")), in: agency.id, needs: .remindAgencies,
                by: .console("tester", in: agency)
            ) { change in
                try change.tell(
                    Set(Role.allCases), of: [agency.id],
                    News(.reminder, Term("測試", en: "A test"), at: "/duties")
                ).message.id.uuid
            }
        }, field: "state", json: "{}")
}
