import Access
import HTML
import Kernel
import Registers
import Web

/// The history of an agency, for people and for programs.
struct AgencyHistoryRoutes: Sendable {
    let door: Door

    var routes: [Route] {
        [
            Route(.get, "/agencies/:id/history", .needs(.seeAgencies), page),
            Route(.get, "/api/v1/agencies/:id/history", .needs(.seeAgencies), list),
        ]
    }

    private func page(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        return .page(AgencyHistoryPage(history: try await history(request), caller: caller).page)
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        try .resource(
            ResourceList(items: await history(request).events.map(EventResource.init)))
    }

    private func history(_ request: WebRequest) async throws -> AgencyHistory {
        let id: AgencyID = try request.parameter("id")
        return try await door.read(by: request.caller) { try AgencyHistory.find(id, $0) }
    }
}

/// Everything that was written down about one agency.
struct AgencyHistoryPage: Sendable {
    let history: AgencyHistory
    let caller: Caller

    private var trail: [Crumb] {
        let agency = history.agency
        let own = Crumb(Term(agency.name, en: agency.name), .agency(agency.id))
        return caller.supervises
            ? [Crumb(Term("機關", en: "Agencies"), "/agencies"), own] : [own]
    }

    var page: Page {
        let name = history.agency.name
        let title = Term("\(name)的歷程", en: "History of \(name)")
        return Page(title, trail: trail) {
            PageHeading(
                title,
                lede: HTML(
                    Term(
                        "誰在什麼時候登錄或更正了什麼；從哪天起是什麼，看機關頁的沿革與歷次核定。",
                        en: "Who entered or corrected what, and when.")))
            Timeline(history.events.map(\.drawn))
        }
    }
}
