import Hummingbird

/// The web library alone, answering two letters: by what this costs, figures of one machine are
/// compared with those of another.
@main
struct Yardstick {
    static func main() async throws {
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 18_181
        let router = Router()
        router.get("healthz") { _, _ in "ok" }
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
        try await server.runService()
    }
}
