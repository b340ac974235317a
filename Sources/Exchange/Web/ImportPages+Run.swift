import Access
import Foundation
import HTML
import Kernel
import Ledger
import Registers
import Web

extension ImportPages {
    /// Imports a short file at once, and puts a long one in the queue.
    func start(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let file = try await file(request)
        let place = exchange.place(file.uuid)
        guard file.state != .done, !queue.holds(file.uuid), let choices = file.choices else {
            return .redirect(to: place)
        }
        let table = try await table(of: file, by: caller)
        guard table.rows.count > Self.rowsAtOnce, let person = caller.person else {
            try await shelf.start(file.uuid, by: caller)
            await run(file, choices, by: caller) { table }
            return .redirect(to: place)
        }
        try queue.checkRoom(for: person.uuid)
        try await shelf.start(file.uuid, by: caller)
        // Read anew when its turn comes, so that what waits takes no memory.
        try queue.add(file.uuid, of: person.uuid) {
            await run(file, choices, by: caller) { try await self.table(of: file, by: caller) }
        }
        return .redirect(to: place)
    }

    /// What is written while the person waits.
    private static var rowsAtOnce: Int { 2_000 }

    /// Imports, and notes the outcome with it; what goes wrong is told on the import's page.
    private func run(
        _ file: ImportFile, _ choices: ImportChoices, by caller: Caller,
        _ read: @Sendable () async throws -> ReadTable
    ) async {
        let shelf = shelf
        let progress = queue.progress
        defer { progress.end(file.uuid) }
        let desk = ExchangeDesk(exchange.noting(file.uuid, in: progress), door: self.desk.door)
        do {
            let table = try await read()
            progress.begin(file.uuid, of: table.rows.count)
            try await desk.run(
                table, choices, by: caller, looked: progress.noting(file.uuid)
            ) { view, plan in
                let rest = plan.refused.isEmpty ? nil : try restSheet(table, plan)
                try shelf.finish(file.uuid, plan, rest: rest, view)
            }
        } catch {
            let problem =
                (error as? any Refusal)?.message
                ?? Term("匯入時系統出了問題，什麼都沒有寫入。再試一次。", en: "Nothing was written. Try again.")
            try? await shelf.fail(file.uuid, problem, by: caller)
        }
    }

    /// Takes back an import or a change of many rows, and says what was left alone.
    func undo(_ request: WebRequest) async throws -> Answer {
        let entry: EntryID = try request.parameter("entry")
        let undoing = try await desk.undo(entry, by: request.caller)
        let list = exchange.place
        return .undone(undoing, in: Crumb(exchange.title, list)) {
            list.appending($0.uuidString.lowercased())
        }
    }
}
