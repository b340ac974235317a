import Kernel
import Papers
import Sheets

/// A form in which a paper is handed out.
package enum PaperFormat: String, CaseIterable, Sendable {
    /// What agencies exchange and go on writing in.
    case odt
    /// The tables, a sheet each.
    case ods
    case pdf
    /// One file that needs nothing else.
    case html

    package var term: Term {
        switch self {
        case .odt: Term("ODT", en: "ODT")
        case .ods: Term("ODS", en: "ODS")
        case .pdf: Term("PDF", en: "PDF")
        case .html: Term("HTML", en: "HTML")
        }
    }

    package var mediaType: String {
        switch self {
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .pdf: "application/pdf"
        case .html: "text/html; charset=utf-8"
        }
    }

    /// The paper's bytes; the same paper gives the same bytes.
    ///
    /// PDF waits for a child process, so it is asked for off the threads that serve requests.
    package func bytes(of document: Document, by typesetter: Typesetter) throws -> [UInt8] {
        switch self {
        case .odt: try OpenDocumentText(document).file()
        case .ods: try PaperWorkbook(document).bytes
        case .pdf: try typesetter.pdf(of: document)
        case .html: PaperFile(document).bytes
        }
    }
}

/// The tables of a paper as a spreadsheet.
struct PaperWorkbook {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    var bytes: [UInt8] {
        get throws {
            let tables = tables
            guard !tables.isEmpty else { throw WorkbookFault.sheets(0) }
            let workbook = try WorkbookWriter(.ods, tables.map(layout))
            for (place, sheet) in tables.enumerated() {
                if place > 0 { try workbook.nextSheet() }
                for row in sheet.table.rows { try workbook.add(row.map(Self.value)) }
            }
            return try workbook.finish()
        }
    }

    private typealias Sheet = (annex: Annex, table: Table)

    private var tables: [Sheet] {
        document.annexes.flatMap { annex in
            annex.blocks.compactMap { block in
                if case .table(let table) = block { (annex, table) } else { nil }
            }
        }
    }

    private func layout(_ sheet: Sheet) -> SheetLayout {
        let isWhole = document.front == .table
        let title = isWhole ? sheet.annex.title : document.fullTitle + "　" + sheet.annex.title
        let draft = document.standing == .draft ? ["草稿"] : []
        let notes = draft + [document.edition, document.issued].compactMap { $0 }
        return SheetLayout(
            name: sheet.annex.title, title: title, note: notes.joined(separator: "　"),
            columns: sheet.table.columns.map {
                SheetColumn($0.title.replacing("\n", with: ""), width: $0.share * 13 / 10)
            })
    }

    /// Figures are numbers in a spreadsheet; everything else stays as written.
    private static func value(_ words: String) -> CellValue {
        if words.isEmpty { return .empty }
        // A code such as 0123 is no figure.
        guard let number = Int(words), String(number) == words, words.count < 10 else {
            return .text(words)
        }
        return .number(Double(number))
    }
}
