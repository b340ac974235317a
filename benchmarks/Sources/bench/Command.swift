import Foundation

/// Another program, run to its end.
enum Command {
    /// What it prints.
    ///
    /// - Throws: `BenchFault.command` unless it ends with 0.
    @discardableResult
    static func output(_ words: String...) throws -> String { try output(words) }

    @discardableResult
    static func output(_ words: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
        guard process.terminationStatus == 0 else {
            throw BenchFault.command(
                words.joined(separator: " "), status: process.terminationStatus, output: text)
        }
        return text
    }
}
