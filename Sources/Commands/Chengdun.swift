import ArgumentParser

/// The program: every command by its name.
package struct Chengdun: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "chengdun",
        abstract: "Runs the cybersecurity-management programme of a city.",
        subcommands: [
            ServeCommand.self, InitCommand.self, DemoCommand.self, MigrateCommand.self,
            LedgerCommand.self, LawCommand.self, DutiesCommand.self, PlanCommand.self,
            PaperCommand.self, ImportCommand.self, ExportCommand.self, ReadSheetCommand.self,
            ReadPlanCommand.self, RoutesCommand.self,
        ])

    package init() {}
}
