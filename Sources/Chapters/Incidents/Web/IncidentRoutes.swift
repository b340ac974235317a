import Access
import Attachments
import Evidence
import Foundation
import HTML
import Kernel
import Registers
import Statute
import Web

/// The pages of incidents.
struct IncidentRoutes: Sendable {
    let desk: IncidentDesk

    var routes: [Route] {
        let report = Route.Audience.needs(.reportIncidents)
        return [
            Route(.get, "/incidents", report) { try await list($0, isDrill: false) },
            Route(.get, "/incidents/drills", report) { try await list($0, isDrill: true) },
            Route(.get, "/incidents/contacts", report, contacts),
            Route(.get, "/incidents/new", report, begin),
            Route(.post, "/incidents", report, save),
            Route(.get, "/incidents/:id", report, show),
        ] + TellingRoutes(desk: desk).routes + CourseRoutes(desk: desk).routes + fileRoutes
    }

    private var fileRoutes: [Route] {
        RecordFileRoutes(
            desk.files, at: "incidents", see: .seeIncidents, edit: .handleIncidents
        ) { uuid, request, sent in
            try await page(of: IncidentID(uuid), request, sent)
        }.routes
    }

    private func list(_ request: WebRequest, isDrill: Bool) async throws -> Answer {
        let caller = try request.caller
        let query = IncidentQuery(try request.query, isDrill: isDrill)
        let year = query.year ?? ROCYear(of: request.now.day)
        let found = try await desk.list(query, by: caller)
        let counts =
            caller.may(.seeIncidents) && !isDrill
            ? try await desk.confirmed(in: year, of: query.agency, by: caller) : [:]
        let running =
            caller.may(.seeIncidents) && query.isUntouched
            ? try await desk.running(isDrill: isDrill, by: caller) : []
        return .page(
            IncidentListPage(
                rows: found.rows, hasMore: found.hasMore, count: found.count, query: query,
                confirmed: counts, running: running, caller: caller, law: desk.law, now: request.now
            ).page)
    }

    private func contacts(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let contacts = try await desk.door.read(by: caller) { view in
            try Contact.all(holding: [.securityOfficer, .ciso, .officer, .city], view)
        }
        return .page(
            ContactCardPage(contacts: contacts, caller: caller, today: request.now.day).page)
    }

    private func begin(_ request: WebRequest) async throws -> Answer {
        let unfinished = try await desk.door.read(by: request.caller) { view in
            try ListedIncident.unfinished(view)
        }
        return .page(
            KnownPage(now: request.now, typed: Fields(), unfinished: unfinished).page)
    }

    private func save(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        do {
            guard let knownAt: Instant = form.value("knownAt") else { throw InvalidRow.noTime }
            let id = try await desk.report(
                knownAt: knownAt, isDrill: form.isTicked("drill"), by: request.caller)
            return .redirect(to: Path.incident(id).appending("details"))
        } catch let invalid as InvalidRow {
            return .page(
                KnownPage(now: request.now, typed: form, errors: invalid.fieldMessages).page
            ).with(.unprocessableContent)
        }
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        try await page(of: request.parameter("id"), request)
    }

    /// - Parameter sent: a form of evidence that was not taken.
    private func page(
        of id: IncidentID, _ request: WebRequest, _ sent: SentEvidence? = nil
    ) async throws -> Answer {
        let caller = try request.caller
        let seen = try await desk.find(id, by: caller)
        var page = try IncidentPage(seen, by: desk.law, for: caller, now: request.now)
        page.sent = sent
        return .page(page.page)
    }
}

extension IncidentPage {
    init(_ seen: SeenIncident, by law: Law, for caller: Caller, now: Instant) throws {
        let incident = seen.incident
        let past = seen.steps.compactMap(\.level).filter { $0 != incident.level }
        self.init(
            seen: seen, clocks: try incident.clocks(by: law),
            former: try Set(past).sorted().map { level in
                (level, try incident.formerDeadlines(at: level, by: law))
            },
            verdict: incident.effect == nil
                ? nil : try incident.verdict(touchesCore: seen.touchesCore, by: law),
            caller: caller, now: now)
    }
}

extension IncidentDesk {
    /// The running clocks of incidents, or of drills, within the caller's reach.
    func running(isDrill: Bool, by caller: Caller) async throws -> [RunningClock] {
        let law = law
        return try await door.read(by: caller) { view in
            try RunningClock.all(within: view.reach(.open), by: law, view)
        }.filter { $0.isDrill == isDrill }
    }

    /// How many incidents of each level were confirmed in a year, within the caller's reach.
    func confirmed(
        in year: ROCYear, of agency: AgencyID?, by caller: Caller
    ) async throws -> [IncidentLevel: Int] {
        let counts = try await door.read(by: caller) { view in
            try IncidentCount.confirmed(in: year, within: view.reach(.open), view)
        }
        return counts.filter { agency == nil || $0.agency == agency }
            .reduce(into: [:]) { $0[$1.level, default: 0] += $1.count }
    }
}

extension InvalidRow {
    static let noTime = moment(
        "knownAt",
        Term("知悉時間要有日期和幾點幾分", en: "Give the day, the hour and the minute"))

    static let noMoment = moment("at", Term("時間要有日期和幾點幾分", en: "Give day, hour and minute"))
}
