import Commands
import Foundation

@main
struct Main {
    /// Begins the child that reads a stranger's file before anything else runs: threads of the
    /// runtime that start later would not survive what the child gives up.
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == ReadSheetCommand.name {
            ReadSheetCommand.main(Array(arguments.dropFirst()))
            return
        }
        Task { @MainActor in
            await Chengdun.main()
            exit(0)
        }
        dispatchMain()
    }
}
