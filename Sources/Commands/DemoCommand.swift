import Access
import ArgumentParser
import ModelCity
import Kernel
import Programme
import Storage

/// `chengdun demo`: fills an empty data directory with an invented city.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills an invented city.")

    @OptionGroup var place: DatabaseOptions

    @Option(help: "How many organisations, of 394 at most.")
    var organisations = 394

    @Option(help: "How many years of history, this year included.")
    var years = 5

    @Option(help: "The same seed gives the same city.")
    var seed: UInt64 = 115

    @Flag(help: "Print the accounts as JSON.")
    var json = false

    func run() async throws {
        try await Ending.of {
            let database = try place.create()
            try await Migrations.apply(Programme.migrations, to: database)
            let now = TimeSource.system.now()
            let started = ContinuousClock.now
            let city = ModelCity(
                database: database, hashing: try PasswordHashing(), law: try place.law(),
                now: now, plan: ModelPlan(organisations: organisations, years: years, seed: seed))
            let accounts = try await city.fill(user: "示範資料", until: now) { part in
                let seconds = (ContinuousClock.now - started).components.seconds
                Ending.complain("demo: \(part) (\(seconds) s)")
            }
            try Demonstration(in: place.directory).write(accounts.map(\.withoutSecrets))
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
