import Access
import HTML
import Kernel
import Registers
import Statute
import Storage
import Web

/// What programs can do with the list of organisations.
struct AgencyAPI: Sendable {
    let door: Door

    var desk: AgencyDesk { AgencyDesk(door: door) }

    var routes: [Route] {
        let list = "/api/v1/agencies"
        return [
            Route(.get, list, .needs(.seeAgencies), self.list),
            Route(.get, list + "/:id", .needs(.seeAgencies), find),
            Route(.post, list, .needs(.manageAgencies), add),
            Route(.patch, list + "/:id", .needs(.manageAgencies), correct),
            Route(.post, list + "/:id/levels", .needs(.manageAgencies), decide),
            Route(.post, list + "/:id/renaming", .needs(.manageAgencies), rename),
            Route(.post, list + "/:id/superior", .needs(.manageAgencies), move),
            Route(.post, list + "/:id/end", .needs(.manageAgencies), end),
            Route(.get, "/api/v1/agency-count", .needs(.seeAgencies), count),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let query = try AgencyListQuery(request.query, today: request.now.day)
        let found = try await door.read(by: request.caller) { view in
            let query = try query.knowingFormerNames(view)
            let all = try AgencyOnDay.all(on: query.day, in: view.reach(.open), view)
            let kinds = try AgencyKinds.all(view).all.map(\.name) + all.map(\.kind)
            guard query.kind.isEmpty || kinds.contains(query.kind) else {
                throw AgencyListRefusal.unknownKind(query.kind)
            }
            return all.filter(query.finds)
        }
        guard query.after.map({ last in found.contains { $0.id == last } }) ?? true else {
            throw RegisterRefusal.unknownPage
        }
        let (rows, next) = query.page(of: found)
        return try .resource(
            ResourceList(
                items: rows.map { AgencyResource($0) }, next: next?.description, count: found.count,
                countIsCapped: false))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try await answer(request.parameter("id"), request)
    }

    /// The count of chapter 貳 as at a day.
    private func count(_ request: WebRequest) async throws -> Answer {
        let query = try AgencyListQuery(request.query, today: request.now.day)
        let count = try await door.read(by: request.caller) { view in
            try AgencyCount.on(query.day, in: view.reach(.open), view)
        }
        return try .resource(AgencyCountResource(count))
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let sent = try SentOfAgency(
            request, ["name", "code", "oid", "kind", "superior", "foundedOn", "isAnother"])
        let entry = AgencyDesk.Entry(
            try AgencyDetails(
                name: sent["name"] ?? "", code: sent["code"], oid: sent["oid"],
                kind: sent["kind"] ?? ""),
            under: try sent.agency("superior") ?? caller.agency,
            founding: try sent.day("foundedOn").map { AgencyDating($0) },
            isAnother: sent.isTrue("isAnother"))
        let id = try await desk.add(entry, by: caller)
        return try .made(
            try await resource(id, request),
            at: Path(segments: ["api", "v1", "agencies", id.description]), version: 1)
    }

    private func decide(_ request: WebRequest) async throws -> Answer {
        let id = try await agency(request).id
        let caller = try request.caller
        let sent = try SentOfAgency(
            request, ["level", "decidedOn", "document", "ground", "filedOn"])
        guard let level = Level(rawValue: sent["level"] ?? "") else {
            throw AgencyListRefusal.levelMissing
        }
        try await desk.decide(
            level, for: id, on: sent.requiredDay("decidedOn"), document: sent.words("document"),
            ground: sent.words("ground"), filedOn: sent.day("filedOn"), by: caller)
        return try await answer(id, request)
    }

    func answer(_ id: AgencyID, _ request: WebRequest) async throws -> Answer {
        let resource = try await resource(id, request)
        return try .resource(resource, version: resource.version)
    }

    func agency(_ request: WebRequest) async throws -> Agency {
        let id: AgencyID = try request.parameter("id")
        return try await door.read(by: request.caller) { try Agency.find(id, $0) }
    }

    private func resource(_ id: AgencyID, _ request: WebRequest) async throws -> AgencyResource {
        let today = request.now.day
        return try await door.read(by: request.caller) { view in
            let version = try Agency.findEvenEnded(id, view).version
            let days = try AgencyPeriod.all(of: id, view)
            let day = days.first?.untilOn.map { min($0, today) } ?? today
            guard let found = try AgencyOnDay.all(on: day, in: .agency(id), view).first else {
                throw AgencyRefusal.unknown
            }
            return AgencyResource(found, version: version)
        }
    }
}

/// An agency as the API gives it.
struct AgencyResource: Encodable {
    let id: String
    let code: String?
    let oid: String?
    let name: String
    let kind: String
    let superiorID: String?
    let superiorName: String?
    let level: String?
    let levelSince: String?
    let levelDecidedOn: String?
    let levelDocument: String?
    let hasEnded: Bool
    /// Only where one agency is asked for.
    let version: Int?

    init(_ agency: AgencyOnDay, version: Int? = nil) {
        self.version = version
        id = agency.id.description
        code = agency.code
        oid = agency.oid
        name = agency.name
        kind = agency.kind
        superiorID = agency.superior?.description
        superiorName = agency.superiorName
        level = agency.level?.level.rawValue
        levelSince = agency.level?.since.description
        levelDecidedOn = agency.level?.decidedOn.description
        levelDocument = agency.level?.document
        hasEnded = agency.hasEnded
    }
}
