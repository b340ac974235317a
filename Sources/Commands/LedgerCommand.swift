import ArgumentParser

/// What can be done with the history of every change.
package struct LedgerCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Prove the history of every change, or take it out.",
        subcommands: [
            LedgerVerifyCommand.self, LedgerCheckpointCommand.self, LedgerExportCommand.self,
        ])

    package init() {}
}
