import Access
import HTML
import Kernel
import Registers
import Web

/// What programs can do with the people of agencies.
struct PeopleAPI: Sendable {
    let door: Door

    private var people: People { People(door: door) }

    var routes: [Route] {
        let list = "/api/v1/people"
        return [
            Route(.get, list, .needs(.seePeople), self.list),
            Route(.post, list, .needs(.managePeople), add),
            Route(.get, list + "/:id", .needs(.seePeople), find),
            Route(.patch, list + "/:id", .needs(.managePeople), revise),
            Route(.post, list + "/:id/account", .needs(.managePeople), turnAccount),
            Route(.post, list + "/:id/posts", .needs(.managePeople), appoint),
            Route(.post, list + "/:id/posts/:post/end", .needs(.managePeople), end),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try PeopleQuery(request.query, at: caller.agency)
        let list = try await door.read(by: caller) { try PeopleList.page(query, $0) }
        return try .resource(
            ResourceList(
                items: list.entries.map { PersonResource($0) }, next: list.next?.description,
                count: list.found.number, countIsCapped: list.found.isCapped))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try await answer(request.parameter("id"), request)
    }

    /// Changes what is sent and leaves the rest; `null` takes away.
    private func revise(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        let sent = try request.sent(["name", "account", "email", "phone"].contains)
        guard try request.seenVersion == person.version else {
            throw ChangeRefusal.changedMeanwhile
        }
        let old = person.details
        func word(_ name: String, _ before: String?) -> String? {
            guard let typed = sent[name]?.typed else { return before }
            return typed.isEmpty ? nil : typed
        }
        let details = try PersonDetails(
            name: word("name", old.name) ?? "",
            account: try word("account", old.account?.text).map { try AccountName($0) },
            email: word("email", old.email), phone: word("phone", old.phone))
        try await people.revise(person, to: details, by: request.caller)
        return try await answer(person.id, request)
    }

    /// Closes an account, or opens it again.
    private func turnAccount(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        switch try request.json(as: AccountTurn.self).state {
        case "closed": try await people.disable(person, by: request.caller)
        case "open": try await people.enable(person, by: request.caller)
        case let word: throw PeopleRefusal.stateUnknown(String((word ?? "").prefix(40)))
        }
        return try await answer(person.id, request)
    }

    private func person(_ request: WebRequest) async throws -> Person {
        let id: PersonID = try request.parameter("id")
        return try await door.read(by: request.caller) { try Person.find(id, $0) }
    }

    private func answer(_ id: PersonID, _ request: WebRequest) async throws -> Answer {
        let resource = try await resource(id, request)
        return try .resource(resource, version: resource.version)
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let sent = try request.json(as: NewPerson.self)
        let agency = sent.agencyID.flatMap { AgencyID($0) } ?? caller.agency
        let account = sent.account.flatMap { $0.isEmpty ? nil : $0 }
        let details = try PersonDetails(
            name: sent.name ?? "", account: account.map { try AccountName($0) },
            email: sent.email, phone: sent.phone)
        let roles = try (sent.roles ?? []).map { try Role(sent: $0) }
        let made = try await people.enter(
            [Newcomer(details, as: roles)], in: agency, from: request.now.day, by: caller)
        guard let person = made.first else { throw PeopleRefusal.unknown }
        return try .made(
            try await resource(person.id, request),
            at: Path(segments: ["api", "v1", "people", person.id.description]), version: 1)
    }

    private func appoint(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let person = try await person(request)
        let sent = try request.json(as: NewPost.self)
        let term = try DatedTerm(
            from: sent.fromOn.flatMap { Day($0) } ?? request.now.day,
            until: sent.untilOn.flatMap { Day($0) })
        _ = try await people.appoint(
            person.id, as: Role(sent: sent.role ?? ""), in: person.agencyID, during: term,
            by: caller)
        return try await answer(person.id, request)
    }

    private func end(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let person = try await person(request)
        try await people.end(request.parameter("post"), in: person.agencyID, by: caller)
        return try await answer(person.id, request)
    }

    private func resource(_ id: PersonID, _ request: WebRequest) async throws -> PersonResource {
        let file = try await door.read(by: request.caller) { try PersonFile.find(id, $0) }
        return PersonResource(file.entry, posts: file.posts.map(\.post))
    }

    private struct NewPerson: Decodable {
        let agencyID: String?
        let name: String?
        let account: String?
        let email: String?
        let phone: String?
        let roles: [String]?
    }

    private struct AccountTurn: Decodable {
        let state: String?
    }

    private struct NewPost: Decodable {
        let role: String?
        let fromOn: String?
        let untilOn: String?
    }
}

/// A person as the API gives it.
struct PersonResource: Encodable {
    let id: String
    let agencyID: String
    let agencyName: String
    let version: Int
    let name: String
    let account: String?
    let email: String?
    let phone: String?
    let roles: [String]
    let access: String
    /// Every post with its dates; only where one person is asked for.
    var posts: [Post]?

    struct Post: Encodable {
        let id: String
        let role: String
        let fromOn: String
        let untilOn: String?
        let endedAt: String?
    }

    init(_ entry: PersonEntry, posts: [Appointment]? = nil) {
        let person = entry.person
        id = person.id.description
        agencyID = person.agencyID.description
        agencyName = entry.agencyName
        version = person.version
        name = person.name
        account = person.details.account?.text
        email = person.details.email
        phone = person.details.phone
        roles = entry.roles.map(\.rawValue)
        access = entry.access.word
        self.posts = posts?.map { post in
            Post(
                id: post.id.description, role: post.role.rawValue,
                fromOn: post.term.fromOn.description, untilOn: post.term.untilOn?.description,
                endedAt: post.endedAt?.description)
        }
    }
}

extension Role {
    /// - Throws: `PeopleRefusal.roleUnknown` for a word that is no role's.
    fileprivate init(sent word: String) throws(PeopleRefusal) {
        guard let role = Role(rawValue: word) else { throw .roleUnknown(String(word.prefix(40))) }
        self = role
    }
}
