import Foundation

/// A running server, as `chengdun serve`, and what the kernel says it has used.
final class Server {
    let port: Int
    private let process = Process()
    /// From the start of the process to its first answer.
    private(set) var startSeconds = 0.0

    convenience init(_ plan: BenchPlan, data: String) throws {
        try self.init(
            program: plan.program,
            ["serve", "--data", data, "--port", String(plan.port), "--api-per-minute", "0"],
            port: plan.port)
    }

    init(program: String, _ words: [String], port: Int) throws {
        self.port = port
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        while try get("/healthz") != "ok" {
            guard process.isRunning, ContinuousClock.now - start < .seconds(60) else {
                throw BenchFault.notRunning
            }
            usleep(2_000)
        }
        startSeconds = (ContinuousClock.now - start) / .seconds(1)
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    var address: String { "http://127.0.0.1:\(port)" }

    /// Seconds of the processors that the server has used, of both kinds.
    var cpuSeconds: Double {
        let status = Machine.text("/proc/\(process.processIdentifier)/stat")
        let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Waits, for a minute at most, until the server is idle: after its start it still judges the year.
    func settle() {
        for _ in 1...60 {
            let before = cpuSeconds
            sleep(1)
            if cpuSeconds - before < 0.02 { return }
        }
    }

    var residentMiB: Double {
        let line = Machine.field("VmRSS", of: "/proc/\(process.processIdentifier)/status")
        return (line?.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1_024
    }

    /// The body of an answer; nothing while the server does not listen yet.
    func get(_ place: String, as session: Session? = nil) throws -> String {
        let cookie = session.map { "s=\($0.token)" } ?? "none=1"
        let body = try? Command.output(
            "curl", "-s", "--max-time", "10", "-b", cookie, address + place)
        return (body ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Signs in as `account` by the click of a demonstration city.
    func signIn(_ account: String) throws -> Session {
        let headers = try Command.output(
            "curl", "-s", "-o", "/dev/null", "-D", "-", "-H", "Origin: \(address)",
            "-H", "Sec-Fetch-Site: same-origin", "--data", "account=\(account)",
            address + "/sign-in/demonstration")
        guard let token = headers.firstMatch(of: /(?i)set-cookie: s=([^;]+);/)?.1 else {
            throw BenchFault.unexpected("no session for \(account): \(headers)")
        }
        let session = Session(token: String(token), formToken: "")
        let page = try get("/systems/new", as: session)
        let form = page.firstMatch(of: /name="csrf"[^>]* value="([^"]+)"/)?.1 ?? ""
        return Session(token: session.token, formToken: String(form))
    }
}

/// A signed-in browser.
struct Session {
    let token: String
    let formToken: String
}
