import Access
import ArgumentParser
import Exchange
import Foundation
import Kernel
import Logging
import ModelCity
import Papers
import Plan
import Programme
import Storage
import Web

/// `chengdun serve`: the pages and the API, until it is stopped.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages and the API.")

    @OptionGroup var place: DatabaseOptions

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at.")
    var port = 8080

    @Option(help: "The site's address as browsers see it, when a proxy ends TLS: https://….")
    var origin: String?

    @Option(help: "The proxy's own address, whose word is taken for where visitors come from.")
    var proxy = ["127.0.0.1", "::1"]

    @Flag(help: "Five wrong passwords lock an account for everybody, not for their sender alone.")
    var lockWholeAccount = false

    @OptionGroup(title: "Rates") var rates: RateOptions

    @Option(help: "The Python that has the typst package, for papers as PDF.")
    var python = Typesetter.installedPython

    func run() async throws {
        FreeMemory.shareArenas()
        try await Ending.of {
            let database = try place.create()
            try await Migrations.apply(Programme.migrations, to: database)
            let visitors = try Demonstration(in: place.directory).visitors
            let programme = Programme(
                database: database, time: .system, hashing: try PasswordHashing(),
                law: try place.law(),
                rule: visitors.isEmpty ? rule : .demonstration,
                press: PaperPress(Typesetter(python: python)))
            let logger = Logger(label: "chengdun") { JSONLog(label: $0) }
            let site = try programme.site(
                settings: try settings, visitors: visitors, time: .system, logger: logger)
            try await programme.readLaw(database)
            let upkeep = Upkeep(programme: programme, logger: logger)
            try await serve(site, upkeep, isDemonstration: !visitors.isEmpty)
            try await database.close()
        }
    }

    /// Runs the site, and beside it the imports that take longer than a request and what is due
    /// after midnight.
    private func serve(
        _ site: Site, _ upkeep: Upkeep, isDemonstration: Bool
    ) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { await upkeep.programme.imports.run() }
            group.addTask { await upkeep.run() }
            try await site.server(host: host, port: port, logger: upkeep.logger) { port in
                print("chengdun: http://\(host):\(port)/")
                if isDemonstration { print("chengdun: an invented city; sign in by one click") }
                fflush(nil)
            }.runService()
            group.cancelAll()
        }
    }

    private var rule: SignInRule {
        SignInRule(lock: LockRule(scope: lockWholeAccount ? .account : .accountAndSource))
    }

    private var settings: SiteSettings {
        get throws {
            guard let origin else {
                return SiteSettings(assets: Self.assets, rates: rates.rates)
            }
            guard let parsed = Origin(origin) else {
                throw ValidationError("--origin is an address such as https://plan.example")
            }
            return SiteSettings(
                origin: parsed, proxies: Set(proxy), assets: Self.assets, rates: rates.rates)
        }
    }

    /// Where set-up puts the fetched front-end files; the site works without them.
    private static var assets: String? {
        let folder = ProcessInfo.processInfo.environment["CHENGDUN_ASSETS"] ?? ".assets"
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }
}

extension TimeSource {
    /// The clock of this machine.
    static let system = TimeSource {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Instant(microseconds: Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000)
    }
}

extension SignInRule {
    /// On an invented city a click signs in.
    static let demonstration = SignInRule(
        accepted: [[.password], [.link], [.demonstration]])
}
