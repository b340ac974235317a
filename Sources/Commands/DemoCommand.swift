import Access
import ArgumentParser
import Foundation
import ModelCity
import Programme
import Storage

/// `chengdun demo`: fills an empty data directory with an invented city.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills an invented city.")

    @OptionGroup var place: DatabaseOptions

    @Option(help: "The same seed gives the same city.")
    var seed: UInt64 = 115

    @Flag(help: "Print the accounts as JSON.")
    var json = false

    func run() async throws {
        try await Ending.of {
            let database = try place.create()
            try await Migrations.apply(Programme.migrations, to: database)
            let programme = Programme(
                database: database, time: .system, hashing: try PasswordHashing(),
                law: try place.law())
            let city = ModelCity(programme: programme, time: .system, seed: seed)
            let accounts = try await city.fill(user: NSUserName()) { part in
                Ending.complain("demo: \(part)")
            }
            try Demonstration(in: place.directory).write(accounts)
            try await database.close()
            json ? try printJSON(accounts) : printLines(accounts)
        }
    }

    private func printJSON(_ accounts: [ModelAccount]) throws {
        print(String(decoding: try Demonstration.encoded(accounts), as: UTF8.self))
    }

    private func printLines(_ accounts: [ModelAccount]) {
        for account in accounts {
            print("\(account.account)\t\(account.role)\t\(account.name)\t\(account.agency)")
        }
    }
}
