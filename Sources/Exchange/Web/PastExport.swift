import Kernel
import Registers
import Sheets
import Web

/// The files of a register as it was at the end of a day, beside the page that shows it.
package struct PastExport<Row: RegisterRow>: Sendable {
    let desk: RegisterDesk<Row>

    package init(desk: RegisterDesk<Row>) {
        self.desk = desk
    }

    private var register: Register<Row> { Row.register }

    package var routes: [Route] {
        let place = "/\(register.path)/as-of/export"
        return [Route(.get, place, .needs(register.see), export).exporting]
    }

    private func export(_ request: WebRequest) async throws -> Answer {
        let fields = try request.query
        guard let format = SheetFormat(rawValue: fields.first("format") ?? "ods") else {
            throw WebRefusal.noSuchPlace
        }
        let query = try ListQuery(fields, of: register.columns)
        let past = try await desk.past(query, limit: Self.most, by: request.caller)
        return .file(
            try Self.file(past, format, on: request.now.day),
            name: format.fileName(of: "\(past.agencyName)\(register.title.zh)", on: past.day),
            type: format.mediaType)
    }

    /// More rows than an agency has.
    private static var most: Int { 1_000_000 }

    private static func file(
        _ past: PastRegister<Row>, _ format: SheetFormat, on today: Day
    ) throws -> [UInt8] {
        let columns = Row.register.columns.filed
        let layout = SheetLayout(
            of: Row.register.title, at: past.agencyName, columns, asOn: past.day, today)
        let workbook = try WorkbookWriter(format, [layout])
        for row in past.slice.rows {
            try workbook.add(columns.map { $0.sheetCell(row) })
        }
        return try workbook.finish()
    }
}

extension Column where Row: RegisterRow {
    /// What the ledger keeps of the column as a spreadsheet holds it.
    fileprivate func sheetCell(_ row: PastRow<Row>) -> CellValue {
        switch (row[self], input) {
        case (.null, _): .empty
        case (.text(let text), .day): Day(text).map { .day($0) } ?? .text(text)
        case (.number(let number), .wholeNumber): .number(Double(number))
        default: .text(row.shown(self).zh)
        }
    }
}
