import Access
import Attachments
import Evidence
import Foundation
import HTML
import Kernel
import Storage
import Web

/// The pages of a register: list, bin, form, one row, one field, history.
package struct RegisterPages<Row: RegisterRow>: Sendable {
    let desk: RegisterDesk<Row>

    package init(desk: RegisterDesk<Row>) {
        self.desk = desk
    }

    var register: Register<Row> { Row.register }

    package var routes: [Route] {
        let list = "/\(register.path)"
        let one = list + "/:id"
        let see = Route.Audience.needs(register.see)
        let edit = Route.Audience.needs(register.edit)
        return [
            Route(.get, list, see, self.list),
            Route(.get, list + "/bin", see, bin),
            Route(.get, list + "/as-of", see, past),
            Route(.get, list + "/new", edit, blank),
            Route(.post, list, edit, add),
            Route(.get, one, see, show),
            Route(.get, one + "/edit", edit, editor),
            Route(.post, one, edit, revise),
            Route(.get, one + "/fields/:field", edit, fieldEditor),
            Route(.post, one + "/fields/:field", edit, reviseField),
            Route(.post, one + "/removal", edit, remove),
            Route(.post, one + "/restoration", edit, restore),
            Route(.get, one + "/history", see, history),
        ] + fileRoutes
    }

    private var fileRoutes: [Route] {
        RecordFileRoutes(
            desk.files, at: register.path, see: register.see, edit: register.edit
        ) { uuid, request, sent in try await page(of: uuid, request, sent) }.routes
    }

    /// The place in the menu.
    package var navigation: NavigationItem {
        NavigationItem(register.title, register.place, .needs(register.see))
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let query = try ListQuery(request.query, of: register.columns)
        // A list that holds no terms is of a past day where the ledger is asked.
        if query.day != nil, query.only == nil, register.columns.usual == nil {
            return .redirect(to: register.pastPlace(query))
        }
        let caller = try request.caller
        let table = ListTable<Row>(query, caller)
        let list = try await desk.page(
            query, by: caller, drawing: table.row, for: Reader(language: request.language))
        return .page(ListPage(list: list, table: table, query: query, caller: caller).page)
    }

    private func bin(_ request: WebRequest) async throws -> Answer {
        var query = try ListQuery(request.query, of: register.columns)
        query.isBin = true
        let caller = try request.caller
        let (slice, _) = try await desk.list(query, by: caller)
        return .page(BinPage(slice: slice, query: query, caller: caller).page)
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        try await page(of: request.parameter("id", as: RowNumber.self).uuid, request)
    }

    /// - Parameter sent: a form of evidence that was not taken.
    func page(
        of uuid: UUID, _ request: WebRequest, _ sent: SentEvidence? = nil
    ) async throws -> Answer {
        let caller = try request.caller
        let (listed, events, related, files) = try await desk.look(uuid, by: caller)
        return .page(
            RowPage(
                listed: listed, events: events, related: related, files: files, caller: caller,
                today: request.now.day, sent: sent
            ).page)
    }

    private func history(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        let (listed, events, _, _) = try await desk.look(uuid, by: caller)
        return .page(HistoryPage(listed: listed, events: events).page)
    }

    private func remove(_ request: WebRequest) async throws -> Answer {
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        let version: Int? = try request.form.value("version")
        try await desk.remove(uuid, seen: version, by: request.caller)
        let undo = register.place(uuid).appending("restoration")
        return .redirect(to: register.place)
            .saying(Toast(Term("已移到回收區", en: "Moved to the bin"), undo: undo))
    }

    private func restore(_ request: WebRequest) async throws -> Answer {
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        try await desk.restore(uuid, by: request.caller)
        return .redirect(to: register.place(uuid)).saying(Toast(Term("已復原", en: "Restored")))
    }
}

extension Register {
    /// Where the list is.
    package var place: Path { Path(path) }

    /// Whether the caller changes what a list shows: another agency's is read.
    func isEdited(_ query: ListQuery, by caller: Caller) -> Bool {
        caller.may(edit) && (query.agency ?? caller.agency) == caller.agency
    }

    /// Where a row is.
    package func place(_ uuid: UUID) -> Path {
        Path(path, uuid.hyphenated)
    }
}
