import Access
import Foundation
import Kernel
import Ledger
import Registers
import Storage

/// What people do with the spreadsheets of one register: look what would change, import, undo.
package struct ExchangeDesk<Row: Sendable>: Sendable {
    package let exchange: Exchange<Row>
    let door: Door

    package init(_ exchange: Exchange<Row>, door: Door) {
        self.exchange = exchange
        self.door = door
    }

    /// Told how far a plan has come, after each row of which it knows what becomes.
    package typealias Looked = @Sendable (ImportPlan<Row>) -> Void

    /// What an import of `table` would do now.
    package func plan(
        _ table: ReadTable, _ choices: ImportChoices, by caller: Caller,
        looked: @escaping Looked = { _ in }
    ) async throws -> ImportPlan<Row> {
        try await door.read(by: caller) { view in try plan(table, choices, view, looked) }
    }

    /// Imports the good rows of `table` as one change; the others are in the plan that was followed.
    ///
    /// - Parameter also: what is written together with the rows, such as the end of a job.
    @discardableResult
    package func run(
        _ table: ReadTable, _ choices: ImportChoices, by caller: Caller,
        looked: @escaping Looked = { _ in },
        also: @escaping @Sendable (View, ImportPlan<Row>) throws -> Void = { _, _ in }
    ) async throws -> ImportPlan<Row> {
        do {
            return try await door.change(
                exchange.importing, in: caller.agency, needs: exchange.edit, by: caller
            ) { change in
                // While some rows are written, the next are prepared.
                var writing: () throws -> Void = {}
                let plan = try plan(table, choices, change.view, looked, on: change.ahead) { rows in
                    let next = try exchange.store.add(change, rows)
                    try writing()
                    writing = next
                }
                try writing()
                guard plan.accepted > 0 else { throw NothingNew(plan: plan) }
                try exchange.store.revise(change, plan.updated)
                try also(change.view, plan)
                return plan
            }
        } catch let nothing as NothingNew {
            try await door.keep(needs: exchange.edit, by: caller) { try also($0, nothing.plan) }
            return nothing.plan
        }
    }

    private func plan(
        _ table: ReadTable, _ choices: ImportChoices, _ view: View, _ looked: @escaping Looked,
        on line: AheadLine = AheadLine(), add: ([Row]) throws -> Void = { _ in }
    ) throws -> ImportPlan<Row> {
        let caller = view.caller
        let planner = ImportPlanner(
            exchange, table, choices, agency: caller.agency, named: caller.agencyName,
            at: view.now, known: try exchange.store.names(view, caller.agency))
        return try planner.plan(
            table.rows, existing: exchange.store.rows(view, caller.agency),
            exchange.store.inspector(view), looked: looked, on: line, add: add)
    }

    /// An import that found nothing to write; it makes no change and is no fault.
    private struct NothingNew: Error {
        let plan: ImportPlan<Row>
    }
}

extension ExchangeDesk {
    /// Takes back an import, or a change of many rows, as one change. Rows changed since stay.
    ///
    /// - Throws: `ExchangeRefusal.unknownImport` for an entry of another agency or none at all.
    package func undo(_ entry: EntryID, by caller: Caller) async throws -> Undoing {
        guard let undo = exchange.store.undo else { throw ExchangeRefusal.notUndoable }
        return try await door.undo(
            entry, of: exchange.undoable, as: exchange.undoing, needs: exchange.edit, by: caller,
            undo)
    }
}

extension Exchange {
    fileprivate var undoing: Verb {
        Verb("\(kind.name).\(RowVerb.undoing.rawValue)", RowVerb.undoing.term)
    }

    /// The verbs of the ledger that can be taken back as a whole.
    fileprivate var undoable: Set<String> {
        Set([RowVerb.importing, .revisingMany].map { "\(kind.name).\($0.rawValue)" })
            .union(actsOnMany.map(\.name))
    }
}
