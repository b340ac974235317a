/// A spreadsheet being made: ODS for exchange between agencies, XLSX and CSV for those who ask.
///
/// The same rows give the same bytes. Only the packed form is held, so that a long register costs
/// little memory.
///
///     let workbook = try WorkbookWriter(.ods, [assets, people])
///     for asset in assets { try workbook.add([.text(asset.name), .day(asset.boughtOn)]) }
///     try workbook.nextSheet()
///     …
///     let bytes = try workbook.finish()
///
/// Text stays text: what begins with `= + - @` is never run as a formula.
package struct WorkbookWriter {
    private let form: any WorkbookForm

    /// Begins the first of `sheets`. A CSV has exactly one, and alone heeds `encoding`.
    package init(
        _ format: SheetFormat, _ sheets: [SheetLayout], encoding: TextEncoding = .utf8
    ) throws {
        guard !sheets.isEmpty, format != .csv || sheets.count == 1 else {
            throw WorkbookFault.sheets(sheets.count)
        }
        form =
            switch format {
            case .ods: try ODSWriter(sheets)
            case .xlsx: try XLSXWriter(sheets)
            case .csv: CSVWriter(sheets[0], encoding)
            }
    }

    /// Adds a row; its values stand in the order of the columns.
    package func add(_ values: [CellValue]) throws {
        try form.add(values)
    }

    /// Ends the present sheet and begins the next.
    package func nextSheet() throws {
        try form.nextSheet()
    }

    /// The finished file. Sheets that were not begun stand in it without rows.
    package func finish() throws -> [UInt8] {
        try form.finish()
    }
}

/// A file format in the making. A class, for rows come one by one and bytes gather in place.
protocol WorkbookForm: AnyObject {
    func add(_ values: [CellValue]) throws
    func nextSheet() throws
    func finish() throws -> [UInt8]
}

/// A mistake of the program that writes a workbook.
package enum WorkbookFault: Error, Equatable {
    /// No sheet, more than the format takes, or one beyond the last.
    case sheets(Int)
}
