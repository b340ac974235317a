import ArgumentParser
import Foundation
import Kernel
import Papers

/// What can be done with plans that lie in files.
package struct PlanCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Read a plan from a file.", subcommands: [Read.self])

    package init() {}

    /// Reads an existing plan and tells its chapters and clauses.
    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a plan (UTF-8 text or ODT) into chapters and clauses.",
            discussion: "Exit code 65: the file cannot be read as a plan.")

        @Argument(help: "The plan's file.") var file: String
        @Flag(help: "Write JSON.") var json = false

        func run() throws {
            let bytes = try Array(Data(contentsOf: URL(filePath: file)))
            let reading: PlanReading
            do {
                reading = try PlanReader().read(bytes)
            } catch {
                throw refused(error)
            }
            if json {
                write(reading.json.bytes + [0x0A])
            } else {
                let lines = reading.document.chapters.placed.map { placed in
                    "\(placed.path)\t\(placed.clause.text.plainText)\n"
                }
                write(Array(lines.joined().utf8))
            }
            for note in reading.notes { complain(note.message) }
        }
    }
}

/// Tells a refusal on standard error, in both languages.
private func complain(_ message: Term) {
    FileHandle.standardError.write(Data("\(message.zh)\n\(message.en)\n".utf8))
}

private func refused(_ refusal: PlanRefusal) -> ExitCode {
    complain(refusal.message)
    return ExitCode(65)
}

private func write(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes))
}
