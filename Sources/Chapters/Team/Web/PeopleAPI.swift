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
            Route(.post, list + "/:id/posts", .needs(.managePeople), appoint),
            Route(.post, list + "/:id/posts/:post/end", .needs(.managePeople), end),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try PeopleQuery(request.query, at: caller.agency)
        let found = try await door.read(by: caller) { view in
            let agency = try Agency.findEvenEnded(query.agency, view)
            return try PersonEntry.all(in: .agency(agency.id), view).filter(query.finds)
        }
        let (rows, next) = query.page(of: found)
        return try .resource(
            ResourceList(
                items: rows.map { PersonResource($0) }, next: next?.description,
                count: found.count, countIsCapped: false))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try .resource(try await resource(request.parameter("id"), request))
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
        let id: PersonID = try request.parameter("id")
        let caller = try request.caller
        let person = try await door.read(by: caller) { try Person.find(id, $0) }
        let sent = try request.json(as: NewPost.self)
        let term = try DatedTerm(
            from: sent.fromOn.flatMap { Day($0) } ?? request.now.day,
            until: sent.untilOn.flatMap { Day($0) })
        _ = try await people.appoint(
            id, as: Role(sent: sent.role ?? ""), in: person.agencyID, during: term, by: caller)
        return try .resource(try await resource(id, request))
    }

    private func end(_ request: WebRequest) async throws -> Answer {
        let id: PersonID = try request.parameter("id")
        let caller = try request.caller
        let person = try await door.read(by: caller) { try Person.find(id, $0) }
        try await people.end(request.parameter("post"), in: person.agencyID, by: caller)
        return try .resource(try await resource(id, request))
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
