import ArgumentParser
import Commands
import Foundation

@main
struct Main {
    /// The command that runs as a child under that name, if it is one.
    private static func child(named name: String?) -> (any ParsableCommand.Type)? {
        switch name {
        case ReadSheetCommand.name: ReadSheetCommand.self
        case ReadPlanCommand.name: ReadPlanCommand.self
        default: nil
        }
    }

    /// Begins the child that reads a stranger's file before anything else runs: threads of the
    /// runtime that start later would not survive what the child gives up.
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if let child = child(named: arguments.first) {
            child.main(Array(arguments.dropFirst()))
            return
        }
        Task { @MainActor in
            await Chengdun.main()
            exit(0)
        }
        dispatchMain()
    }
}
