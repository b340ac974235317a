import Access
import Kernel
import Registers
import Web

// What changes about an agency, each with the day from which it holds.
extension AgencyAPI {
    /// Corrects a slip of the pen: what is sent changes, the rest stays, `null` takes away.
    func correct(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try request.json(as: [String: JSONScalar].self)
        let known: Set = ["name", "code", "oid", "kind"]
        if let other = sent.keys.sorted().first(where: { !known.contains($0) }) {
            throw RegisterRefusal.unknownColumn(other)
        }
        guard try request.seenVersion == agency.version else {
            throw ChangeRefusal.changedMeanwhile
        }
        let old = agency.details
        let details = try AgencyDetails(
            name: sent["name"]?.typed ?? old.name, code: sent["code"]?.typed ?? old.code,
            oid: sent["oid"]?.typed ?? old.oid, kind: sent["kind"]?.typed ?? old.kind)
        if details != old {
            try await desk.correct(agency.id, to: details, by: request.caller)
        }
        return try await answer(agency.id, request)
    }

    func rename(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try request.json(as: DatedAct.self)
        try await desk.rename(
            agency.id, to: sent.name ?? "", kind: sent.kind ?? agency.details.kind,
            from: sent.dating(), by: request.caller)
        return try await answer(agency.id, request)
    }

    func move(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try request.json(as: DatedAct.self)
        guard let superior = sent.superior.flatMap({ AgencyID($0) }) else {
            throw AgencyListRefusal.successorMissing
        }
        try await desk.move(
            agency.id, under: superior, from: sent.dating(), by: request.caller)
        return try await answer(agency.id, request)
    }

    func end(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let sent = try request.json(as: DatedAct.self)
        guard let manner = AgencyEnd.Manner(rawValue: sent.manner ?? "merged") else {
            throw AgencyListRefusal.mannerUnknown
        }
        try await desk.end(
            agency.id, manner, into: sent.successor.flatMap { AgencyID($0) },
            from: sent.dating(), by: request.caller)
        return try await answer(agency.id, request)
    }
}

/// What a program sends of a change that has its day.
private struct DatedAct: Decodable {
    let name: String?
    let kind: String?
    let superior: String?
    let successor: String?
    let manner: String?
    let on: String?
    let document: String?

    func dating() throws(AgencyListRefusal) -> AgencyDating {
        guard let day = Day(on ?? "") else { throw .dayMissing }
        return AgencyDating(day, document: document)
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
