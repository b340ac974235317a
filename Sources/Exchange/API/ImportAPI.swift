import Access
import Kernel
import Ledger
import Registers
import Sheets
import Web

/// How programs bring many rows at once, and take that back: the same plan, rules and report as a
/// file's.
struct ImportAPI<Row: Sendable>: Sendable {
    let desk: ExchangeDesk<Row>

    private var exchange: Exchange<Row> { desk.exchange }

    var routes: [Route] {
        let list = "/api/v1/\(exchange.path)"
        let edit = Route.Audience.needs(exchange.edit)
        return [
            Route(.post, list + "/imports", edit, take).oneAtATime,
            Route(.post, list + "/changes/:entry/undo", edit, undo).oneAtATime,
        ]
    }

    private func take(_ request: WebRequest) async throws -> Answer {
        let sent = try request.json(as: SentRows.self)
        let table = try sent.table(of: exchange.columns)
        let choices = ImportChoices(Matching(guessing: table.columns, of: exchange.columns))
        let caller = try request.caller
        if sent.dryRun ?? false {
            let plan = try await desk.plan(table, choices, by: caller)
            return try .resource(ImportReport(plan, of: exchange.path))
        }
        let plan = try await desk.run(table, choices, by: caller)
        var report = ImportReport(plan, of: exchange.path)
        report.entry = try await desk.entry(writing: plan.firstRecord(exchange), by: caller)?
            .description
        return try .resource(report)
    }

    private func undo(_ request: WebRequest) async throws -> Answer {
        let entry: EntryID = try request.parameter("entry")
        return try .resource(
            UndoingResource(try await desk.undo(entry, by: request.caller)))
    }
}

/// What became of an undoing, as the API gives it.
package struct UndoingResource: Encodable, Sendable {
    let restored: Int
    /// The rows that somebody changed since; they were left alone.
    let left: [Row]

    struct Row: Encodable {
        let id: String
        let name: String
    }

    package init(_ undoing: Undoing) {
        restored = undoing.restored
        left = undoing.left.map { Row(id: $0.uuid.hyphenated, name: $0.name) }
    }
}

/// Rows as a program sends them: each an object of the names of fields. A field that is left out
/// stays as it is; one that is `null` or empty is emptied. A row that leaves out a part of what identifies
/// it is refused.
struct SentRows: Decodable {
    let dryRun: Bool?
    let rows: [[String: JSONScalar]]

    /// The same as a table, its first row numbered 1.
    ///
    /// - Throws: `ExchangeRefusal.unknownField` for a name that the register does not have;
    ///   `.noRows` for none.
    func table<Row>(of columns: Columns<Row>) throws -> ReadTable {
        guard !rows.isEmpty else { throw ExchangeRefusal.noRows }
        let names = Set(rows.flatMap(\.keys)).sorted()
        for name in names where columns[name]?.isDerived ?? true {
            throw ExchangeRefusal.unknownField(name)
        }
        let headings = names.enumerated().map {
            TableHeader.Column(column: $0.offset, name: $0.element)
        }
        let read = rows.enumerated().map { index, fields in
            SheetRow(
                number: index + 1,
                cells: headings.compactMap { heading in
                    fields[heading.name].map {
                        Sheets.Cell(column: heading.column, value: .text($0.typed))
                    }
                })
        }
        return ReadTable(columns: headings, rows: read, isSparse: true)
    }
}
