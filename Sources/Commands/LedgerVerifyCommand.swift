import ArgumentParser
import Foundation
import Kernel
import Ledger
import MerkleLog

/// Proves from the rows alone that the history is whole.
struct LedgerVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compute every hash of the history again and name the first that is wrong.",
        discussion: "May run beside the server. Exit code 2: something is wrong.")

    @OptionGroup var options: DatabaseOptions
    @Option(help: "A file with a checkpoint kept outside; may be given more than once.")
    var checkpoint: [String] = []
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
        try await Ending.of {
            let verifier = LedgerVerifier(keeping: try checkpoint.map(LedgerFiles.checkpoint))
            let database = try options.open(readingOnly: true)
            let report = try await database.read { try verifier.verify(in: $0) }
            try await database.close()
            print(json ? try LedgerVerdict(report).json : LedgerVerdict(report).text)
            if let flaw = report.flaw { throw flaw }
        }
    }
}

/// The outcome of a verification as the command tells it, one fact a line.
struct LedgerVerdict: Encodable {
    let sound: Bool
    let entries: Int
    let lines: Int
    let agencies: Int
    let checkpoints: Int
    let root: String
    let flaw: Flaw?

    /// The first thing that is wrong.
    struct Flaw: Encodable {
        let code: String
        let index: Int
        let zh: String
        let en: String
    }

    init(_ report: LedgerReport) {
        sound = report.flaw == nil
        entries = report.size
        lines = report.lineCount
        agencies = report.agencyCount
        checkpoints = report.checkpointCount
        root = report.root.description
        flaw = report.flaw.map { flaw in
            Flaw(
                code: flaw.code, index: flaw.index, zh: flaw.message.zh, en: flaw.message.en)
        }
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    var text: String {
        """
        entries: \(entries)
        lines: \(lines)
        agencies: \(agencies)
        checkpoints: \(checkpoints)
        root: \(root)
        verdict: \(flaw.map { "\($0.code) at \($0.index)" } ?? "sound")
        """
    }
}
