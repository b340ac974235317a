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
        guard file.state != .done, let choices = file.choices else { return .redirect(to: place) }
        let table = try await table(of: file, by: caller)
        try await shelf.start(file.uuid, by: caller)
        if table.rows.count <= Self.rowsAtOnce {
            await run(file, table, choices, by: caller)
        } else {
            try queue.add(file.uuid) { await run(file, table, choices, by: caller) }
        }
        return .redirect(to: place)
    }

    /// What is written while the person waits.
    private static var rowsAtOnce: Int { 2_000 }

    /// Imports, and notes the outcome with it; what goes wrong is told on the import's page.
    private func run(
        _ file: ImportFile, _ table: ReadTable, _ choices: ImportChoices, by caller: Caller
    ) async {
        let shelf = shelf
        do {
            try await desk.run(table, choices, by: caller) { view, plan in
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
        guard !undoing.left.isEmpty else {
            return .redirect(to: exchange.place)
                .saying(
                    Toast(
                        Term("已復原 \(undoing.restored) 筆", en: "\(undoing.restored) rows restored")))
        }
        return .page(UndonePage(exchange: exchange, undoing: undoing).page)
    }
}
