import Access
import Foundation
import Incidents
import Registers
import Systems
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
        "systems": system, "businesses": business,
        "plan": planVersion, "plan-additions": planAddition,
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

    static let system = row(
        InformationSystem.self, TestCity.typedSystem(named: "受測系統"), field: "owner",
        json: #"{"owner":"學務處"}"#)
}
