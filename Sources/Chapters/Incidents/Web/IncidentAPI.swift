import Access
import HTML
import Kernel
import Registers
import Statute
import Web

/// What programs can do with incidents: list, read and report them.
struct IncidentAPI: Sendable {
    let desk: IncidentDesk

    var routes: [Route] {
        let report = Route.Audience.needs(.reportIncidents)
        return [
            Route(.get, "/api/v1/incidents", report, list),
            Route(.post, "/api/v1/incidents", report, add),
            Route(.get, "/api/v1/incidents/:id", report, find),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let fields = try request.query
        let query = IncidentQuery(fields, isDrill: fields["drill"] == "true")
        let found = try await desk.list(query, by: request.caller)
        return try .resource(
            IncidentResourceList(
                items: try found.rows.map {
                    try IncidentResource($0.incident, of: $0.agencyName, by: desk.law)
                },
                next: found.hasMore ? found.rows.last?.incident.id.description : nil,
                count: found.count.number, countIsCapped: found.count.isCapped))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        let seen = try await desk.find(request.parameter("id"), by: request.caller)
        return try .resource(
            IncidentResource(seen.incident, of: seen.agencyName, by: desk.law),
            version: seen.incident.version)
    }

    /// Saves the time of knowledge, and what happened where that was sent along.
    private func add(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let new: NewIncident = try request.json()
        guard let knownAt = new.knownAt.flatMap(Instant.init) else { throw InvalidRow.noTime }
        let account = try new.account
        let id = try await desk.report(
            knownAt: knownAt, isDrill: new.drill ?? false, by: caller,
            once: request.idempotencyKey)
        if let account { try await desk.describe(id, as: account, by: caller) }
        let seen = try await desk.find(id, by: caller)
        return try .made(
            IncidentResource(seen.incident, of: seen.agencyName, by: desk.law),
            at: Path("api", "v1", "incidents", id.description), version: seen.incident.version)
    }
}

/// What a program sends to report an incident.
private struct NewIncident: Decodable {
    let knownAt: String?
    let drill: Bool?
    let kind: String?
    let words: String?

    /// What happened; none where nothing of it was sent.
    var account: IncidentAccount? {
        get throws {
            guard let kind else { return nil }
            guard let known = IncidentKind(rawValue: kind) else {
                let all = IncidentKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw InvalidRow.moment(
                    "kind", Term("kind 要是 \(all) 其中一個", en: "kind is one of \(all)"))
            }
            return IncidentAccount(kind: known, words: words ?? "")
        }
    }
}

private struct IncidentResourceList: Encodable {
    let items: [IncidentResource]
    let next: String?
    let count: Int
    let countIsCapped: Bool
}

/// An incident as the API gives it; moments that have not come are absent.
struct IncidentResource: Encodable {
    let id: String
    let number: String
    let agencyID: String
    let agencyName: String
    let version: Int
    let drill: Bool
    let knownAt: String
    let reportedAt: String
    let kind: String?
    let words: String?
    let level: Int?
    let confirmedLevel: Int?
    let receipt: String?
    let closedAt: String?
    let withdrawnAt: String?
    let clocks: [ClockResource]

    init(_ incident: Incident, of agencyName: String, by law: Law) throws {
        id = incident.id.description
        number = incident.number.description
        agencyID = incident.agencyID.description
        self.agencyName = agencyName
        version = incident.version
        drill = incident.isDrill
        knownAt = incident.report.knownAt.description
        reportedAt = incident.report.reportedAt.description
        kind = incident.account?.kind.rawValue
        words = incident.account?.words
        level = incident.level?.rawValue
        confirmedLevel = incident.confirmedLevel?.rawValue
        receipt = incident.receipt
        closedAt = incident.marks.closedAt?.description
        withdrawnAt = incident.marks.withdrawnAt?.description
        clocks = try incident.clocks(by: law).map(ClockResource.init)
    }
}

/// A deadline of an incident as the API gives it.
struct ClockResource: Encodable {
    let id: String
    let start: String?
    let due: String?
    let metAt: String?
    let citation: String

    init(_ mark: ClockMark) {
        id = mark.deadline.clock.id
        start = mark.deadline.start?.description
        due = mark.due?.description
        metAt = mark.metAt?.description
        citation = mark.deadline.clock.rule.citation.zh
    }
}
