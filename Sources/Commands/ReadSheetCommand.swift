import ArgumentParser
import Sheets

/// The process that reads one uploaded spreadsheet, shut off from everything else; the server
/// starts it, people do not.
package struct ReadSheetCommand: ParsableCommand {
    /// The word by which the program knows that it is this child, before it starts anything else.
    package static let name = "read-sheet"

    package static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Read the spreadsheet on standard input into records on standard output.",
        shouldDisplay: false)

    package init() {}

    package func run() throws {
        try ReadingChild.run()
    }
}
