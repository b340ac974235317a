import Foundation

/// The machine that was measured, and how busy it was with other work.
struct Machine: Codable {
    let processor: String
    let cores: Int
    let memoryGiB: Int
    let kernel: String
    let day: String
    /// Processes that wanted to run in the last minute, before anything was measured.
    let load: Double

    static func read() -> Machine {
        Machine(
            processor: field("model name", of: "/proc/cpuinfo") ?? "unknown",
            cores: ProcessInfo.processInfo.activeProcessorCount,
            memoryGiB: Int(
                (Double(ProcessInfo.processInfo.physicalMemory) / 1_073_741_824).rounded()),
            kernel: text("/proc/sys/kernel/osrelease"),
            day: Date().formatted(.iso8601.year().month().day()),
            load: Double(text("/proc/loadavg").split(separator: " ").first ?? "0") ?? 0)
    }

    /// The value of the first line of a file of `/proc` that begins with `name`.
    static func field(_ name: String, of path: String) -> String? {
        text(path).split(separator: "\n").first { $0.hasPrefix(name) }?
            .split(separator: ":", maxSplits: 1).last
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    static func text(_ path: String) -> String {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
