import ArgumentParser
import Papers
import Sheets

/// The process that reads one uploaded plan, shut off from everything else; the server starts it,
/// people do not.
package struct ReadPlanCommand: ParsableCommand {
    /// The word by which the program knows that it is this child, before it starts anything else.
    package static let name = "read-plan"

    package static let configuration = CommandConfiguration(
        commandName: name, abstract: "Read the plan on standard input into an answer.",
        shouldDisplay: false)

    package init() {}

    package func run() throws {
        try ReadingChild.answer { file in try PlanAnswer(to: file).bytes }
    }
}
