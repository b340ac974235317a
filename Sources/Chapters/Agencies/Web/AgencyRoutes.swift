import Access
import Attachments
import Evidence
import Foundation
import HTML
import Kernel
import Registers
import Statute
import Storage
import Web

/// The pages of the list of organisations and of each one on it.
struct AgencyRoutes: Sendable {
    let door: Door
    let law: LawShelf
    let panels: [AgencyPanel]

    var desk: AgencyDesk { AgencyDesk(door: door) }

    var routes: [Route] {
        let see = Route.Audience.needs(.seeAgencies)
        let manage = Route.Audience.needs(.manageAgencies)
        let acts = AgencyAct.allCases.flatMap { act in
            [
                Route(.get, "/agencies/:id/\(act.rawValue)", manage) { try await ask(act, $0) },
                Route(.post, "/agencies/:id/\(act.rawValue)", manage) { try await take(act, $0) },
            ]
        }
        return [
            Route(.get, "/agencies", see, list),
            Route(.get, "/agencies/new", manage, blank),
            Route(.post, "/agencies", manage, add),
            Route(.get, "/agencies/:id", see, show),
            Route(.post, "/agencies/:id/level-removal", manage, withdraw),
            Route(.get, "/agency-contacts", .needs(.editTeam), contacts),
            Route(.post, "/agency-contacts", .needs(.editTeam), keepContacts),
        ] + acts + fileRoutes
    }

    /// The letters about an agency: of its level, its name, its end.
    private var fileRoutes: [Route] {
        let files = RecordFiles(
            of: Agency.kind, door: door, edit: .manageAgencies, reachesDown: true
        ) { uuid, view in try Agency.findEvenEnded(AgencyID(uuid), view).id }
        return RecordFileRoutes(
            files, at: "agencies", see: .seeAgencies, edit: .manageAgencies
        ) { uuid, request, sent in
            try await page(of: AgencyID(uuid), request, sent)
        }.routes
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        guard caller.supervises else { return .redirect(to: Path.agency(caller.agency)) }
        let asked = try AgencyListQuery(request.query, today: request.now.day)
        let (query, roll) = try await door.read(by: caller) { view in
            (
                try asked.knowingFormerNames(view),
                try AgencyRoll.on(asked.day, in: view.reach(.open), view)
            )
        }
        return .page(AgencyListPage(roll: roll, query: query, caller: caller).page)
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        try await page(of: request.parameter("id"), request)
    }

    /// - Parameter sent: a form of evidence that was not taken.
    private func page(
        of id: AgencyID, _ request: WebRequest, _ sent: SentEvidence? = nil
    ) async throws -> Answer {
        let caller = try request.caller
        let panels = panels
        let filing = law.law.duties(on: request.now.day).last { $0.id == "level.filing" }
        let (file, beside) = try await door.read(by: caller) { view in
            (try AgencyFile.find(id, view), try panels.compactMap { try $0.rows(view, id) })
        }
        return .page(
            AgencyPage(
                file: file, beside: beside, filing: filing, today: request.now.day,
                caller: caller, sent: sent
            ).page)
    }

    private func withdraw(_ request: WebRequest) async throws -> Answer {
        let id: AgencyID = try request.parameter("id")
        let caller = try request.caller
        guard let decision = LevelDecisionID(try request.form["decision"]) else {
            try await door.read(by: caller) { view in _ = try Agency.find(id, view) }
            throw AgencyListRefusal.unknownDecision
        }
        try await desk.withdraw(decision, of: id, by: caller)
        return .redirect(to: .agency(id)).saying(Toast(Term("已撤回", en: "Taken back")))
    }
}

extension AgencyRoutes {
    private func contacts(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let old = try await door.read(by: caller) { view in
            try AgencyContacts.all(in: .agency(caller.agency), view).first
        }
        return .page(ContactsPage(caller: caller, contacts: old, refusal: nil).page)
    }

    private func keepContacts(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let form = try request.form
        let window = AgencyContacts.Contact(form, "window")
        let deputy = AgencyContacts.Contact(form, "deputy")
        do {
            try await desk.keepContacts(window, deputy, by: caller)
            return .redirect(to: .agency(caller.agency))
                .saying(Toast(Term("已更新資安窗口", en: "Contacts kept")))
        } catch let refusal as AgencyListRefusal {
            let typed = AgencyContacts(
                agencyID: caller.agency, version: 1, window: window, deputy: deputy,
                confirmedOn: request.now.day)
            let page = ContactsPage(caller: caller, contacts: typed, refusal: refusal)
            return .page(page.page).with(.unprocessableContent)
        }
    }
}

extension AgencyContacts.Contact {
    init(_ form: Fields, _ whose: String) {
        func part(_ name: String) -> String? {
            let text = form[whose + name]
            return text.isEmpty ? nil : String(text.prefix(100))
        }
        self.init(name: part("Name"), phone: part("Phone"), email: part("Email"))
    }
}

extension Path {
    static func agency(_ id: AgencyID) -> Path { Path("agencies", id.description) }
}

/// What another chapter shows on the page of an agency; `nil` for those who may not see it.
package struct AgencyPanel: Sendable {
    let rows: @Sendable (View, AgencyID) throws -> RelatedRows?

    package init(_ rows: @escaping @Sendable (View, AgencyID) throws -> RelatedRows?) {
        self.rows = rows
    }
}
