import ArgumentParser
import Foundation
import Papers

/// What can be done with plans: read one from a file, and lay it in.
package struct PlanCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Read a plan from a file, and lay it in.",
        subcommands: [PlanReadCommand.self, PlanImportCommand.self])

    package init() {}
}

/// Reads an existing plan and tells its chapters and clauses.
struct PlanReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read a plan (UTF-8 text or ODT) into clauses.",
        discussion: "A line a clause: its path, a tab, its words. Notes go to standard error.")

    @Argument(help: "The plan's file.") var file: String
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
        try await Ending.of {
            let bytes = try Array(Data(contentsOf: URL(filePath: file)))
            let reading = try PlanReader().read(bytes)
            FileHandle.standardOutput.write(
                Data(json ? reading.json.bytes + [0x0A] : lines(reading)))
            for note in reading.notes { Ending.complain(note.message.zh) }
        }
    }

    private func lines(_ reading: PlanReading) -> [UInt8] {
        reading.document.chapters.placed.flatMap { placed in
            Array("\(placed.path)\t\(placed.clause.text.plainText)\n".utf8)
        }
    }
}
