import Access
import ArgumentParser
import Exchange
import Foundation
import Programme
import Sheets
import Storage

/// `chengdun export`: writes a register as a spreadsheet.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a register as a spreadsheet.")

    @Argument(help: "The register, as in its address: agencies, systems, assets, ….")
    var register: String

    @Option(help: "The code of the agency whose register it is.")
    var agency: String?

    @Flag(help: "The registers of all agencies, with a column that names them.")
    var all = false

    @Option(help: "ods, xlsx or csv.")
    var format: SheetFormat = .ods

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @OptionGroup var place: DatabaseOptions

    func validate() throws {
        guard all != (agency != nil) else {
            throw ValidationError("Give either --agency CODE or --all.")
        }
    }

    func run() async throws {
        try await Ending.of {
            let database = try place.open(readingOnly: true)
            let programme = Programme(
                database: database, time: .system, hashing: try PasswordHashing(),
                law: try place.law())
            let bytes = try await programme.exchange(of: register).give(
                format, ofAll: all,
                by: programme.door.reader(NSUserName(), ofAgencyWithCode: agency))
            try await database.close()
            try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
        }
    }
}

extension SheetFormat: ExpressibleByArgument {}
