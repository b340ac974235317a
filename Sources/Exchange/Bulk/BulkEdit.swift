import Access
import Foundation
import HTML
import Kernel
import Ledger
import Registers
import Storage
import Web

/// One field of many rows, to be given one value.
struct BulkEdit<Row: RegisterRow>: Sendable {
    let selection: BulkSelection
    let column: Column<Row>
    let typed: String

    /// What would become of the rows of `selection`; touches nothing.
    func plan(_ view: View) throws -> BulkPlan<Row> {
        var plan = BulkPlan<Row>()
        let (rows, isCut) = try selection.rows(of: Row.self, view)
        plan.isCut = isCut
        for old in rows {
            guard old.agencyID == view.caller.agency else {
                plan.refused.append((old, RegisterRefusal.ofAnotherAgency.message))
                continue
            }
            do {
                let new = try Row.register.columns.build(old.head) { name in
                    name == column.name
                        ? typed : Row.register.columns[name.text]?.typed(old) ?? ""
                }
                if new == old {
                    plan.unchanged += 1
                } else if isOfOne, !plan.changed.isEmpty {
                    plan.refused.append((old, Self.ofOneAlone(column.term)))
                } else {
                    plan.changed.append((old, new))
                }
            } catch {
                plan.refused.append((old, error.reasons))
            }
        }
        return plan
    }

    /// Whether the field tells rows apart, so that what is written there is one row's alone.
    private var isOfOne: Bool {
        !typed.isEmpty && Row.register.columns.identity == [column.name]
    }

    private static func ofOneAlone(_ field: Term) -> Term {
        Term("同一個\(field.zh)只能給一筆", en: "\(field.en) is one row's alone")
    }
}

/// Which rows of a list are meant: those that were ticked, or all that it shows.
enum BulkSelection: Sendable {
    /// The list that they were ticked in is where the reader goes back to.
    case rows([UUID], in: ListQuery? = nil)
    case all(ListQuery)

    /// More rows than this are not changed at once.
    static let most = 10_000

    /// Reads the fields of the list's form.
    init<Row>(_ fields: Fields, of columns: Columns<Row>) throws {
        let shown = try Fields(urlEncoded: Array(fields["query"].utf8))
        let query = try ListQuery(shown, of: columns)
        if fields["which"] == "all" {
            self = .all(query)
        } else {
            self = .rows(fields.all("row").compactMap(RowNumber.init).map(\.uuid), in: query)
        }
    }

    /// The first page of the list as it was when the rows were taken.
    func list<Row>(of register: Register<Row>) -> Path {
        switch self {
        case .rows(_, let query): (query ?? ListQuery()).place(of: register, after: nil)
        case .all(let query): query.place(of: register, after: nil)
        }
    }

    /// The rows, and whether there are more than are changed at once.
    func rows<Row: RegisterRow>(
        of type: Row.Type, _ view: View
    ) throws -> (rows: [Row], isCut: Bool) {
        switch self {
        case .rows(let uuids, _):
            let rows: [Row] = try view.rows(
                where: """
                    item.id IN \(list: Array(uuids.prefix(200))) AND item.removedAt IS NULL
                      AND \(view.reach(Row.register.supervision), covers: "item.agencyID")
                    """)
            return (rows, uuids.count > 200)
        case .all(var query):
            query.limit = Self.most
            query.after = nil
            let slice = try view.list(query, of: type)
            return (slice.rows.map(\.row), slice.next != nil)
        }
    }

    /// The same selection for the next form.
    var pairs: [Fields.Pair] {
        switch self {
        case .rows(let uuids, let query):
            uuids.map { Fields.Pair(name: "row", value: $0.uuidString.lowercased()) }
                + (query.map { [Fields.Pair(name: "query", value: $0.encoded)] } ?? [])
        case .all(let query):
            [
                Fields.Pair(name: "which", value: "all"),
                Fields.Pair(name: "query", value: query.encoded),
            ]
        }
    }
}

/// Which rows a change of many would reach, and which it may not.
struct BulkPlan<Row: RegisterRow>: Sendable {
    var changed: [(old: Row, new: Row)] = []
    var unchanged = 0
    var refused: [(row: Row, why: Term)] = []
    /// Whether there are more rows than are changed at once.
    var isCut = false
}

extension RegisterDesk {
    /// What would become of the rows.
    func plan(_ edit: BulkEdit<Row>, by caller: Caller) async throws -> BulkPlan<Row> {
        try await door.read(by: caller) { try edit.plan($0) }
    }

    /// Changes the rows that may change, as one change.
    ///
    /// - Returns: how many, and the entry by which that is taken back.
    func change(
        _ edit: BulkEdit<Row>, by caller: Caller
    ) async throws -> (count: Int, entry: EntryID?) {
        let register = Row.register
        let verb = register.verb(.revisingMany)
        let changed = try await door.change(
            verb, in: caller.agency, needs: register.edit, by: caller
        ) { change in
            let plan = try edit.plan(change.view)
            guard !plan.changed.isEmpty else { throw ExchangeRefusal.nothingToDo }
            try change.keepAll(plan.changed.map { (row: $0.new, old: $0.old) })
            return plan.changed
        }
        let entry = try await door.entry(of: verb, writing: changed.first?.old, by: caller)
        return (changed.count, entry)
    }
}
