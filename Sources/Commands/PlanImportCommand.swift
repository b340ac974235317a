import Access
import ArgumentParser
import Foundation
import Kernel
import Plan
import Programme

/// `chengdun plan import`: lays a plan from a file in as the next version of the city's text, or as
/// an agency's own.
struct PlanImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Lay in a plan (UTF-8 text or ODT) as the city's next version, or an agency's own.",
        discussion: "One fact a line on standard output; what the reader noticed on standard error."
    )

    @Argument(help: "The plan's file.") var file: String
    @OptionGroup var place: DatabaseOptions

    @Option(help: "The code of the agency whose own plan it is; the city's unless given.")
    var agency: String?

    @Option(
        help: "The day from which it holds, as 115/01/01; today unless given.",
        transform: Day.argument)
    var effectiveFrom: Day?

    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
        try await Ending.of {
            let bytes = try Array(Data(contentsOf: URL(filePath: file)))
            let opened = try await place.programme()
            let door = opened.programme.door
            let caller =
                if let agency {
                    try await door.console(NSUserName(), inAgencyWithCode: agency)
                } else { opened.console }
            let laid = try await PlanDesk(
                door: door, shelf: PlanShelf(laws: opened.programme.law)
            ).importPlan(
                bytes, named: URL(filePath: file).lastPathComponent,
                effectiveFrom: effectiveFrom ?? TimeSource.system.now().day, by: caller)
            for note in laid.notes { Ending.complain(note.message.zh) }
            try json ? printJSON(laid, caller) : printLines(laid, caller)
            try await opened.database.close()
        }
    }

    private struct Answer: Encodable {
        let id: String
        let agency: String
        let ordinal: Int
        let title: String
        let issued: String?
        let effectiveFrom: String
        let chapters: Int
        let clauses: Int
        let digest: String
        let notes: [String]
        let citations: [Cited]
    }

    private struct Cited: Encodable {
        let place: String
        let cites: String
        let current: Bool
        let now: [String]
        let question: String?
    }

    private func printJSON(_ laid: PlanImport, _ caller: Caller) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let version = laid.version
        let answer = Answer(
            id: version.id.description, agency: caller.agencyName, ordinal: version.ordinal,
            title: version.title, issued: version.issued,
            effectiveFrom: version.effectiveFrom.description, chapters: laid.chapters,
            clauses: version.clauses, digest: version.digest.description,
            notes: laid.notes.map(\.message.zh),
            citations: laid.citations.map { cited in
                Cited(
                    place: cited.placed.path, cites: cited.citation.text,
                    current: cited.citation.isCurrent, now: cited.citation.now.map(\.name.zh),
                    question: cited.citation.question?.zh)
            })
        print(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }

    private func printLines(_ laid: PlanImport, _ caller: Caller) {
        let version = laid.version
        print("agency\t\(caller.agencyName)")
        print("title\t\(version.title)")
        print("version\t\(version.ordinal)")
        print("effectiveFrom\t\(version.effectiveFrom)")
        print("chapters\t\(laid.chapters)")
        print("clauses\t\(version.clauses)")
        print("digest\t\(version.digest)")
        for cited in laid.citations {
            let now = cited.citation.now.map(\.name.zh).joined(separator: "、")
            print(
                "citation\t\(cited.placed.path)\t\(cited.citation.text)\t"
                    + (cited.citation.isCurrent ? "現行" : "→ \(now.isEmpty ? "找不到現行條文" : now)"))
        }
    }
}
