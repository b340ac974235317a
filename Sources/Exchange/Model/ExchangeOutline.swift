import Access
import Kernel
import Registers
import Sheets
import Web

/// What commands and the sum of chapters ask of each register's exchange, whatever its rows.
package protocol ExchangeOutline: Sendable {
    /// The plural noun in commands: `systems`.
    var path: String { get }
    var title: Term { get }
    /// What programs may send.
    var description: RegisterDescription { get }
    /// What is done to its rows, each with its object: 「匯入資通系統」.
    var verbs: [Verb] { get }
    /// The pages of imports and exports, and what programs may do.
    func routes(_ queue: ImportQueue) -> [Route]
    /// Imports a file, or works out what that would do.
    ///
    /// - Parameter sheet: the tab that is read; `nil` for the one that fits best.
    func take(
        _ file: [UInt8], sheet: String?, read by: SheetDesk, given: [String: String],
        isDryRun: Bool, by caller: Caller
    ) async throws -> ImportReport
    /// The register as a file: of the caller's agency, or of all in reach.
    func give(_ format: SheetFormat, ofAll: Bool, by caller: Caller) async throws -> [UInt8]
}

extension ExchangeDesk: ExchangeOutline {
    package var path: String { exchange.path }
    package var title: Term { exchange.title }
    package var description: RegisterDescription {
        RegisterDescription(exchange.path, exchange.title, exchange.columns)
    }

    package var verbs: [Verb] {
        RowVerb.allCases.map { verb in
            Verb(
                "\(exchange.kind.name).\(verb.rawValue)",
                Term(
                    "\(verb.term.zh)：\(exchange.one.zh)",
                    en: "\(verb.term.en): \(exchange.one.en.lowercased())"))
        }
    }

    package func routes(_ queue: ImportQueue) -> [Route] {
        ImportPages(desk: self, queue: queue).routes + ImportAPI(desk: self).routes
    }

    package func take(
        _ file: [UInt8], sheet: String? = nil, read desk: SheetDesk, given: [String: String],
        isDryRun: Bool, by caller: Caller
    ) async throws -> ImportReport {
        let table = try await desk.table(in: file, names: exchange.columns.names, sheet: sheet)
        let matching = Matching(guessing: table.columns, of: exchange.columns)
        let given = try exchange.columns.fields(given)
        let assumed = exchange.columns.assumptions(matching, beside: given)
        let choices = ImportChoices(
            matching,
            defaults: given.merging(assumed.map { ($0.column.name.text, $0.answer) }) { first, _ in
                first
            })
        let plan =
            isDryRun
            ? try await plan(table, choices, by: caller)
            : try await run(table, choices, by: caller)
        var report = ImportReport(plan, of: path)
        report.remarks = assumed.map {
            Term(
                "檔案沒有「\($0.column.term.zh)」，新增的填「\($0.column.word($0.answer).zh)」。",
                en:
                    "The file lacks \($0.column.term.en); new rows get \($0.column.word($0.answer).en)."
            )
        }
        if let losses = exchange.columns.losses(plan) {
            let verb = isDryRun ? "會清空" : "清空了"
            report.remarks.append(
                Term(
                    "檔案裡空白，\(verb) \(plan.emptiedCount) 個欄位：\(losses.zh)。",
                    en: "Blanks clear \(plan.emptiedCount) fields: \(losses.en)."))
        }
        report.remarks += plan.notes.filter { $0.kind == .recognised }.map(\.message)
        if let unread = table.unreadNote(matching) {
            report.remarks.append(Term("\(unread.zh)。", en: "\(unread.en)."))
        }
        if let others = table.otherSheetsNote {
            report.remarks.append(
                Term("\(others.zh)。要讀別的，用 --sheet 指定。", en: "\(others.en). Choose with --sheet."))
        }
        return report
    }

    package func give(
        _ format: SheetFormat, ofAll: Bool, by caller: Caller
    ) async throws -> [UInt8] {
        try await give(
            ListQuery(agency: ofAll ? nil : caller.agency), format, namesAgencies: ofAll,
            by: caller
        ).bytes
    }

    /// What a list shows as a file, with its name.
    func give(
        _ query: ListQuery, _ format: SheetFormat, namesAgencies: Bool, by caller: Caller
    ) async throws -> (name: String, bytes: [UInt8]) {
        try await door.read(by: caller) { view in
            let sheet = ExportSheet(
                exchange: exchange, agencyName: caller.agencyName, today: view.now.day,
                namesAgencies: namesAgencies)
            return (sheet.fileName(format, on: query.day), try sheet.file(query, format, view))
        }
    }
}

extension Columns {
    /// What was given by the names of fields, in the words of the forms or of programs.
    fileprivate func fields(_ given: [String: String]) throws -> [String: String] {
        try given.reduce(into: [:]) { fields, pair in
            let plain = pair.key.comparable
            let column = entered.first { column in
                ([column.name.text, column.term.zh, column.term.en] + column.traits.aliases)
                    .contains { $0.comparable == plain }
            }
            guard let column else { throw ExchangeRefusal.unknownField(pair.key) }
            fields[column.name.text] = pair.value
        }
    }
}
