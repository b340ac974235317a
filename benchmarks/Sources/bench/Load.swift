import Foundation

/// What one kind of request costs under load, counted on the server's side.
struct Figure: Codable {
    let name: String
    let cpuMilliseconds: Double
    let perSecond: Double
    let p99Milliseconds: Double
    let requests: Int
}

/// Requests by `wrk`, on the same machine, for a few seconds.
struct Load {
    let server: Server
    let plan: BenchPlan

    /// Of three runs the one with the middle cost: a neighbour on the same machine makes some runs
    /// dearer and none cheaper. A server that answers nothing in that time is a figure too: one of no requests, with all
    /// that it has spent.
    ///
    /// - Throws: `BenchFault.unexpected` when an answer is no success.
    func figure(
        _ name: String, _ place: String, as session: Session? = nil, connections: Int = 8,
        script: String? = nil
    ) throws -> Figure {
        _ = try wrk(place, session, connections, script, seconds: 1)  // fills caches
        let runs = try (1...3).map { _ in try run(name, place, session, connections, script) }
        let figure = runs.sorted { $0.cpuMilliseconds < $1.cpuMilliseconds }[1]
        say("\(name): \(figure.cpuMilliseconds.short) ms CPU, \(Int(figure.perSecond))/s")
        return figure
    }

    private func run(
        _ name: String, _ place: String, _ session: Session?, _ connections: Int,
        _ script: String?
    ) throws -> Figure {
        let before = server.cpuSeconds
        let output = try wrk(place, session, connections, script, seconds: plan.seconds)
        let spent = server.cpuSeconds - before
        guard !output.contains("Non-2xx"),
            let requests = output.firstMatch(of: /(\d+) requests in/),
            let count = Int(requests.1),
            let rate = output.firstMatch(of: /Requests\/sec: +([\d.]+)/).flatMap({ Double($0.1) }),
            let slow = output.firstMatch(of: /99% +([\d.]+)(us|ms|s)/)
        else { throw BenchFault.unexpected("\(name): \(output)") }
        let units: [Substring: Double] = ["us": 0.001, "ms": 1, "s": 1_000]
        return Figure(
            name: name, cpuMilliseconds: spent * 1_000 / Double(max(count, 1)), perSecond: rate,
            p99Milliseconds: (Double(slow.1) ?? 0) * (units[slow.2] ?? 1), requests: count)
    }

    private func wrk(
        _ place: String, _ session: Session?, _ connections: Int, _ script: String?, seconds: Int
    ) throws -> String {
        let cookie = session.map { "Cookie: s=\($0.token)" } ?? "X-None: 1"
        let scripted = script.map { ["-s", $0] } ?? []
        let words =
            ["wrk", "-t", "1", "-c", String(connections), "-d", "\(seconds)s", "--latency"]
            + scripted + ["-H", cookie, server.address + place]
        return try Command.output(words)
    }
}

extension Double {
    /// Three significant digits.
    var short: String {
        formatted(
            .number.precision(.significantDigits(1...3)).grouping(.never)
                .locale(Locale(identifier: "en")))
    }
}
