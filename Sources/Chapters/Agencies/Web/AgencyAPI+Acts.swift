import Access
import Kernel
import Registers
import Web

// What changes about an agency, each with the day from which it holds.
extension AgencyAPI {
    /// Corrects a slip of the pen: what is sent changes, the rest stays, `null` takes away.
    func correct(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try SentOfAgency(request, ["name", "code", "oid", "kind"])
        guard try request.seenVersion == agency.version else {
            throw ChangeRefusal.changedMeanwhile
        }
        let old = agency.details
        let details = try AgencyDetails(
            name: sent["name"] ?? old.name, code: sent["code"] ?? old.code,
            oid: sent["oid"] ?? old.oid, kind: sent["kind"] ?? old.kind)
        if details != old {
            try await desk.correct(agency.id, to: details, by: request.caller)
        }
        return try await answer(agency.id, request)
    }

    func rename(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try SentOfAgency(request, ["name", "kind", "on", "document"])
        try await desk.rename(
            agency.id, to: sent["name"] ?? "", kind: sent["kind"] ?? agency.details.kind,
            from: sent.dating(), by: request.caller)
        return try await answer(agency.id, request)
    }

    func move(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try SentOfAgency(request, ["superior", "on", "document"])
        guard let superior = try sent.agency("superior") else {
            throw AgencyListRefusal.superiorMissing
        }
        try await desk.move(
            agency.id, under: superior, from: sent.dating(), by: request.caller)
        return try await answer(agency.id, request)
    }

    func end(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try SentOfAgency(request, ["successor", "manner", "on", "document"])
        guard let manner = AgencyEnd.Manner(rawValue: sent["manner"] ?? "merged") else {
            throw AgencyListRefusal.mannerUnknown
        }
        try await desk.end(
            agency.id, manner, into: sent.agency("successor"), from: sent.dating(),
            by: request.caller)
        return try await answer(agency.id, request)
    }
}

/// The count of chapter 貳 as the API gives it.
struct AgencyCountResource: Encodable {
    let on: String
    let agencies: Int
    let schools: Int
    let kindergartens: Int
    let kinds: [Kind]

    struct Kind: Encodable {
        let name: String
        let number: Int
    }

    init(_ count: AgencyCount) {
        on = count.day.description
        agencies = count.agencies
        schools = count.schools
        kindergartens = count.kindergartens
        kinds = count.kinds.map { Kind(name: $0.name, number: $0.number) }
    }
}
