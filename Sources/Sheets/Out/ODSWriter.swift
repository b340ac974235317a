import Archive
import Kernel

/// Writes an ODS (ODF 1.3, CNS 15251), a row at a time.
final class ODSWriter: WorkbookForm {
    private let sheets: [SheetLayout]
    private let names: [String]
    private var zip = ZipWriter()
    private var output = XMLOutput()
    private var present = 0

    init(_ sheets: [SheetLayout]) throws {
        self.sheets = sheets
        names = sheets.tabNames
        let parts = ODSParts(sheets: sheets)
        try zip.add(
            "mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8), .stored)
        try zip.add("META-INF/manifest.xml", parts.manifest)
        try zip.add("meta.xml", parts.meta)
        try zip.add("settings.xml", parts.settings)
        try zip.add("styles.xml", parts.styles)
        try zip.open("content.xml")
        parts.openContent(into: &output)
        begin()
    }

    func add(_ values: [CellValue]) throws {
        output.raw("<table:table-row table:style-name=\"ro\">")
        for value in values { write(value) }
        output.raw("</table:table-row>")
        try output.flush { try zip.write($0) }
    }

    func nextSheet() throws {
        guard present + 1 < sheets.count else { throw WorkbookFault.sheets(present + 2) }
        output.raw("</table:table>")
        present += 1
        begin()
    }

    func finish() throws -> [UInt8] {
        while present + 1 < sheets.count { try nextSheet() }
        output.raw(
            "</table:table></office:spreadsheet></office:body></office:document-content>")
        try zip.write(output.takeAll())
        return try zip.finish()
    }

    private func begin() {
        output.raw("<table:table table:style-name=\"ta")
        output.number(present)
        output.raw("\" table:name=\"")
        output.text(names[present])
        output.raw("\">")
        let repeats = sheets[present].repeatsColumns
        if repeats { output.raw("<table:table-header-columns>") }
        for column in sheets[present].columns.indices {
            if repeats, column == SheetLayout.leading {
                output.raw("</table:table-header-columns>")
            }
            output.raw("<table:table-column table:style-name=\"co")
            output.number(present)
            output.raw("-")
            output.number(column)
            output.raw("\" table:default-cell-style-name=\"text\"/>")
        }
        output.raw("<table:table-header-rows><table:table-row table:style-name=\"ro\">")
        for column in sheets[present].columns {
            output.raw("<table:table-cell table:style-name=\"head\" office:value-type=\"string\">")
            paragraphs(column.title)
        }
        output.raw("</table:table-row></table:table-header-rows>")
    }

    private func write(_ value: CellValue) {
        switch value {
        case .empty, .text(""):
            output.raw("<table:table-cell/>")
        case .text(let text), .fault(let text):
            output.raw("<table:table-cell office:value-type=\"string\">")
            paragraphs(text)
        case .number(let number):
            let digits = CellValue.text(of: number)
            open(style: "plain", type: "float", "value")
            output.text(digits)
            shown(digits)
        case .boolean(let answer):
            open(style: "plain", type: "boolean", "boolean-value")
            output.raw(answer ? "true" : "false")
            shown(value.text)
        case .day(let day):
            open(style: "day", type: "date", "date-value")
            output.text(day.description)
            shown(day.rocSlashes)
        case .moment(let day, let seconds):
            let clock = CellValue.fullClock(seconds)
            open(style: "moment", type: "date", "date-value")
            output.text("\(day)T\(clock)")
            shown("\(day.rocSlashes) \(clock)")
        case .time(let seconds):
            open(style: "time", type: "time", "time-value")
            output.text("PT\(seconds / 3_600)H\(seconds / 60 % 60)M\(seconds % 60)S")
            shown(value.text)
        }
    }

    private func open(style: StaticString, type: StaticString, _ attribute: StaticString) {
        output.raw("<table:table-cell table:style-name=\"")
        output.raw(style)
        output.raw("\" office:value-type=\"")
        output.raw(type)
        output.raw("\" office:")
        output.raw(attribute)
        output.raw("=\"")
    }

    /// Ends a cell of a typed value with the text that shows it.
    private func shown(_ text: String) {
        output.raw("\"><text:p>")
        output.text(text)
        output.raw("</text:p></table:table-cell>")
    }

    /// Ends a cell of text, a paragraph a line.
    private func paragraphs(_ text: String) {
        if SheetText.isSimple(text) {
            output.raw("<text:p>")
            output.text(text)
            output.raw("</text:p>")
        } else {
            for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                output.raw("<text:p>")
                self.line(line)
                output.raw("</text:p>")
            }
        }
        output.raw("</table:table-cell>")
    }

    /// A line with elements for its white space, which ODF would otherwise close up
    /// (ODF 1.3 part 3 §6.1).
    private func line(_ line: Substring) {
        var rest = line
        while let first = rest.first {
            if first == " " {
                let spaces = rest.prefix { $0 == " " }
                output.raw("<text:s text:c=\"")
                output.number(spaces.count)
                output.raw("\"/>")
                rest = rest[spaces.endIndex...]
            } else if first == "\t" {
                output.raw("<text:tab/>")
                rest.removeFirst()
            } else {
                let words = rest.prefix { $0 != " " && $0 != "\t" }
                output.text(words)
                rest = rest[words.endIndex...]
            }
        }
    }
}
