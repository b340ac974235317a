import Kernel
import Sheets

/// Only the rows of a file that were refused, as the file has them, with what to mend in each.
struct RestSheet {
    let table: ReadTable
    let refused: [Int]
    let errors: [ImportError]

    /// The column that says what to mend; an import leaves it out.
    static let reasons = "要改的地方"

    func file(title: String) throws -> [UInt8] {
        let columns = table.columns.map { SheetColumn($0.written, width: 18) }
        let layout = SheetLayout(
            name: title, title: title, note: "改好後再匯入這個檔",
            columns: [SheetColumn(Self.reasons, width: 48)] + columns)
        let workbook = try WorkbookWriter(.ods, [layout])
        let wanted = Set(refused)
        let reasons = Dictionary(grouping: errors, by: \.row)
        for row in table.rows where wanted.contains(row.number) {
            let reason = (reasons[row.number] ?? []).map(\.message.zh).joined(separator: "\n")
            let cells = table.columns.map { row[$0.column] }
            try workbook.add([.text(reason)] + cells)
        }
        return try workbook.finish()
    }
}
