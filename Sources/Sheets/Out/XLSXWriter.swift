import Archive
import Kernel

/// Writes an XLSX, a row at a time; texts stand in their cells.
final class XLSXWriter: WorkbookForm {
    /// The styles of `XLSXParts.styles`, in its order.
    private enum Style: Int {
        case plain, header, text, riskyText, number, day, moment, time
    }

    private let sheets: [SheetLayout]
    private var archive = ZipWriter()
    private var output = XMLOutput()
    private var present = 0
    private var row = 0

    init(_ sheets: [SheetLayout]) throws {
        self.sheets = sheets
        let parts = XLSXParts(sheets: sheets)
        try archive.add("[Content_Types].xml", parts.contentTypes)
        try archive.add("_rels/.rels", parts.rootRelationships)
        try archive.add("xl/workbook.xml", parts.workbook)
        try archive.add("xl/_rels/workbook.xml.rels", parts.workbookRelationships)
        try archive.add("xl/styles.xml", parts.styles)
        try begin()
    }

    func add(_ values: [CellValue]) throws {
        row += 1
        output.raw("<row r=\"")
        output.number(row)
        output.raw("\"")
        height(of: values)
        output.raw(">")
        for (column, value) in values.enumerated() { try write(value, column) }
        output.raw("</row>")
        try output.flush { try archive.write($0) }
    }

    func nextSheet() throws {
        guard present + 1 < sheets.count else { throw WorkbookFault.sheets(present + 2) }
        try end()
        present += 1
        try begin()
    }

    func finish() throws -> [UInt8] {
        while present + 1 < sheets.count { try nextSheet() }
        try end()
        return try archive.finish()
    }

    /// Rows of several lines say how high they are, for not every program works it out.
    private func height(of values: [CellValue]) {
        let columns = sheets[present].columns
        let lines = zip(values, columns).reduce(1) { most, cell in
            guard case .text(let text) = cell.0 else { return most }
            return max(most, SheetText.lines(of: text, width: cell.1.width))
        }
        guard lines > 1 else { return }
        output.raw(" customHeight=\"1\" ht=\"")
        // 409 points are the most that a row can be high.
        output.number(min(lines * 17, 409))
        output.raw("\"")
    }

    private func begin() throws {
        try archive.open("xl/worksheets/sheet\(present + 1).xml")
        XLSXParts.open(sheets[present], into: &output)
        row = 1
        output.raw("<row r=\"1\">")
        for (column, title) in sheets[present].columns.map(\.title).enumerated() {
            try text(title, column, .header)
        }
        output.raw("</row>")
    }

    private func end() throws {
        XLSXParts.close(sheets[present], into: &output)
        try archive.write(output.takeAll())
        try archive.close()
    }

    private func write(_ value: CellValue, _ column: Int) throws {
        switch value {
        case .empty, .text(""):
            open(column, .plain)
            output.raw("/>")
        case .text(let text), .fault(let text):
            try self.text(text, column, SheetText.isRisky(text.utf8) ? .riskyText : .text)
        case .number(let value): number(CellValue.text(of: value), column, .number)
        case .boolean(let answer):
            open(column, .plain)
            output.raw(answer ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
        case .time(let seconds): number("\(Double(seconds) / 86_400)", column, .time)
        case .day(let day) where day.number >= Self.firstDay:
            number("\(day.number + Self.serialOfEpoch)", column, .day)
        case .moment(let day, let seconds) where day.number >= Self.firstDay:
            let serial = Double(day.number + Self.serialOfEpoch) + Double(seconds) / 86_400
            number("\(serial)", column, .moment)
        case .day, .moment: try text(value.text, column, .text)
        }
    }

    private func open(_ column: Int, _ style: Style) {
        output.raw("<c r=\"")
        output.text(column.columnLetters)
        output.number(row)
        output.raw("\" s=\"")
        output.number(style.rawValue)
        output.raw("\"")
    }

    private func number(_ digits: String, _ column: Int, _ style: Style) {
        open(column, style)
        output.raw("><v>")
        output.text(digits)
        output.raw("</v></c>")
    }

    private func text(_ text: String, _ column: Int, _ style: Style) throws {
        // Programs call a file damaged that has a longer text in a cell.
        guard text.utf8.count <= Self.longestText || text.utf16.count <= Self.longestText else {
            throw SheetRefusal.cellTooLong(row: row)
        }
        open(column, style)
        output.raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        output.text(SheetText.escapedForXLSX(text))
        output.raw("</t></is></c>")
    }

    private static let longestText = 32_767
    /// 1900-03-01: before it Excel's calendar has a day that never was.
    private static let firstDay = -25_508
    private static let serialOfEpoch = 25_569
}
