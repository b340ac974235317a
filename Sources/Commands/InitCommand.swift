import Access
import ArgumentParser
import Foundation
import Kernel
import Programme
import Storage
import Web

/// `chengdun init`: founds an empty city and prints the link with which it is set up.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes an empty city and prints a one-time set-up link.")

    @OptionGroup var place: DatabaseOptions

    @Option(help: "The city's own agency, as its people write it.")
    var name = "資訊局"

    @Option(help: "The site's address as browsers will see it.")
    var origin = "http://127.0.0.1:8080"

    func run() async throws {
        try await Ending.of {
            let database = try place.create()
            try await Migrations.apply(Programme.migrations, to: database)
            let programme = Programme(
                database: database, time: .system, hashing: try PasswordHashing(),
                law: try place.law())
            try await found(programme)
            let link = try await Invitations(signIn: programme.signIn)
                .offerSetUp(by: NSUserName())
            try await database.close()
            print("\(origin)\(InvitationRoutes.path(of: link).text)")
            Ending.complain("這個連結一小時內有效，只能用一次。 The link works once, for an hour.")
        }
    }

    /// Founds the city; one that is there already, without anybody in it yet, gets a new link.
    private func found(_ programme: Programme) async throws {
        let details = try AgencyDetails(name: name, kind: "一級機關")
        do {
            _ = try await AgencyTree(door: programme.door)
                .found(details, by: NSUserName(), at: TimeSource.system.now())
        } catch AgencyRefusal.cityExists {
            return
        }
    }
}
