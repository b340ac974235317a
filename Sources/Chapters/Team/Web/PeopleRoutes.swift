import Access
import Attachments
import Evidence
import Foundation
import HTML
import Kernel
import Registers
import Web

/// The people of an agency: the list, one person, and what is done about them.
struct PeopleRoutes: Sendable {
    let door: Door

    var people: People { People(door: door) }
    var round: InvitationRound { InvitationRound(door: door) }

    var routes: [Route] {
        let see = Route.Audience.needs(.seePeople)
        let manage = Route.Audience.needs(.managePeople)
        return [
            Route(.get, "/people", see, list),
            Route(.get, "/people/new", manage, blank),
            Route(.post, "/people", manage, add),
            Route(.get, "/people/:id", see, show),
            Route(.get, "/people/:id/edit", manage, edit),
            Route(.post, "/people/:id", manage, revise),
            Route(.get, "/people/:id/posts", manage, askPost),
            Route(.post, "/people/:id/posts", manage, appoint),
            Route(.post, "/people/:id/posts/:post/end", manage, endPost),
            Route(.post, "/people/:id/account", manage, turnAccount),
            Route(.post, "/people/:id/invitation", manage, invite),
            Route(.get, "/invitations", manage, invitations),
            Route(.post, "/invitations", manage, sendInvitations),
        ] + fileRoutes
    }

    /// The papers about a person: of taking a post, of secrecy, of leaving.
    private var fileRoutes: [Route] {
        let files = RecordFiles(
            of: Person.kind, door: door, edit: .managePeople, reachesDown: true
        ) { uuid, view in try Person.find(PersonID(uuid), view).agencyID }
        return RecordFileRoutes(
            files, at: "people", see: .seePeople, edit: .managePeople
        ) { uuid, request, sent in
            try await page(of: PersonID(uuid), request, sent)
        }.routes
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try PeopleQuery(request.query, at: caller.agency)
        let list = try await door.read(by: caller) { try PeopleList.page(query, $0) }
        return .page(PeoplePage(list: list, query: query, caller: caller).page)
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        try await page(of: request.parameter("id"), request)
    }

    /// - Parameter sent: a form of evidence that was not taken.
    private func page(
        of id: PersonID, _ request: WebRequest, _ sent: SentEvidence? = nil
    ) async throws -> Answer {
        let caller = try request.caller
        let (file, evidence) = try await door.read(by: caller) { view in
            let file = try PersonFile.find(id, view)
            let record = RecordID(kind: Person.kind, uuid: id.uuid)
            return (file, try EvidenceFile.all(of: record, view))
        }
        return .page(
            PersonPage(
                file: file, evidence: evidence, today: request.now.day, caller: caller,
                sent: sent
            ).page)
    }

    private func blank(_ request: WebRequest) async throws -> Answer {
        let agency = try await agency(AgencyID(request.query["agency"]), request)
        return .page(PersonForm(.new(agency), typed: Fields()).page)
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let caller = try request.caller
        let agency = try await agency(AgencyID(form["agency"]), request)
        do {
            let newcomer = Newcomer(try PersonDetails(form), as: form.roles)
            let made = try await people.enter(
                [newcomer], in: agency.id, from: request.now.day, by: caller)
            guard let person = made.first else { throw PeopleRefusal.unknown }
            return .redirect(to: .person(person.id)).saying(Toast(Term("已新增", en: "Added")))
        } catch let refusal as PeopleRefusal {
            return .page(PersonForm(.new(agency), typed: form, refusal: refusal).page)
                .with(.unprocessableContent)
        }
    }

    private func edit(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        return .page(PersonForm(.revise(person), typed: Fields(of: person)).page)
    }

    private func revise(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        let form = try request.form
        do {
            try await people.revise(person, to: PersonDetails(form), by: request.caller)
            return .redirect(to: .person(person.id)).saying(.saved)
        } catch let refusal as PeopleRefusal {
            return .page(PersonForm(.revise(person), typed: form, refusal: refusal).page)
                .with(.unprocessableContent)
        }
    }

    private func turnAccount(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        let closes = try request.form["state"] == "closed"
        if closes {
            try await people.disable(person, by: request.caller)
        } else {
            try await people.enable(person, by: request.caller)
        }
        let words =
            closes ? Term("已停用帳號", en: "Account closed") : Term("已恢復帳號", en: "Account reopened")
        return .redirect(to: .person(person.id)).saying(Toast(words))
    }
}

extension PeopleRoutes {
    private func askPost(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        let typed = Fields([("on", request.now.day.description)])
        return .page(PostForm(person: person, typed: typed).page)
    }

    private func appoint(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        let form = try request.form
        guard let role = Role(rawValue: form["role"]) else {
            return .page(PostForm(person: person, typed: form, lacksRole: true).page)
                .with(.unprocessableContent)
        }
        do {
            let term = try DatedTerm(
                from: form.day("on") ?? request.now.day, until: form.day("until"))
            _ = try await people.appoint(
                person.id, as: role, in: person.agencyID, during: term, by: request.caller)
            return .redirect(to: .person(person.id))
                .saying(Toast(Term("已指派\(role.term.zh)", en: "Role given")))
        } catch let refusal as PeopleRefusal {
            return .page(PostForm(person: person, typed: form, refusal: refusal).page)
                .with(.unprocessableContent)
        }
    }

    private func endPost(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        let post: AppointmentID = try request.parameter("post")
        try await people.end(post, in: person.agencyID, by: request.caller)
        return .redirect(to: .person(person.id))
            .saying(Toast(Term("已免除角色", en: "Role ended")))
    }

    func person(_ request: WebRequest) async throws -> Person {
        let id: PersonID = try request.parameter("id")
        return try await door.read(by: request.caller) { try Person.find(id, $0) }
    }

    /// The agency meant, or the caller's own.
    private func agency(_ id: AgencyID?, _ request: WebRequest) async throws -> Agency {
        let caller = try request.caller
        return try await door.read(by: caller) { try Agency.find(id ?? caller.agency, $0) }
    }
}

extension PersonDetails {
    /// - Throws: `PeopleRefusal` for what cannot be a name or an account.
    fileprivate init(_ form: Fields) throws(PeopleRefusal) {
        let account = form["account"]
        try self.init(
            name: form["name"], account: account.isEmpty ? nil : AccountName(account),
            email: String(form["email"].prefix(100)), phone: String(form["phone"].prefix(40)))
    }
}

extension Fields {
    fileprivate init(of person: Person) {
        self.init([
            ("name", person.name), ("account", person.details.account?.text ?? ""),
            ("email", person.details.email ?? ""), ("phone", person.details.phone ?? ""),
        ])
    }

    var roles: [Role] { all("role").compactMap(Role.init) }

    fileprivate func day(_ name: String) -> Day? { Day(self[name]) ?? Day(rocText: self[name]) }
}

extension Path {
    static func person(_ id: PersonID) -> Path { Path("people", id.description) }
}
