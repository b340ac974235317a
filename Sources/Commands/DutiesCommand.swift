import Access
import ArgumentParser
import Duties
import Foundation
import Kernel
import Programme
import Storage

/// `chengdun duties`: what agencies owe in a year, and how it stands on a day.
struct DutiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract: "What agencies owe in a year, why, by when, and how it stands.",
        discussion: "May run beside the server.")

    @Option(help: "One agency by its code.") var agency: String?
    @Flag(help: "All agencies.") var all = false
    @Option(help: "The year of the Republic, as in 115.", transform: ROCYear.argument)
    var year: ROCYear
    @Option(
        help: "The day as of which it is judged, as 115/11/23; today if left out.",
        transform: Day.argument)
    var on: Day?
    @OptionGroup var place: DatabaseOptions
    @Flag(help: "Answer in JSON.") var json = false

    func validate() throws {
        guard (agency != nil) != all else {
            throw ValidationError("Name one agency with --agency CODE, or take --all.")
        }
    }

    func run() async throws {
        try await Ending.of {
            let database = try place.open(readingOnly: true)
            let programme = Programme(
                database: database, time: .system, hashing: try PasswordHashing(),
                law: try place.law())
            try await programme.readLaw(database)
            let answer = try await answer(programme)
            try await database.close()
            print(json ? try jsonText(answer) : answer.lines.joined(separator: "\n"))
        }
    }

    func answer(_ programme: Programme) async throws -> DutiesResource {
        let desk = DutyDesk(door: programme.door, standings: programme.standings)
        let (year, on) = (year, on)
        let caller = try await programme.door.console(NSUserName(), inAgencyWithCode: agency)
        let reach = agency == nil ? Reach.city : .agency(caller.agency)
        return try await programme.door.read(by: caller) { view in
            DutiesResource(
                year: year, on: on ?? view.now.day,
                lists: try desk.all(in: year, asOf: on, within: reach, view))
        }
    }
}
