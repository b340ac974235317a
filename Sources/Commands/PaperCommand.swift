import ArgumentParser
import Foundation
import Papers

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
        case odt, pdf, html
    }

    @Option(help: "odt, pdf or html.") var format: Format
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
        case .pdf: try Typesetter(python: python).pdf(of: document)
        case .html: PaperFile(document).bytes
        }
    }
}
