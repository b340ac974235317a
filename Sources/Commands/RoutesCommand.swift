import Access
import ArgumentParser
import Programme
import Web

/// `chengdun routes`: every address that the site answers, and who may ask.
struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "Every address that the site answers, and who may ask.",
        discussion: "The audience is open, signedIn, or a permission. May run beside the server.")

    @OptionGroup var place: DatabaseOptions
    @Flag(help: "Answer in JSON.") var json = false

    func run() async throws {
        try await Ending.of {
            let opened = try await place.programme(readingOnly: true)
            let visitors = try Demonstration(in: place.directory).visitors
            let routes = opened.programme.routes(visitors).map(Listed.init)
            try await opened.database.close()
            print(json ? try jsonText(routes) : routes.map(\.line).joined(separator: "\n"))
        }
    }

    private struct Listed: Encodable {
        let method: String
        let pattern: String
        let audience: String

        init(_ route: Route) {
            method = route.method.rawValue
            pattern = route.pattern
            audience =
                switch route.audience {
                case .open: "open"
                case .signedIn: "signedIn"
                case .needs(let permission): permission.rawValue
                }
        }

        var line: String { "\(method)\t\(pattern)\t\(audience)" }
    }
}
