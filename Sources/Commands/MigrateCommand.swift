import ArgumentParser
import Programme
import Storage

/// `chengdun migrate`: brings the tables up to this version, after a copy.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the tables up to this version.")

    @OptionGroup var place: DatabaseOptions

    func run() async throws {
        try await Ending.of {
            let database = try place.open()
            try await Migrations.apply(Programme.migrations, to: database)
            try await database.close()
            print("migrate: the tables are those of this version")
        }
    }
}
