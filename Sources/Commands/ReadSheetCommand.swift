import ArgumentParser
import Sheets

/// The process that reads one uploaded spreadsheet, shut off from everything else; the server
/// starts it, people do not.
package struct ReadSheetCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "read-sheet",
        abstract: "Read the spreadsheet on standard input into records on standard output.",
        shouldDisplay: false)

    package init() {}

    package func run() throws {
        try ReadingChild.run()
    }
}
