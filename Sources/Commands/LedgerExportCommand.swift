import ArgumentParser
import Foundation
import Kernel
import Ledger
import Storage

/// Writes the log, or an agency's part of it, into a file that `chengdun-verify` proves offline.
struct LedgerExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the history into a file that chengdun-verify proves offline.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var signing: LedgerSigning
    @Option(help: "The agency's code; the whole log without it.") var agency: String?
    @Option(help: "A file with a checkpoint the reader has kept.") var kept: String?
    @Option(name: [.customShort("o"), .long], help: "The file to write; it must not exist yet.")
    var output: String

    func run() async throws {
        try await Ending.of {
            let signer = try signing.noteSigner()
            let kept = try self.kept.map(LedgerFiles.checkpoint)
            let file = try LedgerFiles.create(output)
            let database = try options.open(readingOnly: true)
            let count = try await database.read { [agency] session in
                let export = LedgerExport(
                    origin: try LedgerFiles.origin(in: session),
                    agency: try agency.map { try LedgerFiles.agency($0, in: session) },
                    kept: kept, signer: signer)
                return try export.write(in: session) { try file.write(contentsOf: $0) }
            }
            try await database.close()
            try file.close()
            print("entries: \(count)")
        }
    }
}
