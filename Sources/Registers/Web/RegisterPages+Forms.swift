import Access
import Foundation
import HTML
import Kernel
import Storage
import Web

extension RegisterPages {
    func blank(_ request: WebRequest) async throws -> Answer {
        let offers = try await desk.offers(by: request.caller)
        let query = try request.query
        let typed = register.columns.begun(query)
        return .page(
            FormPage<Row>(old: nil, typed: typed, offers: offers, origin: query.origin).page)
    }

    func add(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let typed = register.columns.typed(form)
        do {
            let uuid = try await desk.add(typed, by: request.caller)
            let hint = try await desk.hint(of: uuid, by: request.caller)
            let name = typed["name"]
            let added = Term(name.isEmpty ? "已新增" : "已新增「\(name)」", en: "Added \(name)".trimmed)
            return .redirect(to: form.origin ?? register.place(uuid)).saying(Toast(hint ?? added))
        } catch let invalid as InvalidRow {
            return try await again(old: nil, typed, invalid, request)
        }
    }

    func editor(_ request: WebRequest) async throws -> Answer {
        let row = try await editable(request)
        let offers = try await desk.offers(by: request.caller)
        return .page(FormPage(old: row, typed: TypedFields(of: row), offers: offers).page)
    }

    func revise(_ request: WebRequest) async throws -> Answer {
        let typed = register.columns.typed(try request.form)
        let row = try await editable(request)
        do {
            _ = try await desk.revise(
                row.head.uuid, typed, seen: seen(request), by: request.caller)
            return .redirect(to: register.place(row.head.uuid)).saying(.saved)
        } catch let invalid as InvalidRow {
            return try await again(old: row, typed, invalid, request)
        } catch let conflict as RegisterConflict<Row> {
            return choose(conflict)
        }
    }

    func fieldEditor(_ request: WebRequest) async throws -> Answer {
        let row = try await editable(request)
        let column = try column(request)
        return .page(
            FieldPage(row: row, column: column, typed: column.typed(row), errors: []).page)
    }

    func reviseField(_ request: WebRequest) async throws -> Answer {
        let row = try await editable(request)
        let column = try column(request)
        let typed = TypedFields([column.name.text: try request.form[column.name.text]])
        do {
            _ = try await desk.revise(
                row.head.uuid, typed, seen: seen(request), by: request.caller)
            return .redirect(to: register.place(row.head.uuid)).saying(.saved)
        } catch let invalid as InvalidRow {
            let page = FieldPage(
                row: row, column: column, typed: typed[column.name], errors: invalid.errors)
            return .page(page.page).with(.unprocessableContent)
        } catch let conflict as RegisterConflict<Row> {
            return choose(conflict)
        }
    }

    private func again(
        old: Row?, _ typed: TypedFields, _ invalid: InvalidRow, _ request: WebRequest
    ) async throws -> Answer {
        let offers = try await desk.offers(by: request.caller)
        let page = FormPage(
            old: old, typed: typed, errors: invalid.errors, offers: offers,
            origin: try request.form.origin)
        return .page(page.page).with(.unprocessableContent)
    }

    private func choose(_ conflict: RegisterConflict<Row>) -> Answer {
        .page(ConflictPage(conflict: conflict).page).with(.conflict)
    }

    /// The row asked for, when the caller may write it.
    private func editable(_ request: WebRequest) async throws -> Row {
        let caller = try request.caller
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        let row = try await desk.find(uuid, by: caller).row
        guard row.agencyID == caller.agency else { throw RegisterRefusal.ofAnotherAgency }
        return row
    }

    private func column(_ request: WebRequest) throws -> Column<Row> {
        let name: String = try request.parameter("field")
        guard let column = register.columns[name], !column.isDerived else {
            throw WebRefusal.noSuchPlace
        }
        return column
    }

    /// The version that the form was filled against; without one there is nothing to compare.
    private func seen(_ request: WebRequest) throws -> Int {
        guard let version: Int = try request.form.value("version") else {
            throw WebRefusal.garbled
        }
        return version
    }
}

extension TypedFields {
    /// A row as it would be typed.
    package init<Row: RegisterRow>(of row: Row) {
        let pairs = Row.register.columns.entered.map { ($0.name.text, $0.typed(row)) }
        self.init(Dictionary(uniqueKeysWithValues: pairs))
    }
}

extension Columns {
    /// What was typed for the columns that people enter; what follows from other registers, or from
    /// an act of its own, is not typed.
    fileprivate func typed(_ fields: Fields) -> TypedFields {
        let names = Set(entered.map(\.name.text))
        return TypedFields(fields.byName.filter { names.contains($0.key) })
    }

    /// What the form of a new row says at first: how its columns begin, and what the page that leads
    /// to it knows, as in `/plan-additions/new?clause=policy`.
    fileprivate func begun(_ known: Fields) -> TypedFields {
        let begun = entered.compactMap { one in one.traits.begins.map { (one.name.text, $0) } }
        return TypedFields(typed(known).words.merging(begun) { known, _ in known })
    }
}

extension Fields {
    /// The page from which a row is added, and to which that leads back.
    fileprivate var origin: Path? { Path(local: self["from"]) }
}
