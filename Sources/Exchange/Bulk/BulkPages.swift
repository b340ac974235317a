import Access
import HTML
import Kernel
import Ledger
import Registers
import Web

/// One field of many rows: which field, what to write, what would change, one change, one undo.
package struct BulkPages<Row: RegisterRow>: Sendable {
    let desk: RegisterDesk<Row>

    package init(desk: RegisterDesk<Row>) {
        self.desk = desk
    }

    private var register: Register<Row> { Row.register }

    package var routes: [Route] {
        let bulk = "/\(register.path)/bulk"
        let edit = Route.Audience.needs(register.edit)
        return [
            Route(.post, bulk, edit, ask),
            Route(.post, bulk + "/preview", edit, preview),
            Route(.post, bulk + "/change", edit, change).oneAtATime,
        ]
    }

    private func ask(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let selection = try BulkSelection(form, of: register.columns)
        guard let column = column(form), !isEmpty(selection) else {
            return .redirect(to: selection.list(of: register))
                .saying(Toast(Term("先勾選要改的列，再選欄位", en: "Tick rows and choose a field first")))
        }
        return .page(BulkPage<Row>(selection: selection, column: column).page)
    }

    private func preview(_ request: WebRequest) async throws -> Answer {
        let edit = try edit(request)
        do throws(FieldProblem) {
            _ = try edit.column.read(edit.typed)
        } catch {
            let message = error.message(edit.column.term, edit.column.input)
            let page = BulkPage<Row>(
                selection: edit.selection, column: edit.column, typed: edit.typed,
                errors: [FieldError(field: edit.column.name, message: message)])
            return .page(page.page).with(.unprocessableContent)
        }
        let plan = try await desk.plan(edit, by: request.caller)
        return .page(BulkPreviewPage(edit: edit, plan: plan).page)
    }

    private func change(_ request: WebRequest) async throws -> Answer {
        let edit = try edit(request)
        let (count, entry): (Int, EntryID?)
        do {
            (count, entry) = try await desk.change(edit, by: request.caller)
        } catch let invalid as InvalidRow {
            // What a row means beside others of the register is only seen when it is written.
            let page = BulkPage<Row>(
                selection: edit.selection, column: edit.column, typed: edit.typed,
                errors: invalid.errors)
            return .page(page.page).with(.unprocessableContent)
        }
        let undo = entry.map { register.place.undo($0) }
        return .redirect(to: edit.selection.list(of: register))
            .saying(Toast(Term("已改 \(count) 筆", en: "\(count) rows changed"), undo: undo))
    }

    /// - Throws: `WebRefusal.garbled` for a form that no page of ours sends.
    private func edit(_ request: WebRequest) throws -> BulkEdit<Row> {
        let form = try request.form
        guard let column = column(form) else { throw WebRefusal.garbled }
        return BulkEdit(
            selection: try BulkSelection(form, of: register.columns), column: column,
            typed: form[column.name.text])
    }

    private func column(_ form: Fields) -> Column<Row>? {
        register.columns.entered.first { $0.name.text == form["field"] }
    }

    private func isEmpty(_ selection: BulkSelection) -> Bool {
        if case .rows(let uuids, _) = selection { uuids.isEmpty } else { false }
    }
}
