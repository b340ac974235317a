import Access
import Foundation
import HTML
import Kernel
import Registers
import Sheets
import Web

/// The way of a spreadsheet into a register: upload, columns, what would change, import, undo.
package struct ImportPages<Row: Sendable>: Sendable {
    let desk: ExchangeDesk<Row>
    let queue: ImportQueue

    package init(desk: ExchangeDesk<Row>, queue: ImportQueue) {
        self.desk = desk
        self.queue = queue
    }

    var exchange: Exchange<Row> { desk.exchange }
    var shelf: ImportShelf<Row> { ImportShelf(exchange: exchange, door: desk.door) }

    package var routes: [Route] {
        let list = "/\(exchange.path)"
        let one = list + "/imports/:import"
        let edit = Route.Audience.needs(exchange.edit)
        return [
            Route(.get, list + "/imports/new", edit, blank),
            Route(.post, list + "/imports", edit, receive).oneAtATime,
            Route(.get, one, edit, show),
            Route(.post, one, edit, choose),
            Route(.get, one + "/preview", edit, preview),
            Route(.post, one + "/start", edit, start).oneAtATime,
            Route(.get, one + "/rest", edit, rest),
            Route(.post, list + "/changes/:entry/undo", edit, undo).oneAtATime,
            Route(.get, list + "/export", .needs(exchange.see), export).exporting,
        ]
    }

    private func blank(_ request: WebRequest) async throws -> Answer {
        .page(try await uploadPage(by: request.caller))
    }

    /// Takes a file or pasted text; where everything is clear, goes on to what would change.
    private func receive(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        do {
            let (name, bytes) = try sent(request)
            let table = try await queue.sheets.table(in: bytes, names: exchange.columns.names)
            let matching = try await guess(table, by: caller)
            let uuid = try await shelf.keep(bytes, named: name, by: caller)
            guard exchange.columns.questions(of: table, matching).isEmpty else {
                return .redirect(to: exchange.place(uuid))
            }
            try await shelf.choose(ImportChoices(matching), for: uuid, [], by: caller)
            return .redirect(to: exchange.place(uuid).appending("preview"))
        } catch let refusal as any Refusal where refusal.kind == .invalid || refusal.kind == .limit
        {
            return .page(try await uploadPage(refusal.message, by: caller))
                .with(.unprocessableContent)
        }
    }

    private func uploadPage(_ problem: Term? = nil, by caller: Caller) async throws -> Page {
        UploadPage(
            exchange: exchange, recent: try await shelf.recent(by: caller),
            isUnderWay: { queue.holds($0.uuid) }, problem: problem
        ).page
    }

    private func sent(_ request: WebRequest) throws -> (name: String, bytes: [UInt8]) {
        if let file = request.files.first(where: { $0.field == "file" && $0.size > 0 }) {
            return (file.name.text, try file.bytes())
        }
        let pasted = try request.form["pasted"]
        guard !pasted.isEmpty else { throw ExchangeRefusal.noFile }
        return ("貼上的表格", Array(pasted.utf8))
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let file = try await file(request)
        switch file.state {
        case .open, .failed:
            let table = try await table(of: file, by: caller)
            let choices = try await choices(for: file, table, by: caller)
            return .page(
                MatchingPage(exchange: exchange, file: file, table: table, choices: choices).page)
        case .waiting:
            return .page(
                WaitingPage(
                    exchange: exchange, file: file, ahead: queue.ahead(of: file.uuid),
                    rows: queue.progress.rows(of: file.uuid)
                ).page)
        case .done:
            let entry = try await desk.entry(writing: file.firstRecord, by: caller)
            return .page(
                ImportedPage(exchange: exchange, file: file, entry: entry, now: request.now).page)
        }
    }

    private func choose(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let file = try await file(request)
        let form = try request.form
        if let sheet = form.first("sheet") { return try await choose(sheet, of: file, by: caller) }
        let table = try await table(of: file, by: caller)
        var choices = exchange.columns.choices(form, table)
        choices.sheet = file.choices?.sheet
        let errors = exchange.columns.unanswered(choices, table)
        guard errors.isEmpty else {
            let page = MatchingPage(
                exchange: exchange, file: file, table: table, choices: choices, errors: errors)
            return .page(page.page).with(.unprocessableContent)
        }
        try await shelf.choose(choices, for: file.uuid, table.columns, by: caller)
        return .redirect(to: exchange.place(file.uuid).appending("preview"))
    }

    /// Another tab of the file is read, with columns to check of its own.
    private func choose(
        _ sheet: String, of file: ImportFile, by caller: Caller
    ) async throws -> Answer {
        let table = try await table(of: file, sheet, by: caller)
        let choices = ImportChoices(try await guess(table, by: caller), sheet: sheet)
        try await shelf.choose(choices, for: file.uuid, [], by: caller)
        return .redirect(to: exchange.place(file.uuid))
    }

    private func preview(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let file = try await file(request)
        guard file.state == .open || file.state == .failed, let choices = file.choices else {
            return .redirect(to: exchange.place(file.uuid))
        }
        let table = try await table(of: file, by: caller)
        let plan = try await desk.plan(table, choices, by: caller)
        return .page(PreviewPage(exchange: exchange, file: file, table: table, plan: plan).page)
    }

    private func rest(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let file = try await file(request)
        let bytes: [UInt8]
        if file.state == .done {
            bytes = try await shelf.rest(of: file.uuid, by: caller)
        } else {
            let table = try await table(of: file, by: caller)
            let choices = try await choices(for: file, table, by: caller)
            let plan = try await desk.plan(table, choices, by: caller)
            bytes = try restSheet(table, plan)
        }
        return .file(
            bytes, name: "\(exchange.title.zh)_要改的列.ods", type: SheetFormat.ods.mediaType)
    }

    private func export(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let fields = try request.query
        guard let format = SheetFormat(rawValue: fields.first("format") ?? "ods") else {
            throw WebRefusal.noSuchPlace
        }
        let query = try ListQuery(fields, of: exchange.columns)
        let file = try await desk.give(
            query, format, namesAgencies: caller.supervises, by: caller)
        return .file(file.bytes, name: file.name, type: format.mediaType)
    }
}

// What the acts share.
extension ImportPages {
    func file(_ request: WebRequest) async throws -> ImportFile {
        let number = try request.parameter("import", as: RowNumber.self)
        return try await shelf.find(number.uuid, by: request.caller)
    }

    func table(of file: ImportFile, by caller: Caller) async throws -> ReadTable {
        try await table(of: file, file.choices?.sheet, by: caller)
    }

    private func table(
        of file: ImportFile, _ sheet: String?, by caller: Caller
    ) async throws -> ReadTable {
        let bytes = try await shelf.content(of: file.uuid, by: caller)
        return try await queue.sheets.table(
            in: bytes, names: exchange.columns.names, sheet: sheet)
    }

    /// Which column is which, as the agency chose before and the names say.
    private func guess(_ table: ReadTable, by caller: Caller) async throws -> Matching {
        Matching(
            guessing: table.columns, of: exchange.columns,
            chosen: try await shelf.chosen(by: caller))
    }

    private func choices(
        for file: ImportFile, _ table: ReadTable, by caller: Caller
    ) async throws -> ImportChoices {
        if let choices = file.choices { return choices }
        return ImportChoices(try await guess(table, by: caller))
    }

    func restSheet(_ table: ReadTable, _ plan: ImportPlan<Row>) throws -> [UInt8] {
        try RestSheet(table: table, refused: plan.refused, errors: plan.errors)
            .file(title: exchange.title.zh)
    }
}

extension Exchange {
    /// Where the list is.
    var place: Path { Path(path) }

    /// Where an import is.
    func place(_ uuid: UUID) -> Path {
        Path(path, "imports", uuid.uuidString.lowercased())
    }
}
