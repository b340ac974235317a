import ArgumentParser
import Foundation
import Papers
import Plan

/// `chengdun paper`: papers of the programme's data, and one to look at without any.
package struct PaperCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Makes papers: the plan, its annexes, registers.",
        subcommands: [
            PaperPlanCommand.self, PaperAnnex1Command.self, PaperAnnex2Command.self,
            PaperAnnex3Command.self, PaperAssetsCommand.self, PaperSystemsCommand.self,
            PaperSampleCommand.self,
        ])

    package init() {}
}

/// Makes the default plan with the data of an invented city.
struct PaperSampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "The default plan with invented data, in one format.")

    @Option(help: "odt, ods (the annex tables), pdf or html.") var format: PaperFormat
    @Option(name: .shortAndLong, help: "Where to write it.") var output: String
    @Flag(help: "Without the draft mark.") var approved = false
    @Option(help: "The Python that has the typst package, for PDF.")
    var python = Typesetter.installedPython

    func run() async throws {
        try await Ending.of {
            var document = try SamplePlan.document()
            document.standing = approved ? .approved : .draft
            let bytes = try format.bytes(of: document, by: Typesetter(python: python))
            try Data(bytes).write(to: URL(filePath: output))
        }
    }
}
