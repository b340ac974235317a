import Access
import Foundation
import HTML
import Kernel
import Web

/// What programs can do with a register: the same queries and changes as the pages.
package struct RegisterAPI<Row: RegisterRow>: Sendable {
    let desk: RegisterDesk<Row>

    package init(desk: RegisterDesk<Row>) {
        self.desk = desk
    }

    private var register: Register<Row> { Row.register }

    package var routes: [Route] {
        let list = "/api/v1/\(register.path)"
        let one = list + "/:id"
        let see = Route.Audience.needs(register.see)
        let edit = Route.Audience.needs(register.edit)
        return [
            Route(.get, list, see, self.list),
            Route(.post, list, edit, add),
            Route(.get, one, see, find),
            Route(.patch, one, edit, revise),
            Route(.delete, one, edit, remove),
            Route(.get, one + "/history", see, history),
            Route(.post, one + "/restoration", edit, restore),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let query = try ListQuery(request.query, of: register.columns)
        // Rows of another day would be taken for those of that day.
        if query.day != nil, query.only == nil { throw RegisterRefusal.unknownColumn("on") }
        let (slice, count) = try await desk.list(query, by: request.caller)
        return .resource(RegisterResources(slice: slice, count: count))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try await resource(request.parameter("id", as: RowNumber.self), request)
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let fields = try typed(request)
        let uuid = try await desk.add(fields, by: request.caller, once: request.idempotencyKey)
        let listed = try await desk.find(uuid, by: request.caller)
        return .made(
            RegisterResource(listed), at: path(uuid), version: listed.row.version)
    }

    private func revise(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        _ = try await desk.revise(
            number.uuid, typed(request), seen: request.seenVersion, by: request.caller)
        return try await resource(number, request)
    }

    private func remove(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        try await desk.remove(number.uuid, seen: request.seenVersion, by: request.caller)
        return .nothing
    }

    private func restore(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        try await desk.restore(number.uuid, by: request.caller)
        return try await resource(number, request)
    }

    private func history(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        let events = try await desk.history(number.uuid, by: request.caller)
        return try .resource(ResourceList(items: events.map(EventResource.init)))
    }

    private func resource(_ number: RowNumber, _ request: WebRequest) async throws -> Answer {
        let listed = try await desk.find(number.uuid, by: request.caller)
        return .resource(RegisterResource(listed), version: listed.row.version)
    }

    /// The fields that a program sent; a name that the register does not have is refused.
    private func typed(_ request: WebRequest) throws -> TypedFields {
        let sent = try request.sent { register.columns[$0]?.isDerived == false }
        return TypedFields(sent.mapValues(\.typed))
    }

    private func path(_ uuid: UUID) -> Path {
        Path(segments: ["api", "v1", register.path, uuid.hyphenated])
    }
}

extension WebRequest {
    /// The fields that a program sent.
    ///
    /// - Throws: `RegisterRefusal.unknownColumn` for the first that is not known: what is left out
    ///   in silence would mean something else.
    package func sent(_ isKnown: (String) -> Bool) throws -> [String: JSONScalar] {
        let sent = try json(as: [String: JSONScalar].self)
        if let other = sent.keys.sorted().first(where: { !isKnown($0) }) {
            throw RegisterRefusal.unknownColumn(other)
        }
        return sent
    }
}

/// One change of a record as the API gives it.
package struct EventResource: Encodable {
    let at: String
    let author: String
    let verb: String
    let changes: [Change]

    struct Change: Encodable {
        let name: String
        /// What people call the field.
        let field: String
        let before: String
        let after: String
    }

    package init(_ event: RowEvent) {
        at = event.at.description
        author = event.author
        verb = event.verb.zh
        changes = event.changes.map {
            Change(name: $0.name, field: $0.term.zh, before: $0.before.zh, after: $0.after.zh)
        }
    }
}
