import Foundation

/// How quick a machine is, by what the web library alone costs on it: the same work costs twice as
/// much on one machine as on another, and the limits of the design are of one of them.
struct Pace: Codable {
    /// Milliseconds of the processor for one answer of two letters.
    let milliseconds: Double

    /// What it cost where the design's trial was measured, with the same load.
    static let ofDesign = 0.031

    /// How many times as much the same work costs here.
    var factor: Double { milliseconds / Self.ofDesign }

    /// - Throws: `BenchFault.notRunning` where the yardstick is not built beside this program.
    static func read(_ plan: BenchPlan) throws -> Pace {
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let server = try Server(
            program: here.appendingPathComponent("yardstick").path, [String(plan.port)],
            port: plan.port)
        defer { server.stop() }
        let load = Load(server: server, plan: plan)
        let figure = try load.figure("the web library alone", "/healthz", connections: 32)
        return Pace(milliseconds: figure.cpuMilliseconds)
    }
}
