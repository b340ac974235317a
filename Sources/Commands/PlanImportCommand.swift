import Access
import ArgumentParser
import Foundation
import Kernel
import Plan
import Programme

/// `chengdun plan import`: lays a plan from a file in as the next version of the city's text.
struct PlanImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Lay in a plan (UTF-8 text or ODT) as the next version of the city's text.",
        discussion: "One fact a line on standard output; what the reader noticed on standard error."
    )

    @Argument(help: "The plan's file.") var file: String
    @OptionGroup var place: DatabaseOptions

    @Option(
        help: "The day from which it holds, as 2026-01-01; today unless given.",
        transform: Day.argument)
    var effectiveFrom: Day?

    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
        try await Ending.of {
            let bytes = try Array(Data(contentsOf: URL(filePath: file)))
            let opened = try await place.programme()
            let (version, notes) = try await PlanDesk(
                door: opened.programme.door, shelf: PlanShelf(laws: opened.programme.law)
            ).importPlan(
                bytes, named: URL(filePath: file).lastPathComponent,
                effectiveFrom: effectiveFrom ?? TimeSource.system.now().day,
                by: opened.console)
            for note in notes { Ending.complain(note.message.zh) }
            try json ? printJSON(version) : printLines(version)
            try await opened.database.close()
        }
    }

    private struct Answer: Encodable {
        let id: String
        let ordinal: Int
        let title: String
        let issued: String?
        let effectiveFrom: String
        let clauses: Int
        let digest: String
    }

    private func printJSON(_ version: PlanVersion) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let answer = Answer(
            id: version.id.description, ordinal: version.ordinal, title: version.title,
            issued: version.issued, effectiveFrom: version.effectiveFrom.description,
            clauses: version.clauses, digest: version.digest.description)
        print(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }

    private func printLines(_ version: PlanVersion) {
        print("title\t\(version.title)")
        print("version\t\(version.ordinal)")
        print("effectiveFrom\t\(version.effectiveFrom)")
        print("clauses\t\(version.clauses)")
        print("digest\t\(version.digest)")
    }
}
