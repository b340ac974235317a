import Access
import Kernel
import Registers
import Sheets
import Web

/// How programs bring many rows at once: the same plan, rules and report as a file's.
struct ImportAPI<Row: Sendable>: Sendable {
    let desk: ExchangeDesk<Row>

    private var exchange: Exchange<Row> { desk.exchange }

    var routes: [Route] {
        [
            Route(.post, "/api/v1/\(exchange.path)/imports", .needs(exchange.edit), take)
                .oneAtATime
        ]
    }

    private func take(_ request: WebRequest) async throws -> Answer {
        let sent = try request.json(as: SentRows.self)
        let table = try sent.table(of: exchange.columns)
        let choices = ImportChoices(Matching(guessing: table.columns, of: exchange.columns))
        let plan =
            sent.dryRun ?? false
            ? try await desk.plan(table, choices, by: request.caller)
            : try await desk.run(table, choices, by: request.caller)
        return try .resource(ImportReport(plan, of: exchange.path))
    }
}

/// Rows as a program sends them: each an object of the names of fields.
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
                    guard let text = fields[heading.name]?.typed, !text.isEmpty else { return nil }
                    return Sheets.Cell(column: heading.column, value: .text(text))
                })
        }
        return ReadTable(columns: headings, rows: read)
    }
}
