import ArgumentParser
import Foundation
import Papers
import Sheets

/// What can be done with papers without a database.
package struct PaperCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Make papers for looking at.",
        subcommands: [PaperSampleCommand.self])

    package init() {}
}

/// Makes the default plan with the data of an invented city.
struct PaperSampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "The default plan with invented data, in one format.")

    /// A form in which a paper is handed out.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case odt, ods, pdf, html
    }

    @Option(help: "odt, ods (the annex tables), pdf or html.") var format: Format
    @Option(name: .shortAndLong, help: "Where to write it.") var output: String
    @Flag(help: "Without the draft mark.") var approved = false
    @Option(help: "The Python that has the typst package, for PDF.") var python = "python3"

    func run() async throws {
        try await Ending.of {
            var document = try SamplePlan.document()
            document.standing = approved ? .approved : .draft
            try Data(bytes(of: document)).write(to: URL(filePath: output))
        }
    }

    private func bytes(of document: Document) throws -> [UInt8] {
        switch format {
        case .odt: try OpenDocumentText(document).file()
        case .ods: try workbook(of: document)
        case .pdf: try Typesetter(python: python).pdf(of: document)
        case .html: PaperFile(document).bytes
        }
    }

    /// The annex tables, a sheet each.
    private func workbook(of document: Document) throws -> [UInt8] {
        let tables = document.annexes.flatMap { annex in
            annex.blocks.compactMap { block in
                if case .table(let table) = block { (annex, table) } else { nil }
            }
        }
        let layouts = tables.map { annex, table in
            SheetLayout(
                name: annex.title, title: document.fullTitle + "　" + annex.title,
                note: document.edition ?? "",
                columns: table.columns.map { SheetColumn($0.title, width: $0.share * 13 / 10) })
        }
        let workbook = try WorkbookWriter(.ods, layouts)
        for (place, sheet) in tables.enumerated() {
            if place > 0 { try workbook.nextSheet() }
            for row in sheet.1.rows {
                try workbook.add(row.map(Self.value))
            }
        }
        return try workbook.finish()
    }

    /// Figures are numbers in a spreadsheet; everything else stays as written.
    private static func value(_ words: String) -> CellValue {
        if words.isEmpty { return .empty }
        return Int(words).map { .number(Double($0)) } ?? .text(words)
    }
}
