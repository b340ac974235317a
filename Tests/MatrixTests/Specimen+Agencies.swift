import Access
import Agencies
import Foundation
import Registers
import Systems
import Team
import TestCity

extension Specimen {
    /// A new agency under the one at a place.
    static let agency = Specimen(
        make: { city, place in
            try await AgencyTree(door: city.door).add(
                AgencyDetails(name: "受測機關", kind: "國小"), under: city.agency(place).id,
                by: city.console
            ).id.uuid
        }, field: "name", json: "{}")

    static let agencyKind = row(
        AgencyKind.self, TypedFields(["name": "籌備處", "tally": "apart"]), field: "name",
        json: #"{"name":"試辦處"}"#)

    static let circumstance = row(
        Circumstance.self,
        TypedFields(["subject": "mailServer", "answer": "no", "fromOn": "2026-01-01"]),
        field: "note", json: #"{"note":"信箱用教育局的"}"#)

    static let teamMember = row(
        TeamMember.self,
        TypedFields(["team": "資安防護組", "position": "組員", "name": "某人", "fromOn": "2026-01-01"]),
        field: "name", json: #"{"name":"別人"}"#)

    static let teamGroup = row(
        TeamGroup.self, TypedFields(["name": "個資小組"]), field: "name",
        json: #"{"name":"稽核小組"}"#)

    static let certificate = row(
        Certificate.self,
        TypedFields([
            "name": "某人", "kind": "licence", "title": "CISSP", "obtainedOn": "2026-01-01",
        ]), field: "name", json: #"{"name":"別人"}"#)

    static let ciso = row(
        CISOAppointment.self,
        TypedFields(["name": "某人", "post": "副局長", "fromOn": "2026-01-01"]), field: "name",
        json: #"{"name":"別人"}"#)
}

extension Specimen {
    /// Somebody new, with an account and no password.
    static let person = Specimen(
        make: { city, place in
            let account = "someone." + UUID().uuidString.lowercased().suffix(12)
            return try await People(door: city.door).add(
                PersonDetails(name: "受測人", account: AccountName(account)),
                to: city.agency(place).id, by: city.console
            ).id.uuid
        }, field: "name", json: "{}")
}
